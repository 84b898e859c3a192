package graph_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// take takes in a page of Bromley's that says just this of one meeting.
func (a *api) take(t testing.TB, m record.Meeting) {
	t.Helper()
	a.takePage(t, "", "", record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{m}})
}

// takePage takes in a page of Bromley's.
func (a *api) takePage(t testing.TB, url, fetched string, page record.Page) {
	t.Helper()
	text, err := json.Marshal(page)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(append(text, url+fetched...))
	doc := record.Document{
		Name: "page.json", URL: url, FetchedAt: fetched, Council: "BRY", MediaType: "application/json", SHA256: hex.EncodeToString(sum[:]), Bytes: text,
	}
	reading, err := readTaken(doc)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.loader(t).Load(context.Background(), reading); err != nil {
		t.Fatal(err)
	}
}

// readTaken reads the pages of these tests, whose bytes are what they say, and all others.
func readTaken(doc record.Document) (load.Reading, error) {
	if doc.MediaType != "application/json" {
		return ingest.Read(doc)
	}
	var page record.Page
	err := json.Unmarshal(doc.Bytes, &page)
	page.Text = string(doc.Bytes)
	return load.Reading{Document: doc, Page: &page}, err
}

// sitting is a meeting of the Parks Panel with one resolution for each of the texts. Ann Birch chairs and
// moves, Cy Dale votes as given, Ed Firth for, Di Elm sends apologies, the Director presents.
func sitting(date, option string, texts ...string) record.Meeting {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	m := record.Meeting{Committee: "Parks Panel", Date: date, Span: span, Attendances: []record.Attendance{
		{Name: "Ann Birch", AsWritten: "Councillor Ann Birch", Status: "present", Role: "Chair", Span: span},
		{Name: "Cy Dale", AsWritten: "Councillor Cy Dale", Status: "late", Span: span},
		{Name: "Di Elm", AsWritten: "Councillor Di Elm", Status: "apologies", Span: span},
	}}
	for i, text := range texts {
		m.Items = append(m.Items, record.AgendaItem{
			Number: fmt.Sprint(i + 1), Title: text, Minutes: text, Span: span,
			Resolutions: []record.Resolution{{Text: text, Kind: "agreed", Mover: "Ann Birch", Span: span}},
			Participations: []record.Participation{
				{AsWritten: "the Director of Parks", Kind: "officer", Role: "Director", How: "presenter", Span: span},
			},
			NamedVotes: []record.NamedVote{
				{Name: "Ann Birch", AsWritten: "Ann Birch", Option: "for", Span: span},
				{Name: "Cy Dale", AsWritten: "Cy Dale", Option: option, Span: span},
				{Name: "Ed Firth", AsWritten: "Ed Firth", Option: "for", Span: span},
			},
		})
	}
	return m
}

// In one query from a member to the decisions, with the part in each.
func TestDecisions(t *testing.T) {
	a := newAPI(t)
	a.take(t, sitting("2026-01-14", "against", "that swings be mended", "that paths be swept"))
	a.take(t, sitting("2026-02-11", "for", "that elms be planted"))
	query := func(name, args string) []string {
		data := a.ask(t, `query($name: String!) { people(where: {name: $name}) { nodes { decisions`+args+` { totalCount edges { how node { text date } } nodes { text } } } } }`, map[string]any{"name": name})
		c := at(data, "people", "nodes", 0, "decisions")
		out := []string{}
		for i, e := range at(c, "edges").([]any) {
			if at(e, "node", "text") != at(c, "nodes", i, "text") {
				t.Error("nodes are not those of edges")
			}
			out = append(out, fmt.Sprint(at(e, "node", "date"), " ", at(e, "node", "text"), " ", at(e, "how")))
		}
		if int(at(c, "totalCount").(float64)) != len(out) {
			t.Errorf("%s%s: totalCount %v, %d entries", name, args, at(c, "totalCount"), len(out))
		}
		return out
	}
	elms, paths, swings := "2026-02-11 that elms be planted ", "2026-01-14 that paths be swept ", "2026-01-14 that swings be mended "
	tests := []struct {
		name, args string
		want       []string
	}{
		{"Cy Dale", "", []string{elms + "[PRESENT VOTED_FOR]", paths + "[PRESENT VOTED_AGAINST]", swings + "[PRESENT VOTED_AGAINST]"}},
		{"Cy Dale", "(orderBy: {field: DATE})", []string{swings + "[PRESENT VOTED_AGAINST]", paths + "[PRESENT VOTED_AGAINST]", elms + "[PRESENT VOTED_FOR]"}},
		{"Cy Dale", "(how: VOTED_FOR)", []string{elms + "[PRESENT VOTED_FOR]"}},
		{"Cy Dale", "(how: [VOTED_FOR, MOVER])", []string{elms + "[PRESENT VOTED_FOR]"}},
		{"Cy Dale", "(how: [SPEAKER])", []string{}},
		{"Cy Dale", `(where: {dateLT: "2026-02-01", hasAgendaItemWith: [{number: "2"}]})`, []string{paths + "[PRESENT VOTED_AGAINST]"}},
		{"Cy Dale", `(how: VOTED_AGAINST, where: {not: {hasCommitteeWith: [{name: "Parks Panel"}]}})`, []string{}},
		{"Ann Birch", "(how: CHAIR, where: {kind: AGREED, dateGTE: \"2026-02-01\"})", []string{elms + "[PRESENT CHAIR MOVER VOTED_FOR]"}},
		{"Di Elm", "", []string{}},
		{"Chris Barnham", "", []string{"<nil> " + a.barnham(t) + " [SPEAKER]"}},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, query(tt.name, tt.args)); d != "" {
			t.Errorf("%s%s:\n%s", tt.name, tt.args, d)
		}
	}
	r := a.post(t, `{ people(first: 1) { nodes { decisions(how: []) { totalCount } } } }`, nil)
	if len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "BAD_USER_INPUT" {
		t.Errorf("an empty list of parts: %+v", r.Errors)
	}
}

