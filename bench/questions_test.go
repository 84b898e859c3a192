package bench

import (
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"councilgraph/graph"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/growth"
	"councilgraph/internal/limits"
	"councilgraph/internal/rows"
)

// BenchmarkQuestions asks the questions of bench/compare of a database that bench/generate has filled, without any
// network: compiled to SQL, and run by gqlgen's executor. COUNCILGRAPH_BENCH_DATABASE is its address. cpu-ns/op is the
// processor time of this process, in which PostgreSQL's is not.
//
//	COUNCILGRAPH_BENCH_DATABASE=sqlite:s.db go test ./bench -run '^$' -bench Questions/compiled -count 10 | tee new.txt
func BenchmarkQuestions(b *testing.B) {
	address := os.Getenv("COUNCILGRAPH_BENCH_DATABASE")
	if address == "" {
		b.Skip("COUNCILGRAPH_BENCH_DATABASE names no database")
	}
	db, err := database.OpenServing(b.Context(), address, database.Bounds{Statement: time.Minute})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	items := ids(b, db, "SELECT id FROM agenda_items i WHERE id >= %d AND EXISTS (SELECT 1 FROM resolutions r WHERE r.agenda_item_id = i.id) ORDER BY id LIMIT 1", "agenda_items")
	people := ids(b, db, "SELECT id FROM persons p WHERE id >= %d AND (SELECT count(*) FROM (SELECT 1 FROM attendances a WHERE a.person_id = p.id LIMIT 50) few) = 50 ORDER BY id LIMIT 1", "persons")
	councils := ids(b, db, "SELECT council_id FROM resolutions WHERE id >= %d ORDER BY id LIMIT 1", "resolutions")
	for form, reader := range map[string]rows.Reader{"compiled": db.Reader(), "executor": nil} {
		h := whole(db, reader)
		for _, q := range []struct {
			name      string
			variables func(i int) map[string]any
		}{
			{"item", func(i int) map[string]any { return map[string]any{"id": items[i%len(items)]} }},
			{"newest", func(int) map[string]any { return nil }},
			{"attended", func(i int) map[string]any { return map[string]any{"id": people[i%len(people)]} }},
			{"matching", func(i int) map[string]any {
				return map[string]any{"council": councils[i%len(councils)], "word": "budget"}
			}},
			{"monthly", func(int) map[string]any { return nil }},
		} {
			b.Run(form+"/"+q.name, func(b *testing.B) { askAgain(b, h, q.name, q.variables) })
		}
	}
}

// whole is the API over a database, with limits that do not end a benchmark.
func whole(db *database.Database, reader rows.Reader) http.Handler {
	free := limits.Default()
	free.Points = 0
	return graph.Handler(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL}, Reader: reader,
		Log: slog.New(slog.DiscardHandler), Timeout: time.Minute, Limits: &free,
	})
}

// askAgain asks a question again and again, each time about something else.
func askAgain(b *testing.B, h http.Handler, question string, variables func(int) map[string]any) {
	query, err := os.ReadFile(filepath.Join("compare", "questions", "councilgraph", question+".graphql"))
	if err != nil {
		b.Fatal(err)
	}
	var bodies [][]byte
	for i := range 50 {
		bodies = append(bodies, asked(b, string(query), variables(i)))
	}
	for _, body := range bodies[:min(10, len(bodies))] {
		passes(b, h, body)
	}
	from := growth.Processor()
	for i := 0; b.Loop(); i++ {
		passes(b, h, bodies[i%len(bodies)])
	}
	b.ReportMetric(float64(growth.Processor()-from)/float64(b.N), "cpu-ns/op")
}

// ids are ids that a query gives, spread over a table.
func ids(b *testing.B, db *database.Database, query, table string) []string {
	b.Helper()
	const many = 50
	var first, last int64
	if err := db.DB.QueryRowContext(b.Context(), "SELECT min(id), max(id) FROM "+table).Scan(&first, &last); err != nil {
		b.Fatal(err)
	}
	var out []string
	for i := range int64(many) {
		var id int64
		err := db.DB.QueryRowContext(b.Context(), fmt.Sprintf(query, first+(last-first)/many*i)).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, strconv.FormatInt(id, 10))
	}
	if len(out) == 0 {
		b.Fatalf("%s leads to nothing", query)
	}
	return out
}
