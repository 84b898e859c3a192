package bench

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"councilgraph/graph"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/limits"
)

// BenchmarkSearch asks searches of a database that bench/generate has filled and that has its index (the
// first page that is ingested makes it). COUNCILGRAPH_BENCH_DATABASE is its address. What costs most is
// words that stand in many texts, so the cases are named by that; a look-up by id is there to compare with.
func BenchmarkSearch(b *testing.B) {
	address := os.Getenv("COUNCILGRAPH_BENCH_DATABASE")
	if address == "" {
		b.Skip("COUNCILGRAPH_BENCH_DATABASE names no database")
	}
	db, err := database.Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	free := limits.Default()
	free.Points = 0
	h := graph.Handler(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL},
		Log:      slog.New(slog.DiscardHandler), Timeout: time.Minute, Limits: &free,
	})
	const page = `{ search(query: %q, first: 20) { edges { score snippet node { __typename } } } }`
	const counted = `{ search(query: %q, first: 20) { totalCount types { type count } edges { score snippet node { __typename } } } }`
	const listed = `{ resolutions(where: {textMatches: %q}, orderBy: [{field: DATE, direction: DESC}], first: 20) { nodes { uri } } }`
	const council = `{ search(query: %q, where: {councilSlug: "bromley"}, first: 20) { edges { score snippet node { __typename } } } }`
	for _, c := range []struct{ name, query, words string }{
		{"look-up", `{ resolutions(first: 20) { nodes { uri text } } }`, ""},
		{"rare", page, "allotments orchard"},
		{"common", page, "councillor"},
		{"common-counted", counted, "councillor"},
		{"four-common", page, "councillor introduced report budget"},
		{"common-or", page, "councillor or meeting or plan"},
		{"common-and-rare", page, "councillor orchard"},
		{"phrase-of-common", page, `"members asked about"`},
		{"phrase-nowhere", page, `"about councillor plan"`},
		{"prefix", page, "con*"},
		{"without", page, "budget -councillor"},
		{"council", council, "budget"},
		{"list-rare", listed, "orchard"},
		{"list-common", listed, "approved"},
	} {
		b.Run(c.name, func(b *testing.B) {
			words, err := json.Marshal(c.words)
			if err != nil {
				b.Fatal(err)
			}
			body, err := json.Marshal(map[string]string{"query": strings.ReplaceAll(c.query, "%q", string(words))})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
				r.Header.Set("Content-Type", "application/json")
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if w.Code != http.StatusOK || strings.Contains(w.Body.String(), `"errors"`) {
					b.Fatalf("%d %s", w.Code, w.Body)
				}
			}
		})
	}
}
