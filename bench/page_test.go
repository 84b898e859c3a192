package bench

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/ent/address"
	"councilgraph/ent/agendaitem"
	"councilgraph/explorer/page"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/growth"
	"councilgraph/internal/limits"
	"councilgraph/linked"
)

// BenchmarkPage makes pages for people and asks the queries behind them over HTTP, in turn and in one process, both packed by brotli
// as browsers ask for it. "times" is how long a page takes, by the median, in what its queries take; "cpu-times" the same of processor
// time, in which the JSON-LD that is made beside the page counts in full; "bytes" is what the page takes on the wire
// without the style sheet. Nothing is kept in "made"; in "kept" both answer from memory. BENCH_DATABASE names a database with a
// country in it; a small one is made where it is not set. Addresses
// that the database lacks are added to it.
//
//	go test ./bench -run '^$' -bench Page
func BenchmarkPage(b *testing.B) {
	db, served := country(b)
	for _, kept := range []int{0, 64 << 20} {
		way := "made"
		if kept > 0 {
			way = "kept"
		}
		api, site, told, watching := peopled(b, served, kept)
		for _, at := range peoplePages(b, db) {
			*told, *watching = nil, true
			if w := got(b, site, at[1]); w.Code != http.StatusOK {
				b.Fatalf("%s: status %d\n%.500s", at[1], w.Code, w.Body)
			}
			questions := *told
			*watching = false
			b.Run(at[0]+"/"+way, func(b *testing.B) {
				var pages, queries time.Duration
				var page, query []time.Duration
				size := 0
				for b.Loop() {
					from, began := growth.Processor(), time.Now()
					size = got(b, site, at[1]).Body.Len()
					page, pages = append(page, time.Since(began)), pages+growth.Processor()-from
					from, began = growth.Processor(), time.Now()
					for _, q := range questions {
						answered(b, api, q)
					}
					query, queries = append(query, time.Since(began)), queries+growth.Processor()-from
				}
				slices.Sort(page)
				slices.Sort(query)
				b.ReportMetric(page[len(page)/2].Seconds()/query[len(query)/2].Seconds(), "times")
				b.ReportMetric(pages.Seconds()/queries.Seconds(), "cpu-times")
				b.ReportMetric(float64(pages.Microseconds())/float64(b.N), "page-cpu-us")
				b.ReportMetric(float64(queries.Microseconds())/float64(b.N), "query-cpu-us")
				b.ReportMetric(float64(size), "bytes")
			})
		}
	}
}

// country is a database with a made-up country in it, to be written to, and as it is served.
func country(b *testing.B) (db, served *database.Database) {
	b.Helper()
	address := os.Getenv("BENCH_DATABASE")
	made := address == ""
	if made {
		address = dbtest.Address(b)
	}
	db = dbtest.Open(b, address)
	if made {
		if _, err := synthetic.Write(b.Context(), db, synthetic.Options{Resolutions: 10_000, Seed: 1, Derived: true}); err != nil {
			b.Fatal(err)
		}
	}
	served, err := database.OpenServing(b.Context(), address, database.Bounds{Statement: time.Minute})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = served.Close() })
	return db, served
}

// peopled is the API, the pages over it, and what the pages ask while they are watched.
func peopled(b *testing.B, db *database.Database, kept int) (*graph.API, http.Handler, *[][]byte, *bool) {
	b.Helper()
	free := limits.Default()
	free.Points = 0
	api := graph.New(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client}, Reader: db.Reader(), Kept: kept, Limits: &free, Timeout: time.Minute, Log: slog.New(slog.DiscardHandler),
	})
	data := linked.New(linked.Config{Store: db.Client, Base: "http://example.org", Log: slog.New(slog.DiscardHandler)})
	questions, watching := &[][]byte{}, new(bool)
	site, err := page.New(page.Config{
		Ask: func(ctx context.Context, q page.Question) ([]byte, error) {
			if *watching {
				*questions = append(*questions, asked(b, q.Query, q.Variables))
			}
			return api.Ask(ctx, q.Query, q.Variables)
		},
		Version: api.Version, Enter: api.Enter, JSONLD: data.JSONLD, Kept: kept, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		b.Fatal(err)
	}
	return api, site.Handler(), questions, watching
}

// peoplePages are pages of each kind that the country has nodes of: what it is, and its address. The person is one who was at a meeting, the item one with resolutions.
func peoplePages(b *testing.B, db *database.Database) [][2]string {
	b.Helper()
	ctx := b.Context()
	item, err := db.Client.AgendaItem.Query().Where(agendaitem.HasResolutions(), agendaitem.HasMeeting()).WithMeeting().WithCouncil().WithCommittee().Order(ent.Desc("id")).First(ctx)
	if err != nil {
		b.Fatal(err)
	}
	resolution, err := item.QueryResolutions().First(ctx)
	if err != nil {
		b.Fatal(err)
	}
	attendance, err := item.Edges.Meeting.QueryAttendances().WithPerson().First(ctx)
	if err != nil {
		b.Fatal(err)
	}
	issue, err := db.Client.Issue.Query().First(ctx)
	if err != nil {
		b.Fatal(err)
	}
	for id, uri := range map[int]string{
		item.Edges.Committee.ID: item.Edges.Committee.URI, item.Edges.Meeting.ID: item.Edges.Meeting.URI, item.ID: item.URI,
		resolution.ID: resolution.URI, attendance.Edges.Person.ID: attendance.Edges.Person.URI, issue.ID: issue.URI,
	} { // a made-up country has no addresses but its councils'
		known, err := db.Client.Address.Query().Where(address.URI(uri)).Exist(ctx)
		if err == nil && !known {
			err = db.Client.Address.Create().SetURI(uri).SetNodeID(id).Exec(ctx)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	doc := func(uri string) string { return "/doc/" + strings.TrimPrefix(uri, "/id/") }
	return [][2]string{
		{"home", "/"}, {"council", doc(item.Edges.Council.URI)}, {"committee", doc(item.Edges.Committee.URI)}, {"meeting", doc(item.Edges.Meeting.URI)},
		{"item", doc(item.URI)}, {"resolution", doc(resolution.URI)}, {"person", doc(attendance.Edges.Person.URI)}, {"issue", doc(issue.URI)},
		{"meetings", "/list/" + strings.TrimPrefix(item.Edges.Council.URI, "/id/") + "/meetings"}, {"search", "/search?q=budget"},
	}
}

// got is a page as a browser is given it.
func got(b *testing.B, site http.Handler, at string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, at, nil)
	r.Header.Set("Accept-Encoding", "br")
	w := httptest.NewRecorder()
	site.ServeHTTP(w, r)
	return w
}

// answered is what a client is answered.
func answered(b *testing.B, api http.Handler, body []byte) {
	r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept-Encoding", "br")
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	if w.Code != http.StatusOK || w.Body.Len() < 50 {
		b.Fatalf("status %d: %.500s", w.Code, w.Body)
	}
}