// barnham is the text of the sample's one resolution of Lewisham with Councillor Barnham's part.
func (a *api) barnham(t testing.TB) string {
	t.Helper()
	data := a.ask(t, `{ resolutions(where: {hasCouncilWith: [{slug: "lewisham"}], hasAgendaItemWith: [{hasParticipationsWith: [{hasPersonWith: [{name: "Chris Barnham"}]}]}]}) { nodes { text } } }`, nil)
	return at(data, "resolutions", "nodes", 0, "text").(string)
}

// A resolution names its people, those with the most particular part first, and names that are not
// settled as they are written.
func TestResolutionPeople(t *testing.T) {
	a := newAPI(t)
	a.take(t, sitting("2026-01-14", "abstain", "that swings be mended"))
	data := a.ask(t, `{ resolutions(where: {hasCommitteeWith: [{name: "Parks Panel"}]}) { nodes { all: people { person { name } asWritten how } one: people(first: 1) { asWritten } } } }`, nil)
	var got []string
	for _, p := range at(data, "resolutions", "nodes", 0, "all").([]any) {
		got = append(got, fmt.Sprint(at(p, "person", "name"), " ", at(p, "asWritten"), " ", at(p, "how")))
	}
	want := []string{"<nil> the Director of Parks [PRESENTER]", "Cy Dale <nil> [PRESENT ABSTAINED]", "Ann Birch <nil> [PRESENT CHAIR MOVER VOTED_FOR]", "Ed Firth <nil> [VOTED_FOR]"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if n := len(at(data, "resolutions", "nodes", 0, "one").([]any)); n != 1 {
		t.Errorf("%d people, want 1", n)
	}
	if r := a.post(t, `{ resolutions(first: 1) { nodes { people(first: 201) { asWritten } } } }`, nil); len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "PAGE_SIZE_EXCEEDED" {
		t.Errorf("201 people at once: %+v", r.Errors)
	}
}

// All pages together are the whole list, whether one person's or many people's pages are asked for, in
// either direction, with resolutions without a date last.
func TestDecisions_paging(t *testing.T) {
	a := newAPI(t)
	for month := 1; month <= 12; month++ {
		a.take(t, sitting(fmt.Sprintf("2025-%02d-10", month), "for", "that one be done", "that two be done"))
	}
	undated := sitting("", "for", "that three be done", "that four be done")
	a.take(t, undated)
	for _, order := range []string{"", "orderBy: {field: DATE}, ", "orderBy: {field: DATE, direction: DESC}, "} {
		page := func(args string) any {
			data := a.ask(t, `{ people(where: {nameIn: ["Ann Birch", "Cy Dale"]}, first: 2) { nodes { name decisions(`+order+args+`) { totalCount edges { cursor node { id date } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`, nil)
			return at(data, "people", "nodes", 0, "decisions")
		}
		walk := func(size, cursor, from, more string) (all []string) {
			place := ""
			for range 20 {
				c := page(fmt.Sprintf("%s: 5%s", size, place))
				var some []string
				for _, e := range at(c, "edges").([]any) {
					some = append(some, fmt.Sprint(at(e, "node", "date"), " ", at(e, "node", "id")))
				}
				if size == "last" {
					all = append(some, all...)
				} else {
					all = append(all, some...)
				}
				if at(c, "pageInfo", more) != true {
					return all
				}
				place = fmt.Sprintf(", %s: %q", cursor, at(c, "pageInfo", from))
			}
			t.Fatal("no end of pages")
			return nil
		}
		forwards, backwards := walk("first", "after", "endCursor", "hasNextPage"), walk("last", "before", "startCursor", "hasPreviousPage")
		if !slices.Equal(forwards, backwards) {
			t.Errorf("%s\nforwards  %v\nbackwards %v", order, forwards, backwards)
		}
		if total := int(at(page("first: 1"), "totalCount").(float64)); total != 26 || len(slices.Compact(slices.Sorted(slices.Values(forwards)))) != total {
			t.Errorf("%s: %d entries on the pages, totalCount %d, want 26", order, len(forwards), total)
		}
		dates := forwards[:24]
		if newest := order != "orderBy: {field: DATE}, "; newest {
			dates = slices.Clone(dates)
			slices.Reverse(dates)
		}
		for i := 1; i < len(dates); i++ {
			if dates[i-1][:10] > dates[i][:10] {
				t.Errorf("%s: %s before %s", order, dates[i-1], dates[i])
			}
		}
		for _, last := range forwards[24:] {
			if last[:5] != "<nil>" {
				t.Errorf("%s: %s among those without a date", order, last)
			}
		}
	}
	other := a.ask(t, `{ people(where: {name: "Ann Birch"}) { nodes { decisions(first: 1) { pageInfo { endCursor } } } } }`, nil)
	r := a.post(t, `query($c: String!) { people(first: 1) { nodes { decisions(after: $c, how: CHAIR) { totalCount } } } }`,
		map[string]any{"c": at(other, "people", "nodes", 0, "decisions", "pageInfo", "endCursor")})
	if len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "INVALID_CURSOR" {
		t.Errorf("a cursor of another list: %+v", r.Errors)
	}
}
