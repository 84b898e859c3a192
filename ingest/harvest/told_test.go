package harvest_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/attendance"
	"councilgraph/ent/committee"
	"councilgraph/ent/council"
	"councilgraph/ent/decision"
	"councilgraph/ent/document"
	"councilgraph/ent/issue"
	"councilgraph/ent/meeting"
	"councilgraph/ent/membership"
	"councilgraph/ent/person"
	"councilgraph/ent/resolution"
	"councilgraph/ent/vote"
	"councilgraph/ingest/load"
	"councilgraph/internal/testsite"

	gocmp "github.com/google/go-cmp/cmp"
)

// told is what the graph says of a council, in the words of a test site's truth.
func told(t *testing.T, db *ent.Client, code string) testsite.Truth {
	t.Helper()
	ctx := t.Context()
	id := db.Council.Query().Where(council.RegisterCode(code)).OnlyIDX(ctx)
	var out testsite.Truth
	for _, c := range db.Committee.Query().Where(committee.CouncilID(id)).AllX(ctx) {
		out.Committees = append(out.Committees, testsite.Committee{ID: text(c.SourceID), Name: c.Name})
	}
	for _, p := range db.Person.Query().Where(person.CouncilID(id), person.SourceIDNotNil()).AllX(ctx) {
		one := testsite.Person{ID: text(p.SourceID), Name: p.Name}
		for _, term := range p.QueryTerms().WithWard().WithParty().AllX(ctx) {
			if w := term.Edges.Ward; w != nil {
				one.Ward = w.Name
			}
			if p := term.Edges.Party; p != nil {
				one.Party = p.Name
			}
		}
		out.People = append(out.People, one)
	}
	for _, m := range db.Membership.Query().Where(membership.CouncilID(id)).WithPerson().WithCommittee().AllX(ctx) {
		role := ""
		if m.Role != nil {
			role = map[membership.Role]string{membership.RoleChair: "Chair", membership.RoleViceChair: "Vice-Chair"}[*m.Role]
		}
		out.Memberships = append(out.Memberships, testsite.Membership{Committee: text(m.Edges.Committee.SourceID), Person: text(m.Edges.Person.SourceID), Role: role})
	}
	for _, m := range db.Meeting.Query().Where(meeting.CouncilID(id)).WithCommittee().AllX(ctx) {
		one := testsite.Meeting{ID: text(m.SourceID), Date: text(m.Date), Start: text(m.StartTime), Venue: text(m.Venue), Status: "Confirmed"}
		if c := m.Edges.Committee; c != nil {
			one.Committee = text(c.SourceID)
		}
		if m.Status != nil && *m.Status == meeting.StatusCancelled {
			one.Status = "Cancelled"
		}
		out.Meetings = append(out.Meetings, one)
	}
	for _, a := range db.Attendance.Query().Where(attendance.CouncilID(id)).WithMeeting().WithPerson().AllX(ctx) {
		status := map[attendance.Status]string{attendance.StatusPresent: "Present", attendance.StatusApologies: "Apologies", attendance.StatusExpected: "Expected"}[a.Status]
		out.Attendances = append(out.Attendances, testsite.Attendance{Meeting: text(a.Edges.Meeting.SourceID), Person: whom(a.Edges.Person), Status: status})
	}
	for _, it := range db.AgendaItem.Query().Where(agendaitem.CouncilID(id), agendaitem.MeetingIDNotNil()).WithMeeting().WithIssue().AllX(ctx) {
		one := testsite.Item{ID: text(it.SourceID), Number: text(it.Number), Title: text(it.Title)}
		if m := it.Edges.Meeting; m != nil {
			one.Meeting = text(m.SourceID)
		}
		if is := it.Edges.Issue; is != nil {
			one.Issue = text(is.SourceID)
		}
		out.Items = append(out.Items, one)
	}
	for _, r := range db.Resolution.Query().Where(resolution.CouncilID(id), resolution.MeetingIDNotNil()).WithAgendaItem().WithMover().WithSeconder().AllX(ctx) {
		out.Resolutions = append(out.Resolutions, testsite.Resolution{
			Item: text(r.Edges.AgendaItem.SourceID), Position: r.Position, Text: r.Text, Mover: whom(r.Edges.Mover), Seconder: whom(r.Edges.Seconder),
		})
	}
	for _, d := range db.Document.Query().Where(document.CouncilID(id)).WithAgendaItem().AllX(ctx) {
		one := testsite.Document{Title: text(d.Title)}
		if m := attached.FindStringSubmatch(text(d.URL)); m != nil {
			one.ID = m[1]
		}
		if it := d.Edges.AgendaItem; it != nil {
			one.Item = text(it.SourceID)
		}
		out.Documents = append(out.Documents, one)
	}
	for _, v := range db.Vote.Query().Where(vote.CouncilID(id)).WithPerson().WithVoteEvent(func(q *ent.VoteEventQuery) { q.WithAgendaItem() }).AllX(ctx) {
		option := map[vote.Option]string{vote.OptionFor: "For", vote.OptionAgainst: "Against", vote.OptionAbstain: "Abstain"}[v.Option]
		out.Votes = append(out.Votes, testsite.Vote{Item: text(v.Edges.VoteEvent.Edges.AgendaItem.SourceID), Person: whom(v.Edges.Person), Option: option})
	}
	for _, is := range db.Issue.Query().Where(issue.CouncilID(id), issue.SourceIDNotNil()).AllX(ctx) {
		out.Issues = append(out.Issues, testsite.Issue{ID: text(is.SourceID), Title: text(is.Title)})
	}
	for _, d := range db.Decision.Query().Where(decision.CouncilID(id)).AllX(ctx) {
		out.Decisions = append(out.Decisions, testsite.Decision{ID: text(d.SourceID), Title: text(d.Title), Maker: text(d.Maker), MadeOn: text(d.MadeOn), Text: text(d.Text)})
	}
	return out
}

// attached is the number of an attachment in its address.
var attached = regexp.MustCompile(`(?:/s|ID=)(\d+)`)

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func whom(p *ent.Person) string {
	if p == nil {
		return ""
	}
	return text(p.SourceID)
}

// equal compares what the graph says with the truth, list by list.
func equal(t *testing.T, what string, want, got testsite.Truth) {
	t.Helper()
	same(t, what+": committees", want.Committees, got.Committees)
	for i := range want.People {
		want.People[i].Party = load.PartyName(want.People[i].Party)
	}
	same(t, what+": people", want.People, got.People)
	same(t, what+": memberships", want.Memberships, got.Memberships)
	same(t, what+": meetings", want.Meetings, got.Meetings)
	same(t, what+": attendances", want.Attendances, got.Attendances)
	same(t, what+": items", want.Items, got.Items)
	same(t, what+": resolutions", want.Resolutions, got.Resolutions)
	same(t, what+": documents", want.Documents, got.Documents)
	same(t, what+": votes", want.Votes, got.Votes)
	same(t, what+": issues", want.Issues, got.Issues)
	same(t, what+": decisions", want.Decisions, got.Decisions)
}

func same[T any](t *testing.T, what string, want, got []T) {
	t.Helper()
	if len(want) == 0 && len(got) == 0 {
		return
	}
	for _, list := range [][]T{want, got} {
		slices.SortFunc(list, func(a, b T) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("%s: want -, got +:\n%.3000s", what, d)
	}
}
