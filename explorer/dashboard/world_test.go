package dashboard

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"councilgraph/explorer/page"
	"councilgraph/graph"
	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/limits"
)

// today is the day on which tests look.
var today = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// world is a site with dashboards over a small graph, and how the API answered.
type world struct {
	http.Handler
	site   *page.Site
	loader *load.Loader
	ways   map[string]int // queries by how they were answered
}

// newWorld is a council with a Parks Panel, of which nothing is known yet. Answers are not kept, so that each is made.
func newWorld(t testing.TB) *world {
	t.Helper()
	db := dbtest.New(t)
	loader, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, readTaken)
	if err != nil {
		t.Fatal(err)
	}
	council := record.RegisteredCouncil{Code: "BRY", Name: "London Borough of Bromley", ShortName: "Bromley", Slug: "bromley", GSSCode: "E09000006", Kind: "london_borough"}
	if _, err := loader.Councils(t.Context(), []record.RegisteredCouncil{council}); err != nil {
		t.Fatal(err)
	}
	w := &world{loader: loader, ways: map[string]int{}}
	l := limits.Default()
	api := graph.New(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL}, Reader: db.Reader(),
		Log: slog.New(slog.DiscardHandler), Timeout: 10 * time.Second, Limits: &l,
		Observe: func(r *http.Request) (context.Context, func(graph.Asked)) {
			return r.Context(), func(a graph.Asked) { w.ways[a.Way]++ }
		},
	})
	w.site, err = page.New(page.Config{
		Ask: func(ctx context.Context, q page.Question) ([]byte, error) {
			answer, err := api.Ask(ctx, q.Query, q.Variables)
			if refused := (*graph.Refused)(nil); errors.As(err, &refused) {
				t.Errorf("the API refused a question of a dashboard: %v\n%s", err, q.Query)
			}
			return answer, err
		},
		Version: api.Version, Now: func() time.Time { return today }, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	dashboards, err := New(w.site, func() time.Time { return today })
	if err != nil {
		t.Fatal(err)
	}
	w.Handler = dashboards.Handler()
	return w
}

// take takes in a page that says just this of one meeting.
func (w *world) take(t testing.TB, m record.Meeting) {
	t.Helper()
	text, err := json.Marshal(record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{m}})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	reading, err := readTaken(record.Document{Name: "page.json", Council: "BRY", MediaType: "application/json", SHA256: hex.EncodeToString(sum[:]), Bytes: text})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.loader.Load(t.Context(), reading); err != nil {
		t.Fatal(err)
	}
}

// readTaken reads the pages of these tests, whose bytes are what they say.
func readTaken(doc record.Document) (load.Reading, error) {
	var page record.Page
	err := json.Unmarshal(doc.Bytes, &page)
	page.Text = string(doc.Bytes)
	return load.Reading{Document: doc, Page: &page}, err
}

// span is a place in a page; places of a page must differ.
func span(start, end int) record.Span { return record.Span{Start: start, End: end, Rule: "test"} }

func of[T any](v T) *T { return &v }

// came is who came to a meeting: names and statuses in turn.
func came(pairs ...string) []record.Attendance {
	var all []record.Attendance
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, record.Attendance{Name: pairs[i], AsWritten: "Councillor " + pairs[i], Status: pairs[i+1], Span: span(i, i+5)})
	}
	return all
}

// voted is how people voted: names and options in turn.
func voted(pairs ...string) []record.NamedVote {
	var all []record.NamedVote
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, record.NamedVote{Name: pairs[i], AsWritten: "Councillor " + pairs[i], Option: pairs[i+1], Span: span(200+i, 206+i)})
	}
	return all
}

// spring takes in three meetings of the Parks Panel, counted by hand in the tests.
func (w *world) spring(t testing.TB) {
	t.Helper()
	w.take(t, record.Meeting{
		Committee: "Parks Panel", Date: "2026-01-14", Span: span(0, 5),
		Attendances: came("Ann Birch", "present", "Cy Dale", "apologies", "Ed Firth", "present", "Di Elm", "absent"),
		Items: []record.AgendaItem{{
			Number: "1", Title: "Swings", Span: span(20, 300),
			Resolutions: []record.Resolution{{Text: "That £12,000 be spent on swings.", Kind: "approved", Mover: "Councillor Ann Birch", Seconder: "Councillor Ed Firth", Span: span(30, 70)}},
			Amounts:     []record.Amount{{AsWritten: "£12,000", Low: of(12000.0), High: of(12000.0), Currency: "GBP", Span: span(35, 42)}},
			Participations: []record.Participation{
				{Name: "Ann Birch", AsWritten: "Councillor Ann Birch", Title: "Councillor", Kind: "councillor", How: "mover", Span: span(100, 109)},
				{Name: "Ed Firth", AsWritten: "Councillor Ed Firth", Title: "Councillor", Kind: "councillor", How: "seconder", Span: span(110, 119)},
			},
			Votes:      []record.VoteCount{{For: of(2), Against: of(1), Result: "carried", Method: "recorded", Span: span(195, 199)}},
			NamedVotes: voted("Ann Birch", "for", "Ed Firth", "for", "Guy Holt", "against"),
		}},
	})
	w.take(t, record.Meeting{
		Committee: "Parks Panel", Date: "2026-03-11", Span: span(0, 5),
		Attendances: came("Ann Birch", "present", "Cy Dale", "present", "Ed Firth", "late", "Di Elm", "substitute"),
		Items: []record.AgendaItem{{
			Number: "1", Title: "=Slides", Span: span(20, 300),
			Resolutions: []record.Resolution{
				{Number: "1", Text: "That £500.50 be spent on slides.", Kind: "approved", Mover: "Councillor Cy Dale", Seconder: "Councillor Ann Birch", Span: span(30, 70)},
				{Number: "2", Text: "That the rent of £40 a week be noted.", Kind: "noted", Mover: "Councillor Cy Dale", Seconder: "Councillor Ann Birch", Span: span(71, 99)},
			},
			Amounts: []record.Amount{
				{AsWritten: "£500.50", Low: of(500.5), High: of(500.5), Currency: "GBP", Span: span(35, 42)},
				{AsWritten: "£40 a week", Low: of(40.0), High: of(40.0), Currency: "GBP", Per: "week", Span: span(80, 90)},
			},
			Participations: []record.Participation{
				{Name: "Cy Dale", AsWritten: "Councillor Cy Dale", Title: "Councillor", Kind: "councillor", How: "mover", Span: span(100, 109)},
				{Name: "Ann Birch", AsWritten: "Councillor Ann Birch", Title: "Councillor", Kind: "councillor", How: "seconder", Span: span(110, 119)},
			},
		}},
	})
	w.take(t, record.Meeting{Committee: "Parks Panel", Date: "2026-03-25", Span: span(0, 5)})
}

// get asks for an address.
func (w *world) get(at string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	w.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, at, nil))
	return answer
}
