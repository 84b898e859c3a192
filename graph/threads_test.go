package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

// The way of a matter through committees: in time, with the outcome at each and why each is of it, a page at
// a time, and what a text points to.
func TestThread(t *testing.T) {
	a := newAPI(t)
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	before := func(committee, date, title string, item record.AgendaItem) {
		item.Number, item.Title, item.Span = "9", title, span
		a.take(t, record.Meeting{Committee: committee, Date: date, Span: span, Items: []record.AgendaItem{item}})
	}
	resolved := func(kind string) record.AgendaItem {
		return record.AgendaItem{Resolutions: []record.Resolution{{Text: "that it be " + kind, Kind: kind, Span: span}}}
	}
	last := resolved("noted")
	last.References = []record.Reference{{AsWritten: "agreed by the Oak Cabinet on 3 March 2026", Kind: "meeting", Date: "2026-03-03", Span: span}}
	before("Oak Council", "2026-04-03", "Elm Street Library", last)
	before("Oak Cabinet", "2026-03-03", "Elm Street Library", resolved("approved"))
	before("Oak Scrutiny", "2026-02-03", "Elm Street Library", resolved("recommended"))
	before("Oak Scrutiny", "2026-02-03", "Minutes", resolved("approved"))

	data := a.ask(t, `{ issues(where: {title: "Elm Street Library"}) { nodes { inferred procedural
		thread(first: 2) { totalCount pageInfo { endCursor hasNextPage } nodes { date outcome issueBy committee { name } } } } } }`, nil)
	want := map[string]any{
		"inferred": true, "procedural": false,
		"thread": map[string]any{
			"totalCount": 3.0, "pageInfo": map[string]any{"hasNextPage": true},
			"nodes": []any{
				map[string]any{"date": "2026-02-03", "outcome": "RECOMMENDED", "issueBy": "SAME_TITLE", "committee": map[string]any{"name": "Oak Scrutiny"}},
				map[string]any{"date": "2026-03-03", "outcome": "APPROVED", "issueBy": "SAME_TITLE", "committee": map[string]any{"name": "Oak Cabinet"}},
			},
		},
	}
	got := at(data, "issues", "nodes", 0).(map[string]any)
	page := at(got, "thread", "pageInfo").(map[string]any)
	cursor := page["endCursor"]
	delete(page, "endCursor")
	if d := cmp.Diff(want, got); d != "" {
		t.Fatal(d)
	}
	data = a.ask(t, `query($after: String) { issues(where: {title: "Elm Street Library"}) { nodes { thread(after: $after) { nodes { date
		references { resolvedBy targetMeeting { uri } targetItem { uri } } } } } } }`, map[string]any{"after": cursor})
	rest := []any{map[string]any{"date": "2026-04-03", "references": []any{map[string]any{
		"resolvedBy": "MEETING_NAMED", "targetMeeting": map[string]any{"uri": "/id/bromley/oak-cabinet/2026-03-03"}, "targetItem": map[string]any{"uri": "/id/bromley/oak-cabinet/2026-03-03/9"},
	}}}}
	if d := cmp.Diff(rest, at(data, "issues", "nodes", 0, "thread", "nodes")); d != "" {
		t.Error(d)
	}
	if n := at(a.ask(t, `{ agendaItems(where: {outcome: RECOMMENDED, issueBy: SAME_TITLE}) { totalCount } }`, nil), "agendaItems", "totalCount"); n != 1.0 {
		t.Errorf("%v recommended items of the thread, want 1", n)
	}
}
