package graph_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

// fail has a page of Bromley's fail that is at the address.
func (a *api) fail(t testing.TB) {
	t.Helper()
	doc := record.Document{Name: "pages/broken.html", URL: "https://democracy.bromley.gov.uk/mgAi.aspx?ID=404", Council: "BRY", SHA256: "00"}
	if err := a.loader(t).Failed(t.Context(), doc, "this is no page of a council"); err != nil {
		t.Fatal(err)
	}
}

// covered are a council's entries in words.
func (a *api) covered(t *testing.T, args string) []string {
	t.Helper()
	data := a.ask(t, `{ coverage(council: "E09000006"`+args+`) { totalCount nodes { committee { name } month meetings withMinutes withDecisions items cutItems unresolved failed lastFetchedAt } edges { cursor } } }`, nil)
	out := []string{}
	for _, n := range at(data, "coverage", "nodes").([]any) {
		out = append(out, fmt.Sprint(at(n, "committee", "name"), " ", at(n, "month"), " meetings ", at(n, "meetings"), "/", at(n, "withMinutes"), "/", at(n, "withDecisions"),
			" items ", at(n, "items"), "/", at(n, "cutItems"), " unresolved ", at(n, "unresolved"), " failed ", at(n, "failed"), " fetched ", at(n, "lastFetchedAt")))
	}
	if total := int(at(data, "coverage", "totalCount").(float64)); total != len(out) {
		t.Errorf("%s: totalCount %d, %d entries", args, total, len(out))
	}
	return out
}

// What is known of a committee by month, what is missing, and what lies between.
func TestCoverage(t *testing.T) {
	a := newAPI(t)
	page := func(url, fetched string, m record.Meeting) {
		a.takePage(t, url, fetched, record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{m}})
	}
	january := sitting("2026-01-14", "for", "that swings be mended", "that paths be swept")
	january.Items[1].Truncated = true
	january.Items[1].Participations = append(january.Items[1].Participations, record.Participation{Name: "Zed", AsWritten: "Councillor Zed", Title: "Councillor", Kind: "councillor", How: "speaker", Span: record.Span{End: 5}})
	page("https://democracy.bromley.gov.uk/mgAi.aspx?ID=1", "2026-01-20T09:00:00Z", january)
	page("https://democracy.bromley.gov.uk/mgAi.aspx?ID=2", "2026-02-20T09:00:00Z", january)
	april := sitting("2026-04-08", "for")
	page("https://democracy.bromley.gov.uk/mgAi.aspx?ID=3", "2026-04-20T09:00:00Z", april)
	committee := at(a.ask(t, `{ committees(where: {name: "Parks Panel"}) { nodes { id } } }`, nil), "committees", "nodes", 0, "id").(string)
	only := `, committee: "` + committee + `"`
	first := "Parks Panel 2026-01-01 meetings 1/1/1 items 2/1 unresolved 0 failed 0 fetched 2026-02-20T09:00:00Z"
	last := "Parks Panel 2026-04-01 meetings 1/0/0 items 0/0 unresolved 0 failed 0 fetched 2026-04-20T09:00:00Z"
	empty := func(month string) string {
		return "Parks Panel " + month + " meetings 0/0/0 items 0/0 unresolved 0 failed 0 fetched <nil>"
	}
	for args, want := range map[string][]string{
		only: {first, last}, only + ", fill: true": {first, empty("2026-02-01"), empty("2026-03-01"), last},
		only + `, from: "2026-01-31", to: "2026-03-01", fill: true`: {first, empty("2026-02-01"), empty("2026-03-01")},
		only + `, from: "2026-02-01"`:                               {last},
	} {
		if d := cmp.Diff(want, a.covered(t, args)); d != "" {
			t.Errorf("%s:\n%s", args, d)
		}
	}
	for _, args := range []string{`council: "atlantis"`, `council: "bromley", committee: "1"`, `council: "bromley", from: "2026-02-01", to: "2026-01-01"`} {
		if r := a.post(t, `{ coverage(`+args+`) { totalCount } }`, nil); len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "BAD_USER_INPUT" {
			t.Errorf("%s: %+v", args, r.Errors)
		}
	}
}

