package aggregate_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"pgregory.net/rapid"

	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/limits"
)

// server serves what a database holds.
type server struct {
	*httptest.Server
	db *database.Database
}

// serve is a server that counts no points and sets no limit to costs: these tests ask for more at once than a
// client should.
func serve(t testing.TB, db *database.Database) *server {
	t.Helper()
	l := limits.Default()
	l.Points, l.Cost, l.Nodes = 0, 1_000_000, 1_000_000
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	s := httptest.NewServer(graph.Handler(graph.Config{Resolver: &graph.Resolver{Store: db.Client}, Log: quiet, Timeout: time.Minute, Limits: &l}))
	t.Cleanup(s.Close)
	return &server{s, db}
}

// mistake is an error of an answer.
type mistake struct {
	Message    string         `json:"message"`
	Extensions map[string]any `json:"extensions"`
}

// post asks and gives what is answered.
func (s *server) post(t testing.TB, query string) (map[string]any, []mistake) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Post(s.URL, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	var answer struct {
		Data   map[string]any `json:"data"`
		Errors []mistake      `json:"errors"`
	}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer.Data, answer.Errors
}

// ask is the data of a query that must succeed.
func (s *server) ask(t testing.TB, query string) map[string]any {
	t.Helper()
	data, mistakes := s.post(t, query)
	if len(mistakes) > 0 {
		t.Fatalf("%s\n%+v", query, mistakes)
	}
	return data
}

// at follows names into an answer.
func at(v any, path ...string) any {
	for _, p := range path {
		m, _ := v.(map[string]any)
		v = m[p]
	}
	return v
}

// checked lets the helpers of tests end one check of a property.
type checked struct {
	testing.TB
	of *rapid.T
}

func (c checked) Fatal(args ...any)                 { c.of.Fatal(args...) }
func (c checked) Fatalf(format string, args ...any) { c.of.Fatalf(format, args...) }
