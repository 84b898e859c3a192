package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent/address"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

var bromley = record.RegisteredCouncil{
	Code: "BRY", Name: "London Borough of Bromley", ShortName: "Bromley", Slug: "bromley", GSSCode: "E09000006", Kind: "LONDON_BOROUGH",
}

// setUp is a loader on a fresh database with one council.
func setUp(t *testing.T) (*Loader, *database.Database) {
	t.Helper()
	db := dbtest.New(t)
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	l, err := New(db.Client, db.Dialect, 1, func() time.Time { return at }, readAgain)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Councils(context.Background(), []record.RegisteredCouncil{bromley}); err != nil {
		t.Fatal(err)
	}
	return l, db
}

// paper is a document and what it says.
type paper struct {
	doc  record.Document
	page record.Page
}

// written is a paper whose one meeting is the page's; its text is made of the words that its facts quote.
func written(url, fetched string, m record.Meeting) paper {
	text := fmt.Sprintf("%s %s %s %+v", url, fetched, m.Committee, m)
	sum := sha256.Sum256([]byte(text))
	return paper{
		record.Document{Name: "page", URL: url, Council: "BRY", MediaType: "text/plain", FetchedAt: fetched, SHA256: hex.EncodeToString(sum[:]), Bytes: []byte(text)},
		record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{m}, Text: text},
	}
}

// reading is the paper as it is loaded: its bytes hold the page, so that readAgain can read them.
func (p paper) reading(t *testing.T) Reading {
	t.Helper()
	b, err := json.Marshal(struct {
		record.Page
		Text string
	}{p.page, p.page.Text})
	if err != nil {
		t.Fatal(err)
	}
	p.doc.Bytes = b
	return Reading{Document: p.doc, Page: &p.page}
}

// readAgain reads the pages of these tests.
func readAgain(doc record.Document) (Reading, error) {
	var p struct {
		record.Page
		Text string
	}
	err := json.Unmarshal(doc.Bytes, &p)
	p.Page.Text = p.Text
	return Reading{Document: doc, Page: &p.Page}, err
}