// A page that failed stays on record with its reason, counts as missing, and is resolved when the same page
// is taken in.
func TestFailures(t *testing.T) {
	a := newAPI(t)
	ask := func() any {
		return at(a.ask(t, `{ failures(where: {hasCouncilWith: [{slug: "bromley"}]}) { nodes { url file reason failedAt resolvedAt sha256 } } coverage(council: "bromley", first: 1) { nodes { failed } } }`, nil))
	}
	before := ask()
	if n := len(at(before, "failures", "nodes").([]any)); n != 0 {
		t.Fatalf("%d failures in the sample", n)
	}
	a.fail(t)
	a.fail(t)
	got := at(ask(), "failures", "nodes", 0)
	if at(got, "url") != "https://democracy.bromley.gov.uk/mgAi.aspx?ID=404" || at(got, "reason") != "this is no page of a council" || at(got, "resolvedAt") != nil {
		t.Errorf("%v", got)
	}
	if n := at(ask(), "coverage", "nodes", 0, "failed"); n != 1.0 {
		t.Errorf("%v pages failed, want 1", n)
	}
	a.takePage(t, "http://democracy.bromley.gov.uk/mgAi.aspx?ID=404&Ver=4", "", record.Page{Page: record.PageInfo{Type: record.PageItem, Format: "test"}})
	if at(ask(), "failures", "nodes", 0, "resolvedAt") == nil {
		t.Error("the page was taken in, and its failure is not resolved")
	}
	if n := at(ask(), "coverage", "nodes", 0, "failed"); n == 1.0 {
		t.Error("the page was taken in, and still counts as missing")
	}
}

// All pages together are the whole list, forwards and backwards.
func TestCoverage_paging(t *testing.T) {
	a := newAPI(t)
	for month := 1; month <= 7; month++ {
		a.take(t, sitting(fmt.Sprintf("2025-%02d-10", month), "for", "that one be done"))
		other := sitting(fmt.Sprintf("2025-%02d-11", month), "for", "that two be done")
		other.Committee = "Roads Panel"
		a.take(t, other)
	}
	walk := func(size, cursor, from, more string) (all []string) {
		place := ""
		for range 20 {
			data := a.ask(t, fmt.Sprintf(`{ coverage(council: "bromley", %s: 4%s) { totalCount edges { cursor node { month committee { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, size, place), nil)
			var some []string
			for _, e := range at(data, "coverage", "edges").([]any) {
				some = append(some, fmt.Sprint(at(e, "node", "committee", "id"), " ", at(e, "node", "month")))
			}
			if size == "last" {
				all = append(some, all...)
			} else {
				all = append(all, some...)
			}
			if at(data, "coverage", "pageInfo", more) != true {
				if total := int(at(data, "coverage", "totalCount").(float64)); total != len(all) || total < 14 {
					t.Errorf("%d entries on the pages, totalCount %d", len(all), total)
				}
				return all
			}
			place = fmt.Sprintf(", %s: %q", cursor, at(data, "coverage", "pageInfo", from))
		}
		t.Fatal("no end of pages")
		return nil
	}
	forwards, backwards := walk("first", "after", "endCursor", "hasNextPage"), walk("last", "before", "startCursor", "hasPreviousPage")
	if d := cmp.Diff(forwards, backwards); d != "" {
		t.Error(d)
	}
}

// A copy of one council, or of some kinds of node, reads just these from the feed, in order.
func TestChanges_some(t *testing.T) {
	a := newAPI(t)
	count := func(args string) (n int) {
		data := a.ask(t, `{ changes(first: 100`+args+`) { totalCount nodes { id nodeType council { slug } } } }`, nil)
		last := 0
		for _, c := range at(data, "changes", "nodes").([]any) {
			var id int
			if _, err := fmt.Sscan(at(c, "id").(string), &id); err != nil || id <= last {
				t.Errorf("%s: change %v after %d", args, at(c, "id"), last)
			}
			last = id
			if at(c, "council", "slug") == nil {
				t.Errorf("%s: a %v of no council", args, at(c, "nodeType"))
			}
		}
		return int(at(data, "changes", "totalCount").(float64))
	}
	all, meetings, people := count(""), count(`, types: ["Meeting"]`), count(`, types: ["Person"]`)
	if both := count(`, types: ["Meeting", "Person"]`); meetings == 0 || people == 0 || both != meetings+people {
		t.Errorf("%d changes of meetings, %d of people, %d of both", meetings, people, both)
	}
	one, two := count(`, councils: ["bromley"]`), count(`, councils: ["E09000023"]`)
	if both := count(`, councils: ["bromley", "lewisham"]`); one == 0 || two == 0 || both != one+two || both >= all {
		t.Errorf("%d changes of Bromley, %d of Lewisham, %d of both, %d of all", one, two, both, all)
	}
	if some := count(`, councils: ["bromley"], types: ["Meeting"], where: {action: CREATED}`); some == 0 || some > meetings {
		t.Errorf("%d meetings of Bromley created", some)
	}
	for _, args := range []string{`types: ["Banana"]`, `types: []`, `councils: ["atlantis"]`} {
		if r := a.post(t, `{ changes(`+args+`) { totalCount } }`, nil); len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "BAD_USER_INPUT" {
			t.Errorf("%s: %+v", args, r.Errors)
		}
	}
}
