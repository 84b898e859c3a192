package mapping

import (
	"context"
	"strconv"

	"councilgraph/ent"
	"councilgraph/ent/committee"
	"councilgraph/ent/council"
	"councilgraph/ent/party"
	"councilgraph/ent/ward"
	"councilgraph/linked/rdf"
)

func itoa(n int) string { return strconv.Itoa(n) }

// area is the address of an area in the statistics office's own linked data.
func area(gss string) rdf.Term {
	return rdf.Ref("http://statistics.data.gov.uk/id/statistical-geography/" + gss)
}

// whose is what is read of a council where it is only mentioned.
func whose(q *ent.CouncilQuery) {
	q.Select(council.FieldURI, council.FieldKey, council.FieldName, council.FieldNation, council.FieldBaseURL)
}

// body is what is read of a committee where it is only mentioned.
func body(q *ent.CommitteeQuery) {
	q.Select(committee.FieldURI, committee.FieldKey, committee.FieldName)
}

func (m *Mapper) councils(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Council.Query().Where(council.IDIn(ids...)).
		WithCommittees(func(q *ent.CommitteeQuery) {
			q.Select(committee.FieldURI, committee.FieldName, committee.FieldCouncilID).Order(committee.ByNameSort(), committee.ByID())
		}).
		WithWards(func(q *ent.WardQuery) { q.Order(ward.ByNameSort(), ward.ByID()) }).
		WithParties(func(q *ent.PartyQuery) { q.Order(party.ByNameSort(), party.ByID()) }).
		WithSuccessors(whose).WithPredecessors(whose).All(ctx)
	out := make([]*about, len(rows))
	for i, c := range rows {
		out[i] = m.aboutCouncil(c)
	}
	return out, err
}

func (m *Mapper) aboutCouncil(c *ent.Council) *about {
	a := m.begin(c.ID, c.URI, c.Key, c)
	a.label = c.Name
	a.Is("org:FormalOrganization", "schema:GovernmentOrganization").
		Add("skos:prefLabel", rdf.Text(c.Name, "en")).Add("schema:name", rdf.Text(c.Name, "")).
		Add("schema:alternateName", rdf.Text(c.ShortName, "")).
		Add("org:classification", concept("council-kind", string(c.Kind))).
		Add("schema:identifier", rdf.Text(c.RegisterCode, ""))
	if c.GssCode != nil {
		a.Text("org:identifier", c.GssCode, "").Add("dct:spatial", area(*c.GssCode))
	}
	page(a.Subject, "foaf:homepage", c.Website)
	page(a.Subject, "foaf:page", c.BaseURL)
	day(a.Subject, "schema:foundingDate", c.StartDate)
	day(a.Subject, "schema:dissolutionDate", c.EndDate)
	for _, s := range c.Edges.Successors {
		a.Add("dct:isReplacedBy", a.council(s))
	}
	for _, p := range c.Edges.Predecessors {
		a.Add("dct:replaces", a.council(p))
	}
	for _, k := range cut(a, c.Edges.Committees, "committees") {
		a.Add("org:hasUnit", a.named(k.URI, k.Name))
	}
	for _, w := range cut(a, c.Edges.Wards, "wards") {
		s := a.ward(c, w)
		a.Add("cd:ward", itself(s))
	}
	for _, p := range cut(a, c.Edges.Parties, "parties") {
		a.party(c, p)
	}
	return a
}

// ward describes a ward, which hangs on its council.
func (a *about) ward(c *ent.Council, w *ent.Ward) *rdf.Subject {
	return a.graph.About(a.leaf(c.URI, c.Key, w.Key)).Is("schema:AdministrativeArea", "cd:Ward").
		Add("skos:prefLabel", rdf.Text(w.Name, a.language)).Add("schema:name", rdf.Text(w.Name, "")).Add("cd:wardOf", a.thing(c.URI))
}

// party describes a party on a council.
func (a *about) party(c *ent.Council, p *ent.Party) *rdf.Subject {
	return a.graph.About(a.leaf(c.URI, c.Key, p.Key)).Is("org:Organization", "cd:Party").
		Add("skos:prefLabel", rdf.Text(p.Name, a.language)).Add("schema:name", rdf.Text(p.Name, "")).Add("org:linkedTo", a.thing(c.URI))
}

// cut keeps a list within bounds, and has the document say so.
func cut[T any](a *about, list []T, what string) []T {
	return atMost(a, list, mostChildren, what)
}

func atMost[T any](a *about, list []T, most int, what string) []T {
	if len(list) <= most {
		return list
	}
	a.notes = append(a.notes, "It lists "+itoa(most)+" of its "+what+"; the API and the bulk files have all of them.")
	return list[:most]
}