func (p paper) load(t *testing.T, l *Loader) Outcome {
	t.Helper()
	out, err := l.Load(context.Background(), p.reading(t))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func number(n int) *int { return &n }

func pounds(f float64) *float64 { return &f }

// full is a meeting that says something of every kind.
func full() record.Meeting {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	return record.Meeting{
		Committee: "Executive", Date: "2026-01-14", StartTime: "19:00", Venue: "Town Hall", Span: span,
		Attendances: []record.Attendance{
			{Name: "Ann Birch", AsWritten: "Councillor Ann Birch", Status: "present", Span: span},
			{Name: "Cy Dale", AsWritten: "Councillor Cy Dale", Status: "substitute", SubstituteFor: "Ed Firth", Span: span},
		},
		Declarations: []record.Declaration{{Person: "Ann Birch", Item: "7 - Roads", Kind: "non-pecuniary", Span: span}},
		Documents:    []record.File{{Title: "Agenda pack", Size: "2 MB", Span: span}},
		Items: []record.AgendaItem{{
			Number: "7", Title: "Roads", Minutes: "The report was introduced.", Decision: "Agreed.", Span: span,
			Resolutions: []record.Resolution{
				{Number: "1", Text: "that £5m be spent", Kind: "resolved", Mover: "Birch", Seconder: "Cy Dale", Span: span},
				{Number: "2", Text: "that it be noted", Kind: "noted", Span: record.Span{Start: 5, End: 9, Rule: "test"}},
			},
			Participations: []record.Participation{
				{Name: "Birch", AsWritten: "Councillor Birch", Title: "Councillor", Kind: "councillor", How: "mover", Span: span},
				{AsWritten: "the Director", Kind: "officer", Role: "Director", How: "speaker", Span: span},
				{Name: "Pat Quill", AsWritten: "Pat Quill", Kind: "public", How: "speaker", Span: span},
			},
			Amounts: []record.Amount{{AsWritten: "£5m", Low: pounds(5e6), High: pounds(5e6), Currency: "GBP", Span: span}},
			Motions: []record.Motion{
				{Kind: "motion", Text: "that roads be mended", Mover: "Birch", Result: "carried", Span: span},
				{Kind: "amendment", Text: "and bridges", Mover: "Cy Dale", Result: "lost", Span: span},
			},
			Votes: []record.VoteCount{{For: number(1), Against: number(1), Motion: "amendment", Result: "lost", Span: span}},
			NamedVotes: []record.NamedVote{
				{Name: "Ann Birch", AsWritten: "Ann Birch", Option: "against", Motion: "amendment", Span: span},
				{Name: "Cy Dale", AsWritten: "Cy Dale", Option: "for", Motion: "amendment", Span: span},
			},
			ReportReferences: []string{"HT/26/1"},
			References:       []record.Reference{{AsWritten: "Minute 12", Kind: "minute", Number: "12", Span: span}},
		}, {Number: "7.1", Title: "Bridges", Span: span}},
	}
}

// Every kind goes in once; taking the page in again changes nothing of any kind.
func TestLoad_twice(t *testing.T) {
	l, _ := setUp(t)
	p := written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2", "2026-01-20T00:00:00Z", full())
	p.page.Issue = &record.Issue{Title: "Roads", SourceID: "99", Span: record.Span{Start: 0, End: 3, Rule: "test"}}
	p.page.People = []record.Person{{Name: "Ann Birch", Ward: "Elm", Party: "Lib Dem", Roles: []string{"Mayor"}, Terms: []record.Term{{Start: "2024-05-06"}}, Span: record.Span{Start: 0, End: 3}}}
	p.page.Memberships = []record.Membership{{Person: "Ann Birch", Committee: "Executive", Role: "Vice-Chair", Span: record.Span{Start: 0, End: 3}}}
	p.page.Decisions = []record.Decision{{Maker: "Executive", Title: "Benches", MadeOn: "2026-01-14", Span: record.Span{Start: 0, End: 3}}}
	first, second := p.load(t, l), p.load(t, l)
	for _, k := range append(l.kinds, l.source) {
		t.Run(k.name, func(t *testing.T) {
			if n := first[k.name]; n.Inserted == 0 || n.Updated+n.Deleted+n.Unchanged > 0 {
				t.Errorf("the first time: %+v; want inserts only", n)
			}
			if n := second[k.name]; n.Unchanged != first[k.name].Inserted || n.Inserted+n.Updated+n.Deleted > 0 {
				t.Errorf("the second time: %+v; want %d unchanged and nothing else", n, first[k.name].Inserted)
			}
		})
	}
	if n := second.Total(); n.Inserted+n.Updated+n.Deleted > 0 {
		t.Errorf("the second time: %+v", second)
	}
}

// What a member of the public says stays in the quoted text: there is no such person and no such part.
func TestLoad_public(t *testing.T) {
	l, db := setUp(t)
	written("", "", full()).load(t, l)
	for _, name := range []string{"persons", "participations", "attendances"} {
		for _, row := range dbtest.Dump(t, db)[name] {
			if strings.Contains(row, "Quill") {
				t.Errorf("%s holds a member of the public: %s", name, row)
			}
		}
	}
}

// The order in which pages are read does not matter.
func TestLoad_order(t *testing.T) {
	const agenda, issue = "https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2", "https://democracy.bromley.gov.uk/ieIssueDetails.aspx?IId=9"
	cut := full()
	cut.Items = []record.AgendaItem{{Number: "7", Title: "Road", Minutes: "The report was", Truncated: true, Span: record.Span{Start: 0, End: 4}}}
	early := full()
	early.Venue, early.Items = "Library", nil
	other := full()
	other.Date, other.Attendances = "2026-02-11", nil
	papers := []paper{
		written(agenda, "2026-01-10T00:00:00Z", early), written(agenda, "2026-01-20T00:00:00Z", full()),
		written(issue, "2026-03-01T00:00:00Z", cut), written("", "", cut), written("", "2026-02-12T00:00:00Z", other),
	}
	var want map[string][]string
	for round := range 6 {
		l, db := setUp(t)
		for _, i := range rand.New(rand.NewPCG(7, uint64(round))).Perm(len(papers)) {
			papers[i].load(t, l)
		}
		got := dbtest.Dump(t, db)
		if want == nil {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("round %d: another graph:\n%s", round, d)
		}
	}
	minutes, venue := strings.Join(want["agenda_items"], "\n"), strings.Join(want["meetings"], "\n")
	if !strings.Contains(minutes, "The report was introduced.") || !strings.Contains(minutes, "truncated=false") {
		t.Errorf("cut text beat full text:\n%s", minutes)
	}
	if strings.Contains(venue, "Library") {
		t.Errorf("an older version of a page still speaks:\n%s", venue)
	}
}

// A newer version of a page takes back what it no longer says, and the feed says so.
func TestLoad_withdraw(t *testing.T) {
	const url = "https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2"
	l, db := setUp(t)
	written(url, "2026-01-20T00:00:00Z", full()).load(t, l)
	less := full()
	less.Items = less.Items[:1]
	less.Items[0].Resolutions = less.Items[0].Resolutions[:1]
	less.Documents = nil
	out := written(url, "2026-01-21T00:00:00Z", less).load(t, l)
	for kind, want := range map[string]int{"Resolution": 1, "AgendaItem": 1, "Document": 1, "Person": 0} {
		if got := out[kind].Deleted; got != want {
			t.Errorf("%d of kind %s deleted, want %d", got, kind, want)
		}
	}
	ctx := context.Background()
	if n := db.Client.Change.Query().CountX(ctx); n == 0 {
		t.Error("no changes in the feed")
	}
	for _, uri := range []string{"/id/bromley/executive/2026-01-14/7/resolution/2", "/id/bromley/executive/2026-01-14/7.1"} {
		if found, err := db.Client.Address.Query().Where(address.URI(uri)).Exist(ctx); err != nil || found {
			t.Errorf("%s still leads somewhere: %t, %v", uri, found, err)
		}
	}
}

// A page with an impossible fact leaves nothing behind.
func TestLoad_allOrNothing(t *testing.T) {
	l, db := setUp(t)
	p := written("", "", full())
	p.page.Meetings[0].Items[1].Span = record.Span{Start: 3, End: 1 << 30}
	if _, err := l.Load(context.Background(), p.reading(t)); err == nil || !strings.Contains(err.Error(), "lies outside") {
		t.Fatalf("error %v; want one on evidence that lies outside the page", err)
	}
	for table, rows := range dbtest.Dump(t, db) {
		if len(rows) > 0 {
			t.Errorf("%s holds %v", table, rows)
		}
	}
}

// Two recorded votes on one item are two, each with its own names.
func TestRollCalls(t *testing.T) {
	vote := func(name, option, on string) record.NamedVote {
		return record.NamedVote{Name: name, AsWritten: name, Option: option, Motion: on}
	}
	got := rollCalls([]record.NamedVote{
		vote("Ann", "for", ""), vote("Bob", "against", ""), vote("Ann", "against", ""), vote("Bob", "against", ""), vote("Ann", "for", "amendment"),
	})
	var lengths []int
	for _, names := range got {
		lengths = append(lengths, len(names))
	}
	if fmt.Sprint(lengths) != "[2 2 1]" || got[1][0].Option != "against" {
		t.Errorf("%v", got)
	}
}

// Two meetings of one committee on one day are two, and so are two councillors of one name, where the
// source numbers them apart; taking their pages in again finds each. A name alone then means neither.
func TestLoad_namesakes(t *testing.T) {
	l, db := setUp(t)
	at := func(id, start, item string) record.Meeting {
		span := record.Span{Start: 0, End: 5, Rule: "test"}
		return record.Meeting{Committee: "Licensing", Date: "2026-01-14", StartTime: start, SourceID: id, Span: span, Items: []record.AgendaItem{
			{Number: "1", Title: item, Span: span, Resolutions: []record.Resolution{{Text: "that " + item + " be granted", Kind: "approved", Mover: "John Ash", Span: span}}},
		}}
	}
	councillor := func(id, ward string) paper {
		p := written("https://democracy.bromley.gov.uk/mgUserInfo.aspx?UID="+id, "2026-01-01T00:00:00Z", record.Meeting{})
		p.page.Meetings = nil
		p.page.People = []record.Person{{Name: "John Ash", SourceID: id, Ward: ward, Span: record.Span{Start: 0, End: 3}}}
		return p
	}
	papers := []paper{
		councillor("11", "Northfield"), councillor("22", "Southbridge"),
		written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?MId=101", "", at("101", "10:00", "Red Lion")),
		written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?MId=102", "", at("102", "14:00", "Blue Boar")),
	}
	for range 2 {
		for _, p := range papers {
			p.load(t, l)
		}
	}
	ctx := context.Background()
	if n := db.Client.Meeting.Query().CountX(ctx); n != 2 {
		t.Errorf("%d meetings, want 2", n)
	}
	if n := db.Client.Person.Query().CountX(ctx); n != 2 {
		t.Errorf("%d people, want 2", n)
	}
	for _, r := range db.Client.Resolution.Query().AllX(ctx) {
		if r.MoverID != nil {
			t.Errorf("%q has a mover, though two people bear the name", r.Text)
		}
	}
	if n := papers[3].load(t, l).Total(); n.Inserted+n.Updated+n.Deleted > 0 {
		t.Errorf("taking a page in again changes %+v", n)
	}
}

// Two pages that number an item's resolutions apart do not lend each other their movers.
func TestLoad_apart(t *testing.T) {
	l, db := setUp(t)
	page := func(url, fetched string, texts ...string) paper {
		m := full()
		m.Items = m.Items[:1]
		m.Items[0].Resolutions = nil
		for _, text := range texts {
			mover := ""
			if fetched == "" {
				mover = "Ann Birch"
			}
			m.Items[0].Resolutions = append(m.Items[0].Resolutions, record.Resolution{Text: text, Kind: "resolved", Mover: mover, Span: record.Span{Start: 0, End: 5}})
		}
		return written(url, fetched, m)
	}
	page("https://democracy.bromley.gov.uk/mgAi.aspx?ID=1", "", "that £9 be paid", "that it be noted").load(t, l)
	page("https://democracy.bromley.gov.uk/ieIssueDetails.aspx?IId=2", "2026-02-01", "that Beta be refused", "that £9 be paid").load(t, l)
	for _, r := range db.Client.Resolution.Query().AllX(context.Background()) {
		if r.Text == "that Beta be refused" && r.MoverID != nil {
			t.Errorf("%q has the mover of another resolution", r.Text)
		}
	}
}

// An office is seen from the first dated meeting that names it to the last, whatever the order of reading.
func TestLoad_officeSeen(t *testing.T) {
	l, db := setUp(t)
	for _, day := range []string{"2026-02-11", "2026-01-14", "2026-03-11"} {
		m := full()
		m.Date = day
		m.Items[0].Participations[0].Role = "Cabinet Member for Roads"
		written("", "", m).load(t, l)
	}
	o := db.Client.Office.Query().OnlyX(context.Background())
	if value(o.FirstSeen) != "2026-01-14" || value(o.LastSeen) != "2026-03-11" {
		t.Errorf("seen from %s to %s, want 2026-01-14 to 2026-03-11", value(o.FirstSeen), value(o.LastSeen))
	}
}
