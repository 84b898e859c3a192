package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/graph"
	"councilgraph/ingest/record"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/growth"
	"councilgraph/internal/limits"
)

// BenchmarkFront is what a request costs beside what answers it: the front reads it, finds it among the queries that it
// knows or parses and validates it, reckons its price, and writes an answer that was made beforehand. The questions are
// those of bench/compare.
//
//	go test ./bench -run '^$' -bench Front -count 10 | tee new.txt; benchstat old.txt new.txt
func BenchmarkFront(b *testing.B) {
	for _, c := range []struct {
		question  string
		variables map[string]any
		bytes     int // of the answer's data, about what the question's is
	}{
		{"item", map[string]any{"id": "4294967301"}, 1000},
		{"newest", nil, 25_000},
		{"attended", map[string]any{"id": "55834575076"}, 120_000},
	} {
		query, err := os.ReadFile(filepath.Join("compare", "questions", "councilgraph", c.question+".graphql"))
		if err != nil {
			b.Fatal(err)
		}
		h := answering(b, c.bytes)
		b.Run(c.question+"/known", func(b *testing.B) {
			body := asked(b, string(query), c.variables)
			from := growth.Processor()
			for b.Loop() {
				passes(b, h, body)
			}
			b.ReportMetric(float64(growth.Processor()-from)/float64(b.N), "cpu-ns/op")
		})
		if c.question != "newest" {
			continue
		}
		b.Run(c.question+"/new", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				body := asked(b, fmt.Sprintf("# %d\n%s", i, query), c.variables)
				b.StartTimer()
				passes(b, h, body)
			}
		})
	}
}

// prepared answers every operation with the same data.
type prepared struct {
	graphql.ExecutableSchema
	data json.RawMessage
}

func (p prepared) Exec(context.Context) graphql.ResponseHandler {
	return graphql.OneShot(&graphql.Response{Data: p.data})
}

// answering is the API with answers of so many bytes.
func answering(b *testing.B, n int) http.Handler {
	b.Helper()
	db := dbtest.New(b)
	free := limits.Default()
	free.Points = 0
	data := json.RawMessage(`{"text":"` + strings.Repeat("a", n) + `"}`)
	return graph.Handler(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL},
		Log:      slog.New(slog.DiscardHandler), Timeout: time.Minute, Limits: &free,
		Instead: func(whole graphql.ExecutableSchema) graphql.ExecutableSchema { return prepared{whole, data} },
	})
}

func asked(b *testing.B, query string, variables map[string]any) []byte {
	b.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		b.Fatal(err)
	}
	return body
}

// passes sends a request through, to somebody who counts what comes and keeps none of it.
func passes(b *testing.B, h http.Handler, body []byte) {
	r, err := http.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.RemoteAddr = "192.0.2.1:1"
	w := sink{header: http.Header{}}
	h.ServeHTTP(&w, r)
	if w.status != http.StatusOK || w.bytes < 100 {
		b.Fatalf("status %d, %d bytes", w.status, w.bytes)
	}
}

// sink is a response writer that costs nothing.
type sink struct {
	header        http.Header
	status, bytes int
}

func (s *sink) Header() http.Header    { return s.header }
func (s *sink) WriteHeader(status int) { s.status = status }

func (s *sink) Write(b []byte) (int, error) {
	n, err := io.Discard.Write(b)
	s.bytes += n
	return n, err
}
