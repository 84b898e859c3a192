package export

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/meeting"
	"councilgraph/ent/membership"
	"councilgraph/ent/motion"
	"councilgraph/ent/resolution"
	"councilgraph/ent/term"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
	"councilgraph/linked/mapping"
)

func (r *run) popoloTerms(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Term.Query().Where(term.IDIn(ids...)).Order(term.ByID()).WithPerson().WithCouncil().WithWard().WithParty().All(ctx)
	out := make([]any, len(rows))
	for i, t := range rows {
		c := t.Edges.Council
		m := popoloMembership{
			ID: r.hangingOn(t.Edges.Person, t.Key), Role: "councillor", Person: r.Base + t.Edges.Person.URI, Organization: r.Base + c.URI,
			Start: t.StartDate, End: t.EndDate,
		}
		if t.Edges.Party != nil {
			m.OnBehalfOf = r.within(c, t.Edges.Party.Key)
		}
		if t.Edges.Ward != nil {
			m.Area = r.within(c, t.Edges.Ward.Key)
		}
		out[i] = m
	}
	return out, err
}

func (r *run) popoloMemberships(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Membership.Query().Where(membership.IDIn(ids...)).Order(membership.ByID()).WithPerson().WithCommittee().All(ctx)
	out := make([]any, len(rows))
	for i, s := range rows {
		m := popoloMembership{
			ID: r.hangingOn(s.Edges.Person, s.Key), Label: s.OutsideBody, Person: r.Base + s.Edges.Person.URI, Start: s.StartDate, End: s.EndDate,
		}
		if s.Role != nil {
			m.Role = lower(string(*s.Role))
		}
		if s.Edges.Committee != nil {
			m.Organization = r.Base + s.Edges.Committee.URI
		}
		out[i] = m
	}
	return out, err
}

// popoloHolders are who holds the posts. When they were seen first and last is not when they began and ended.
func (r *run) popoloHolders(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.offices(ctx, ids)
	out := make([]any, len(rows))
	for i, o := range rows {
		at := r.hangingOn(o.Edges.Person, o.Key)
		out[i] = popoloMembership{
			ID: at + "/held", Role: o.Title, Person: r.Base + o.Edges.Person.URI, Organization: r.Base + o.Edges.Council.URI, Post: at,
		}
	}
	return out, err
}

