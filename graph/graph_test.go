package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"councilgraph/graph"
	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/limits"
	"councilgraph/internal/register"
	"councilgraph/sample"
)

// api is a server with the sample in it. It reads the store as one that serves does; tests write to it as the pipeline does.
type api struct {
	*httptest.Server
	db, serving *database.Database
	pipeline    ingest.Pipeline
}

// newAPI is a server that counts no points, unless an option says otherwise: tests ask faster than any client
// should.
func newAPI(t testing.TB, options ...func(*graph.Config)) *api {
	t.Helper()
	l := limits.Default()
	l.Points = 0
	ctx := context.Background()
	address := dbtest.Address(t)
	db := dbtest.Open(t, address)
	if _, err := db.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	loader, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, ingest.Read)
	if err != nil {
		t.Fatal(err)
	}
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := loader.Councils(ctx, some(known)); err != nil {
		t.Fatal(err)
	}
	manifest, err := sample.Write(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	pipeline := ingest.Pipeline{Councils: codes{known}, Loader: loader}
	report, err := pipeline.Run(ctx, []string{manifest, "testdata/pages"})
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("load the sample: %v %v", err, report.Problems)
	}
	serving, err := database.OpenServing(ctx, address, database.Bounds{Statement: 5 * time.Second, Pool: 8})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = serving.Close() })
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	config := graph.Config{
		Resolver: &graph.Resolver{Store: serving.Client, CanonicalURL: record.CanonicalURL}, Reader: serving.Reader(), Log: quiet, Timeout: 10 * time.Second, Limits: &l,
	}
	for _, option := range options {
		option(&config)
	}
	s := httptest.NewServer(graph.Handler(config))
	t.Cleanup(s.Close)
	return &api{s, db, serving, pipeline}
}

// ingest takes in one more page of Lewisham: an agenda item with the title and a resolution, at the address
// that the number ends.
func (a *api) ingest(t testing.TB, number int, title, resolution string) {
	t.Helper()
	folder := t.TempDir()
	page := fmt.Sprintf("Agenda item\n\n%s\n\nDecision:\n\nResolved: %s\n", title, resolution)
	line := fmt.Sprintf(`{"file": "item.txt", "council": "E09000023", "url": "http://councilmeetings.lewisham.gov.uk/mgAi.aspx?ID=%d", "mediaType": "text/plain", "fetchedAt": "2026-01-06T09:00:00Z"}`, number)
	for name, text := range map[string]string{"item.txt": page, "manifest.jsonl": line + "\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	report, err := a.pipeline.Run(t.Context(), []string{filepath.Join(folder, "manifest.jsonl")})
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("take the page in: %v %v", err, report.Problems)
	}
}

// some are the councils of the sample and twenty more.
func some(known *register.Register) []record.RegisteredCouncil {
	var out []record.RegisteredCouncil
	for i, c := range known.Councils() {
		switch c.GSSCode {
		case "E09000006", "E06000034", "E09000014", "E09000023", "E10000034":
		default:
			if i%20 != 0 {
				continue
			}
		}
		out = append(out, record.RegisteredCouncil{Code: c.Code, Name: c.Name, ShortName: c.ShortName, Slug: c.Slug, GSSCode: c.GSSCode, Kind: string(c.Kind)})
	}
	return out
}

type codes struct{ *register.Register }

func (c codes) Code(code string) (string, error) {
	found, ok := c.ByCode(code)
	if !ok {
		return "", fmt.Errorf("no council %q", code)
	}
	return found.Code, nil
}

func (c codes) Host(url string) (string, error) {
	found, err := c.ByHost(url)
	return found.Code, err
}

// reply is an answer of the server.
type reply struct {
	Status int
	Data   map[string]any `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
}

func (a *api) post(t testing.TB, query string, variables map[string]any) reply {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Post(a.URL, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, res)
}

// decoded reads an answer.
func decoded(t testing.TB, res *http.Response) reply {
	t.Helper()
	defer func() { _ = res.Body.Close() }()
	r := reply{Status: res.StatusCode}
	if err := json.NewDecoder(res.Body).Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

// ask is the data of a query that must succeed.
func (a *api) ask(t testing.TB, query string, variables map[string]any) map[string]any {
	t.Helper()
	r := a.post(t, query, variables)
	if len(r.Errors) > 0 {
		t.Fatalf("%s\n%+v", query, r.Errors)
	}
	return r.Data
}

// at follows names and indexes into an answer.
func at(v any, path ...any) any {
	for _, p := range path {
		switch p := p.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[p]
		case int:
			l, _ := v.([]any)
			if p >= len(l) {
				return nil
			}
			v = l[p]
		}
	}
	return v
}
