package graph_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/graph"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/limits"
)

// oracle asks the same of two servers of one database: one that compiles queries, and one that runs them field by
// field. Their answers must be the same bytes.
type oracle struct {
	compiled, executed http.Handler
	way                string         // of the last query
	ways               map[string]int // how many queries were answered in which way
	log                *bytes.Buffer
}

func newOracle(t *testing.T, db *database.Database) *oracle {
	t.Helper()
	o := &oracle{ways: map[string]int{}, log: &bytes.Buffer{}}
	l := limits.Default()
	l.Points = 0
	config := func() graph.Config {
		return graph.Config{
			Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL},
			Log:      slog.New(slog.NewTextHandler(io.Discard, nil)), Timeout: time.Minute, Limits: &l,
		}
	}
	c := config()
	o.executed = graph.Handler(c)
	c = config()
	c.Reader = db.Reader()
	c.Log = slog.New(slog.NewTextHandler(o.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	c.Observe = func(r *http.Request) (context.Context, func(graph.Asked)) {
		return r.Context(), func(a graph.Asked) { o.way = a.Way }
	}
	o.compiled = graph.Handler(c)
	return o
}

// compare asks both, and gives the one answer.
func (o *oracle) compare(t *testing.T, q made) *httptest.ResponseRecorder {
	t.Helper()
	o.log.Reset()
	o.way = ""
	got := (&random{handler: o.compiled}).ask(q)
	o.ways[o.way]++
	if o.way == "failed" && got.Code == http.StatusOK && !bytes.HasPrefix(got.Body.Bytes(), []byte(`{"errors"`)) {
		t.Errorf("failed, and executed all the same:\n%s\n%s", q, o.log)
	}
	switch o.way {
	case "failed":
		return got // by the other one, whose errors come in any order
	case "executed":
		t.Errorf("not compiled:\n%s\n%s", q, o.log)
	}
	want := (&random{handler: o.executed}).ask(q)
	if got.Code != want.Code || !bytes.Equal(got.Body.Bytes(), want.Body.Bytes()) {
		t.Errorf("%s: status %d, want %d\ncompiled %s\nexecuted %s\n%s\n%s", o.way, got.Code, want.Code, around(got.Body.Bytes(), want.Body.Bytes()), around(want.Body.Bytes(), got.Body.Bytes()), q, o.log)
	}
	return got
}

// around is where two texts begin to differ.
func around(a, b []byte) []byte {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[max(0, i-120):min(len(a), i+200)]
}

// The queries that people and tools ask are compiled, all of them, and answered as gqlgen answers them.
func TestOracle_known(t *testing.T) {
	a := newAPI(t)
	o := newOracle(t, a.db)
	text, err := os.ReadFile("../docs/queries.md")
	if err != nil {
		t.Fatal(err)
	}
	queries := map[string]string{}
	for _, e := range examples(t, string(text)) {
		queries[e.query] = e.query
	}
	files, err := filepath.Glob("../explorer/examples/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		queries[file] = string(text)
	}
	for name, query := range queries {
		got := o.compare(t, made{text: query})
		if o.way != "compiled" && got.Code == http.StatusOK {
			t.Errorf("%s: %s\n%s", o.way, name, o.log)
		}
	}
	t.Log(o.ways)
}

// Made-up queries are answered by both in the same bytes. ORACLE_QUERIES says how many, ORACLE_SEED which.
func TestOracle(t *testing.T) {
	n, seed := setting(t, "ORACLE_QUERIES", 2000), uint64(setting(t, "ORACLE_SEED", 1)) //nolint:gosec // a number of a test
	db := dbtest.New(t)
	if _, err := synthetic.Write(context.Background(), db, synthetic.Options{Resolutions: 2000, Councils: 5, Seed: 1, Derived: true}); err != nil {
		t.Fatal(err)
	}
	o := newOracle(t, db)
	r := newRandom(t, o.executed, seed)
	for range n {
		o.compare(t, r.generate.query())
		if t.Failed() {
			break
		}
	}
	// What both refuse agrees too, and says nothing: most of them have to be answered.
	if !t.Failed() && o.ways["compiled"] < n*7/10 {
		t.Errorf("of %d queries %v were answered", n, o.ways)
	}
	t.Logf("%d queries: %v", n, o.ways)
}
