package certainty

import (
	"strings"
	"testing"

	"councilgraph/ingest/record"
)

func span(rule string) record.Span { return record.Span{Start: 1, End: 2, Rule: rule} }

func two() *int { n := 2; return &n }

// What two rules contradict is left out and counted; what they agree on stays.
func TestWeigh(t *testing.T) {
	page := &record.Page{Meetings: []record.Meeting{{
		Attendances: []record.Attendance{
			{Name: "Ann Birch", AsWritten: "Cllr Ann Birch", Status: "present", Span: span("present-list")},
			{Name: "Ann Birch", AsWritten: "Councillor Ann Birch", Status: "apologies", Span: span("apologies-from")},
			{Name: "Cy Dale", AsWritten: "Cy Dale", Status: "apologies", Span: span("apologies-from")},
			{Name: "Ed Firth", AsWritten: "Ed Firth", Status: "apologies", Span: span("apologies-from")},
			{Name: "Ed Firth", AsWritten: "Ed Firth", Status: "late", Span: span("entered")},
		},
		Items: []record.AgendaItem{{
			Votes: []record.VoteCount{{For: two(), Against: two(), Span: span("vote-words")}},
			NamedVotes: []record.NamedVote{
				{Name: "Ann Birch", AsWritten: "Ann Birch", Option: "for", Span: span("for-list")},
				{Name: "Cy Dale", AsWritten: "Cy Dale", Option: "for", Span: span("for-list")},
				{Name: "Ed Firth", AsWritten: "Ed Firth", Option: "for", Span: span("for-list")},
				{Name: "Flo Gale", AsWritten: "Flo Gale", Option: "against", Span: span("against-list")},
				{Name: "Flo Gale", AsWritten: "Flo Gale", Option: "abstain", Span: span("abstained")},
			},
		}},
	}}}
	Weigh(page)
	m := page.Meetings[0]
	var there []string
	for _, a := range m.Attendances {
		there = append(there, a.AsWritten+" "+a.Status)
	}
	if want := "Cy Dale apologies, Ed Firth apologies, Ed Firth late"; strings.Join(there, ", ") != want {
		t.Errorf("attendances %q; want %s", there, want)
	}
	item := m.Items[0]
	if len(item.NamedVotes) != 3 {
		t.Errorf("%d named votes, want 3: Flo Gale's is open", len(item.NamedVotes))
	}
	if v := item.Votes[0]; v.For != nil || v.Against == nil {
		t.Errorf("figures %v for, %v against; three names for 2 votes leave the first open", v.For, v.Against)
	}
	if n := page.Unsettled(); n != 5 {
		t.Errorf("%d readings left open, want 5: %+v %+v", n, m.Unsettled, item.Unsettled)
	}
}
