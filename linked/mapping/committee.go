package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/committee"
	"councilgraph/ent/meeting"
	"councilgraph/ent/membership"
	"councilgraph/ent/person"
	"councilgraph/internal/relay"
	"councilgraph/linked/rdf"
)

// who is what is read of a person who is only mentioned.
func who(q *ent.PersonQuery) { q.Select(person.FieldURI, person.FieldKey, person.FieldName) }

func (m *Mapper) committees(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Committee.Query().Where(committee.IDIn(ids...)).WithCouncil(whose).WithParent(body).
		WithChildren(func(q *ent.CommitteeQuery) {
			q.Select(committee.FieldURI, committee.FieldName, committee.FieldParentID).Order(committee.ByNameSort(), committee.ByID())
		}).
		WithMemberships(func(q *ent.MembershipQuery) { q.Order(membership.ByID()).WithPerson(who) }).
		WithMeetings(func(q *ent.MeetingQuery) {
			q.Select(meeting.FieldURI, meeting.FieldDate, meeting.FieldDateDesc, meeting.FieldCommitteeID)
			q.Modify(relay.FirstPerParentBy(meeting.FieldCommitteeID, mostMeetings+1, relay.Term{Column: meeting.FieldDateDesc, Desc: true}, relay.Term{Column: meeting.FieldID, Desc: true}))
		}).All(ctx)
	out := make([]*about, len(rows))
	for i, c := range rows {
		out[i] = m.aboutCommittee(c)
	}
	return out, err
}

func (m *Mapper) aboutCommittee(c *ent.Committee) *about {
	council := c.Edges.Council
	a := m.begin(c.ID, c.URI, c.Key, council)
	a.label = c.Name + ", " + council.Name
	a.Is("org:OrganizationalUnit", "schema:GovernmentOrganization").
		Add("skos:prefLabel", rdf.Text(c.Name, a.language)).Add("schema:name", rdf.Text(c.Name, "")).
		Add("org:unitOf", a.council(council)).Add("schema:parentOrganization", a.thing(council.URI)).
		Add("org:classification", concept("committee-kind", string(c.Kind))).
		Text("schema:identifier", c.SourceID, "")
	a.committee("org:subOrganizationOf", c.Edges.Parent)
	for _, child := range cut(a, c.Edges.Children, "sub-committees") {
		a.Add("org:hasSubOrganization", a.named(child.URI, child.Name))
	}
	day(a.Subject, "schema:foundingDate", c.StartDate)
	day(a.Subject, "schema:dissolutionDate", c.EndDate)
	for _, ms := range cut(a, c.Edges.Memberships, "memberships") {
		ms.Edges.Committee = c
		s := a.membership(ms.Edges.Person, ms)
		a.Add("org:hasMembership", itself(s))
	}
	meetings := c.Edges.Meetings
	if len(meetings) > mostMeetings {
		a.notes = append(a.notes, "It lists the latest "+itoa(mostMeetings)+" meetings; the API and the bulk files have all of them.")
		meetings = meetings[:mostMeetings]
	}
	for _, held := range meetings {
		a.Add("schema:event", a.thing(held.URI))
		day(a.graph.About(m.Base+held.URI), "schema:startDate", held.Date)
	}
	return a
}

// membership describes a seat, which hangs on the person.
func (a *about) membership(p *ent.Person, ms *ent.Membership) *rdf.Subject {
	s := a.graph.About(a.leaf(p.URI, p.Key, ms.Key)).Is("org:Membership", "schema:OrganizationRole").Add("org:member", a.named(p.URI, p.Name))
	if c := ms.Edges.Committee; c != nil {
		s.Add("org:organization", a.named(c.URI, c.Name))
	}
	s.Text("cd:outsideBody", ms.OutsideBody, a.language)
	if ms.Role != nil {
		s.Add("org:role", concept("role", string(*ms.Role)))
	}
	s.Text("cd:roleAsWritten", ms.RoleAsWritten, a.language)
	a.during(s, ms.StartDate, ms.EndDate)
	return s
}

// during states from when to when, as far as it is known.
func (a *about) during(s *rdf.Subject, from, to *string) {
	if from == nil && to == nil {
		return
	}
	s.Add("org:memberDuring", rdf.Ref(s.IRI()+"/time"))
	interval := a.graph.About(s.IRI() + "/time").Is("time:Interval")
	for _, end := range []struct {
		property, name, plain string
		day                   *string
	}{{"time:hasBeginning", "/from", "schema:startDate", from}, {"time:hasEnd", "/to", "schema:endDate", to}} {
		if end.day == nil {
			continue
		}
		day(s, end.plain, end.day)
		interval.Add(end.property, rdf.Ref(interval.IRI()+end.name))
		day(a.graph.About(interval.IRI()+end.name).Is("time:Instant"), "time:inXSDDate", end.day)
	}
}