func (r *run) popoloMeetings(ctx context.Context, ids []int) ([]any, error) {
	there := []attendance.Status{attendance.StatusPresent, attendance.StatusSubstitute, attendance.StatusInAttendance, attendance.StatusLate}
	rows, err := r.client.Meeting.Query().Where(meeting.IDIn(ids...)).Order(meeting.ByID()).WithCouncil().WithCommittee().
		WithAttendances(func(q *ent.AttendanceQuery) {
			q.Where(attendance.StatusIn(there...), attendance.PersonIDNotNil()).Order(attendance.ByPosition(), attendance.ByID()).WithPerson()
		}).All(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := r.sourcesOf(ctx, ids)
	out := make([]any, len(rows))
	for i, m := range rows {
		e := popoloEvent{
			ID: r.Base + m.URI, Name: m.Edges.Council.Name, Start: m.Date, Location: m.Venue, Classification: "meeting",
			Organization: r.Base + m.Edges.Council.URI, Sources: sources[m.ID],
		}
		if c := m.Edges.Committee; c != nil {
			e.Name, e.Organization = c.Name+", "+e.Name, r.Base+c.URI
		}
		if m.Status != nil {
			e.Status = lower(string(*m.Status))
		}
		if m.SourceID != nil {
			e.Identifiers = []popoloIdentifier{{"council", *m.SourceID}}
		}
		for _, a := range m.Edges.Attendances {
			e.Attendees = append(e.Attendees, popoloPerson{ID: r.Base + a.Edges.Person.URI, Name: a.Edges.Person.Name})
		}
		out[i] = e
	}
	return out, err
}

// body is whose motion it is, and at which meeting.
func (r *run) body(c *ent.Council, k *ent.Committee, m *ent.Meeting) (organization, session string) {
	organization = r.Base + c.URI
	if k != nil {
		organization = r.Base + k.URI
	}
	if m != nil {
		session = r.Base + m.URI
	}
	return organization, session
}

func (r *run) popoloMotions(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Motion.Query().Where(motion.IDIn(ids...)).Order(motion.ByID()).WithCouncil().WithMover().
		WithAgendaItem(func(q *ent.AgendaItemQuery) { q.WithCommittee().WithMeeting() }).All(ctx)
	out := make([]any, len(rows))
	results := map[motion.Result]string{motion.ResultCarried: "pass", motion.ResultLost: "fail", motion.ResultWithdrawn: "withdrawn", motion.ResultNotPut: "not put"}
	for i, m := range rows {
		item := m.Edges.AgendaItem
		p := popoloMotion{ID: r.Base + mapping.Leaf(item.URI, item.Key, m.Key), Text: m.Text, Classification: lower(string(m.Kind))}
		p.Organization, p.Session = r.body(m.Edges.Council, item.Edges.Committee, item.Edges.Meeting)
		if m.Result != nil {
			p.Result = results[*m.Result]
		}
		if m.Edges.Mover != nil {
			p.Creator = r.Base + m.Edges.Mover.URI
		}
		out[i] = p
	}
	return out, err
}

// popoloResolutions are motions that were carried: that is what a resolution is.
func (r *run) popoloResolutions(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Resolution.Query().Where(resolution.IDIn(ids...)).Order(resolution.ByID()).WithCouncil().WithCommittee().WithMeeting().WithMover().All(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := r.sourcesOf(ctx, ids)
	out := make([]any, len(rows))
	for i, s := range rows {
		p := popoloMotion{ID: r.Base + s.URI, Text: &s.Text, Identifier: s.Number, Classification: "resolution", Result: "pass", Sources: sources[s.ID]}
		p.Organization, p.Session = r.body(s.Edges.Council, s.Edges.Committee, s.Edges.Meeting)
		if s.Edges.Mover != nil {
			p.Creator = r.Base + s.Edges.Mover.URI
		}
		out[i] = p
	}
	return out, err
}

func (r *run) popoloVotes(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.VoteEvent.Query().Where(voteevent.IDIn(ids...)).Order(voteevent.ByID()).WithCouncil().WithMotion().
		WithAgendaItem(func(q *ent.AgendaItemQuery) { q.WithCommittee().WithMeeting() }).
		WithVotes(func(q *ent.VoteQuery) { q.Order(vote.ByPosition(), vote.ByID()).WithPerson() }).All(ctx)
	out := make([]any, len(rows))
	for i, e := range rows {
		item := e.Edges.AgendaItem
		p := popoloVoteEvent{ID: r.Base + mapping.Leaf(item.URI, item.Key, e.Key)}
		p.Organization, p.Session = r.body(e.Edges.Council, item.Edges.Committee, item.Edges.Meeting)
		if e.Edges.Motion != nil {
			p.Motion = r.Base + mapping.Leaf(item.URI, item.Key, e.Edges.Motion.Key)
		}
		if e.Result != nil {
			p.Result = map[voteevent.Result]string{voteevent.ResultCarried: "pass", voteevent.ResultLost: "fail"}[*e.Result]
		}
		for _, c := range []struct {
			option string
			n      *int
		}{{"yes", e.ForCount}, {"no", e.AgainstCount}, {"abstain", e.AbstainCount}} {
			if c.n != nil {
				p.Counts = append(p.Counts, popoloCount{c.option, *c.n})
			}
		}
		for _, v := range e.Edges.Votes {
			one := popoloVote{ID: r.Base + mapping.Leaf(item.URI, item.Key, v.Key), Event: p.ID, Option: mapping.VoteOption(v.Option)}
			if v.Edges.Person != nil {
				one.Voter = r.Base + v.Edges.Person.URI
			}
			p.Votes = append(p.Votes, one)
		}
		out[i] = p
	}
	return out, err
}
