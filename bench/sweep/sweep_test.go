package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/limits"
)

// Every filter and every order of every list is answered with values that the data has, and the program says how many those were.
func TestRun(t *testing.T) {
	var out strings.Builder
	if err := run(t.Context(), options{address: served(t), slow: time.Minute, seed: 1}, &out); err != nil {
		t.Fatal(err)
	}
	figures := regexp.MustCompile(`(\d+) questions: .*; 0 slower than 1m0s, 0 failed; (\d+) filters had no value`).FindStringSubmatch(out.String())
	if figures == nil {
		t.Fatalf("it says\n%s", out.String())
	}
	asked, _ := strconv.Atoi(figures[1])
	without, _ := strconv.Atoi(figures[2])
	if asked < 2000 || without > asked/10 {
		t.Errorf("it says\n%s", out.String())
	}
}

// What is slow is told with its query, and what is refused with why.
func TestSummary(t *testing.T) {
	var out strings.Builder
	s := summary{slow: time.Second, without: 7}
	s.add(&out, answered{"{ slow }", 5 * time.Second, 3 * time.Second, ""})
	s.add(&out, answered{"{ fails }", time.Second, 2 * time.Millisecond, "TIMEOUT"})
	s.add(&out, answered{"{ quick }", time.Second, time.Millisecond, ""})
	s.write(&out)
	for _, want := range []string{"3000.0 ms, first    5000.0 ms", "{ slow }", "TIMEOUT  { fails }", "3 questions: p50 2.0 ms", "1 slower than 1s, 1 failed; 7 filters"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing of\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "{ quick }") {
		t.Errorf("what is not slow is told too:\n%s", out.String())
	}
}

// served is the address of a server with a small made-up country.
func served(t *testing.T) string {
	t.Helper()
	db, err := database.Open(t.Context(), dbtest.Address(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 1000, Seed: 1, Derived: true}); err != nil {
		t.Fatal(err)
	}
	free := limits.Default()
	free.Points = 0
	mux := http.NewServeMux()
	mux.Handle("/graphql", graph.Handler(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client}, Reader: db.Reader(), Log: slog.New(slog.DiscardHandler), Timeout: time.Minute, Limits: &free,
	}))
	mux.HandleFunc("/schema.graphql", graph.Schema)
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}
