package bench

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
	"slices"
	"strconv"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/limits"
)

// The sizes that are compared, in resolutions. BENCH_LARGE is another large one.
const (
	smallCountry = 10_000
	largeCountry = 1_000_000
)

// BenchmarkFigures asks the same questions of a country of 10,000 resolutions and of one of 1,000,000, in turn, and
// reports how many times as long the second takes ("times"), from the medians. What is kept at load is a look-up:
// it must not pass 5. Making the large country takes minutes: BENCH_FOLDER keeps both for the next run. With
// BENCH_SMALL_URL and BENCH_LARGE_URL two databases that were generated before are asked instead.
//
//	go test ./bench -run '^$' -bench Figures -timeout 60m
func BenchmarkFigures(b *testing.B) {
	size := largeCountry
	if s := os.Getenv("BENCH_LARGE"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatal(err)
		}
		size = n
	}
	small := served(b, "BENCH_SMALL_URL", smallCountry)
	large := served(b, "BENCH_LARGE_URL", size)
	for _, q := range []struct{ about, query string }{
		{"council and month", `{ resolutions(first: 1) { groupBy(by: [COUNCIL, MONTH]) { nodes { key { council { name } month } aggregate { count } share } } } }`},
		{"council and kind", `{ resolutions(first: 1) { groupBy(by: [COUNCIL, KIND], orderBy: [{field: COUNT, direction: DESC}], first: 50) { nodes { key { council { name } kind } aggregate { count } share } } } }`},
		{"month, filled", `{ resolutions(first: 1) { groupBy(by: [MONTH], fill: true, orderBy: [{field: MONTH}], first: 100) { nodes { key { month } aggregate { count } } } } }`},
		{"committee", `{ resolutions(first: 1) { groupBy(by: [COMMITTEE]) { nodes { key { committee { name } } aggregate { count } } } } }`},
		{"attendance by status", `{ attendances(first: 1) { groupBy(by: [STATUS]) { nodes { key { status } aggregate { count } share } } } }`},
		{"totalCount", `{ resolutions(first: 1) { totalCount } }`},
	} {
		b.Run(q.about, func(b *testing.B) {
			var few, many []time.Duration
			for b.Loop() {
				for range 5 {
					few = append(few, small(b, q.query))
					many = append(many, large(b, q.query))
				}
			}
			slices.Sort(few)
			slices.Sort(many)
			short, long := few[len(few)/2], many[len(many)/2]
			b.ReportMetric(long.Seconds()/short.Seconds(), "times")
			b.ReportMetric(float64(short.Microseconds())/1000, "ms-small")
			b.ReportMetric(float64(long.Microseconds())/1000, "ms-large")
		})
	}
}

// served is a server of a country of so many resolutions; asking it gives the time that the answer took.
func served(b *testing.B, variable string, resolutions int) func(*testing.B, string) time.Duration {
	b.Helper()
	ctx := context.Background()
	address := os.Getenv(variable)
	if address == "" {
		folder := os.Getenv("BENCH_FOLDER")
		if folder == "" {
			folder = b.TempDir()
		}
		address = "sqlite:" + filepath.Join(folder, fmt.Sprintf("country-%d.db", resolutions))
	}
	db, err := database.Open(ctx, address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	if _, err := db.Migrate(ctx); err != nil {
		b.Fatal(err)
	}
	held, err := db.Client.Resolution.Query().Limit(1).Count(ctx)
	if err == nil && held == 0 {
		_, err = synthetic.Write(ctx, db, synthetic.Options{Resolutions: resolutions, Seed: 1})
	}
	if err != nil {
		b.Fatal(err)
	}
	return asking(db.Client)
}

func asking(client *ent.Client) func(*testing.B, string) time.Duration {
	l := limits.Default()
	l.Points = 0
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	h := graph.Handler(graph.Config{Resolver: &graph.Resolver{Store: client}, Log: quiet, Timeout: time.Minute, Limits: &l})
	return func(b *testing.B, query string) time.Duration {
		b.Helper()
		body, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			b.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		from := time.Now()
		h.ServeHTTP(w, r)
		took := time.Since(from)
		var answer struct{ Errors []any }
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || len(answer.Errors) > 0 || w.Code != http.StatusOK {
			b.Fatalf("%d %v %.500s", w.Code, err, w.Body.String())
		}
		return took
	}
}
