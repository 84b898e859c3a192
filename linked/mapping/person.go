package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/membership"
	"councilgraph/ent/office"
	"councilgraph/ent/person"
	"councilgraph/ent/personidentifier"
	"councilgraph/ent/personname"
	"councilgraph/ent/term"
	"councilgraph/linked/rdf"
)

func (m *Mapper) people(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Person.Query().Where(person.IDIn(ids...)).WithCouncil(whose).
		WithNames(func(q *ent.PersonNameQuery) { q.Order(personname.ByID()) }).
		WithIdentifiers(func(q *ent.PersonIdentifierQuery) { q.Order(personidentifier.ByID()) }).
		WithMemberships(func(q *ent.MembershipQuery) { q.Order(membership.ByID()).WithCommittee(body) }).
		WithTerms(func(q *ent.TermQuery) { q.Order(term.ByID()).WithWard().WithParty() }).
		WithOffices(func(q *ent.OfficeQuery) { q.Order(office.ByID()) }).All(ctx)
	out := make([]*about, len(rows))
	for i, p := range rows {
		out[i] = m.aboutPerson(p)
	}
	return out, err
}

func (m *Mapper) aboutPerson(p *ent.Person) *about {
	council := p.Edges.Council
	a := m.begin(p.ID, p.URI, p.Key, council)
	a.label = p.Name + ", " + council.Name
	a.Is("foaf:Person", "schema:Person").Add("foaf:name", rdf.Text(p.Name, "")).Add("schema:name", rdf.Text(p.Name, "")).
		Text("foaf:givenName", p.GivenName, "").Text("foaf:familyName", p.FamilyName, "").Text("foaf:title", p.Honorific, "").
		Add("cd:namedBy", a.council(council))
	if p.Kind != nil {
		a.Add("cd:capacity", concept("capacity", string(*p.Kind)))
	}
	for _, n := range cut(a, p.Edges.Names, "names") {
		a.Add("schema:alternateName", rdf.Text(n.Name, ""))
	}
	a.Text("schema:identifier", p.SourceID, "")
	for _, n := range cut(a, p.Edges.Identifiers, "identifiers") {
		a.Add("schema:identifier", rdf.Text(n.Value, ""))
	}
	for _, t := range cut(a, p.Edges.Terms, "terms") {
		a.Add("org:hasMembership", rdf.Ref(a.term(council, p, t).IRI()))
	}
	for _, ms := range cut(a, p.Edges.Memberships, "memberships") {
		a.Add("org:hasMembership", rdf.Ref(a.membership(p, ms).IRI()))
	}
	for _, o := range cut(a, p.Edges.Offices, "offices") {
		a.Add("org:holds", rdf.Ref(a.office(council, p, o).IRI()))
	}
	return a
}

// term describes a term as councillor: a membership of the council itself.
func (a *about) term(c *ent.Council, p *ent.Person, t *ent.Term) *rdf.Subject {
	s := a.graph.About(a.leaf(p.URI, p.Key, t.Key)).Is("org:Membership", "schema:OrganizationRole", "cd:Term").
		Add("org:member", rdf.Ref(a.IRI())).Add("org:organization", a.council(c)).Add("org:role", rdf.Name("cd:role-councillor"))
	if t.Edges.Ward != nil {
		s.Add("cd:ward", rdf.Ref(a.ward(c, t.Edges.Ward).IRI()))
	}
	if t.Edges.Party != nil {
		s.Add("opengov:onBehalfOf", rdf.Ref(a.party(c, t.Edges.Party).IRI()))
	}
	s.Text("cd:partyAsWritten", t.PartyAsWritten, "")
	a.during(s, t.StartDate, t.EndDate)
	return s
}

// office describes a post that records name with the person.
func (a *about) office(c *ent.Council, p *ent.Person, o *ent.Office) *rdf.Subject {
	s := a.graph.About(a.leaf(p.URI, p.Key, o.Key)).Is("org:Post").Add("skos:prefLabel", rdf.Text(o.Title, a.language)).
		Add("org:heldBy", rdf.Ref(a.IRI())).Add("org:postIn", a.council(c))
	day(s, "cd:firstSeen", o.FirstSeen)
	day(s, "cd:lastSeen", o.LastSeen)
	return s
}
