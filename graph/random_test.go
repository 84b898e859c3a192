package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/graph"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/limits"
)

// Made-up queries, as many with mistakes as without, on the sample and on a made-up country: none makes the program
// panic or fail, and no answer is over the limits. RANDOM_QUERIES is how many of each there are, RANDOM_SEED where
// they start.
func TestRandomQueries(t *testing.T) {
	n, seed := setting(t, "RANDOM_QUERIES", 1000), setting(t, "RANDOM_SEED", 1)
	if testing.Short() {
		n /= 10
	}
	var log bytes.Buffer
	logged := func(c *graph.Config) { c.Log = slog.New(slog.NewTextHandler(&log, nil)) }
	for name, handler := range map[string]http.Handler{"sample": newAPI(t, logged).Config.Handler, "country": country(t, &log)} {
		t.Run(name, func(t *testing.T) {
			r := newRandom(t, handler, uint64(seed))
			for i := 0; i < n/2 && !t.Failed(); i++ {
				r.valid(t, r.generate.query())
			}
			for i := 0; i < n/2 && !t.Failed(); i++ {
				r.broken(t, r.generate.mutated())
			}
			t.Log(r.tally)
			if r.answered*10 < r.asked*7 {
				t.Errorf("only %d of %d queries without mistakes were answered whole", r.answered, r.asked)
			}
			if t.Failed() || log.Len() > 0 {
				t.Errorf("the server's log:\n%s", log.String())
			}
		})
	}
}

// random asks made-up queries.
type random struct {
	handler         http.Handler
	schema          *ast.Schema
	generate        *generator
	asked, answered int
	tally           map[string]int // by the code of the first error
}

func newRandom(t *testing.T, h http.Handler, seed uint64) *random {
	t.Helper()
	text, err := os.ReadFile("schema.graphql")
	if err != nil {
		t.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: string(text)})
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 2)), schema: schema, pool: &pool{}} //nolint:gosec // made-up queries need no secret
	r := &random{handler: h, schema: schema, generate: g, tally: map[string]int{}}
	r.learn(t)
	return r
}

func (r *random) ask(q made) *httptest.ResponseRecorder {
	body, _ := json.Marshal(map[string]any{"query": q.text, "variables": q.variables})
	req := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	r.handler.ServeHTTP(w, req)
	return w
}

// country is a server of a made-up country.
func country(t *testing.T, log io.Writer) http.Handler {
	t.Helper()
	h, _ := countryOf(t, synthetic.Options{Resolutions: 2000, Councils: 5, Seed: 1}, log)
	return h
}

// countryOf is a server of a made-up country, which opens its store as a server does.
func countryOf(t *testing.T, o synthetic.Options, log io.Writer) (http.Handler, *graph.Resolver) {
	t.Helper()
	ctx, address := context.Background(), dbtest.Address(t)
	db, err := database.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := synthetic.Write(ctx, db, o); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	serving, err := database.OpenServing(ctx, address, database.Bounds{Statement: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = serving.Close() })
	l := limits.Default()
	l.Points = 0
	resolver := &graph.Resolver{Store: serving.Client, CanonicalURL: record.CanonicalURL}
	return graph.Handler(graph.Config{
		Resolver: resolver, Reader: serving.Reader(), Log: slog.New(slog.NewTextHandler(log, nil)), Timeout: 10 * time.Second, Limits: &l,
	}), resolver
}

func setting(t *testing.T, name string, otherwise int) int {
	t.Helper()
	v := os.Getenv(name)
	if v == "" {
		return otherwise
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		t.Fatalf("%s=%s is no number", name, v)
	}
	return n
}
