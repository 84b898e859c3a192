package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/attendance"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/growth"
	"councilgraph/internal/limits"
)

// BenchmarkPlan answers the queries that bench/compare asks, in this process and without a network: compiled, and
// run field by field by gqlgen. BENCH_DATABASE names a database with a country in it; a small one is made where it
// is not set. cpu-us is the processor time of this process for one answer, in microseconds.
func BenchmarkPlan(b *testing.B) {
	ctx := context.Background()
	var db *database.Database
	if address := os.Getenv("BENCH_DATABASE"); address != "" {
		var err error
		if db, err = database.OpenServing(ctx, address, database.Bounds{Statement: time.Minute}); err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = db.Close() })
	} else {
		db = dbtest.New(b)
		if _, err := synthetic.Write(ctx, db, synthetic.Options{Resolutions: 10_000, Seed: 1, Derived: true}); err != nil {
			b.Fatal(err)
		}
	}
	item, err := db.Client.AgendaItem.Query().Where(agendaitem.HasResolutions()).Order(ent.Desc("id")).First(ctx)
	if err != nil {
		b.Fatal(err)
	}
	var busy []struct {
		Person int `json:"person_id"`
		Count  int `json:"count"`
	}
	if err := db.Client.Attendance.Query().Where(attendance.PersonIDNotNil()).Limit(100_000).GroupBy("person_id").Aggregate(ent.Count()).Scan(ctx, &busy); err != nil {
		b.Fatal(err)
	}
	person, most := 0, 0
	for _, p := range busy {
		if p.Count > most {
			person, most = p.Person, p.Count
		}
	}
	within, err := item.QueryCouncil().Only(ctx)
	if err != nil {
		b.Fatal(err)
	}
	variables := map[string]map[string]any{
		"item": {"id": strconv.Itoa(item.ID)}, "attended": {"id": strconv.Itoa(person)}, "newest": {}, "monthly": {},
		"matching": {"council": within.Name, "word": "budget"}, "within": {"council": strconv.Itoa(within.ID), "word": "budget"},
	}
	for _, name := range []string{"item", "newest", "attended", "matching", "within", "monthly"} {
		text, err := os.ReadFile(filepath.Join("compare", "questions", "councilgraph", name+".graphql"))
		if err != nil {
			b.Fatal(err)
		}
		body, err := json.Marshal(map[string]any{"query": string(text), "variables": variables[name]})
		if err != nil {
			b.Fatal(err)
		}
		for way, c := range map[string]graph.Config{"compiled": {Reader: db.Reader()}, "executed": {}} {
			l := limits.Default()
			l.Points = 0
			c.Resolver, c.Limits, c.Timeout = &graph.Resolver{Store: db.Client}, &l, time.Minute
			c.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
			h := graph.Handler(c)
			b.Run(name+"/"+way, func(b *testing.B) {
				from := growth.Processor()
				for b.Loop() {
					r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
					r.Header.Set("Content-Type", "application/json")
					w := httptest.NewRecorder()
					h.ServeHTTP(w, r)
					if w.Code != http.StatusOK || bytes.HasPrefix(w.Body.Bytes(), []byte(`{"errors"`)) {
						b.Fatalf("%d %.500s", w.Code, w.Body)
					}
				}
				b.ReportMetric(float64((growth.Processor()-from).Microseconds())/float64(b.N), "cpu-us")
			})
		}
	}
}
