package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/amount"
	"councilgraph/ent/decision"
	"councilgraph/ent/reference"
	"councilgraph/ent/resolution"
	"councilgraph/linked/rdf"
)

func (m *Mapper) resolutions(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Resolution.Query().Where(resolution.IDIn(ids...)).WithCouncil(whose).WithCommittee(body).WithMeeting(sitting).
		WithAgendaItem(heading).WithMover(who).WithSeconder(who).
		WithAmounts(func(q *ent.AmountQuery) { q.Order(amount.ByPosition(), amount.ByID()) }).
		WithReferences(func(q *ent.ReferenceQuery) { q.Order(reference.ByPosition(), reference.ByID()); targets(q) }).All(ctx)
	out := make([]*about, len(rows))
	for i, r := range rows {
		out[i] = m.aboutResolution(r)
	}
	return out, err
}

func (m *Mapper) aboutResolution(r *ent.Resolution) *about {
	a := m.begin(r.ID, r.URI, r.Key, r.Edges.Council)
	a.from = "prov:wasDerivedFrom"
	item := r.Edges.AgendaItem
	a.label = "Resolution"
	if r.Number != nil {
		a.label += " " + *r.Number
	}
	if item.Title != nil {
		a.label += ": " + *item.Title
	}
	a.Is("cd:Resolution", "opengov:Motion", "prov:Entity", "schema:CreativeWork").Add("schema:text", rdf.Text(r.Text, a.language)).
		Text("dct:identifier", r.Number, "").Add("cd:position", rdf.Int(r.Position)).Add("cd:outcome", concept("outcome", string(r.Kind)))
	day(a.Subject, "dct:date", r.Date)
	a.Add("prov:wasGeneratedBy", a.item(item))
	if r.Edges.Meeting != nil {
		a.Add("cd:meeting", a.thing(r.Edges.Meeting.URI))
	}
	a.committee("prov:wasAttributedTo", r.Edges.Committee)
	a.Add("cd:council", a.council(r.Edges.Council))
	a.personOf(a.Subject, "cd:mover", r.Edges.Mover)
	a.personOf(a.Subject, "cd:seconder", r.Edges.Seconder)
	a.Text("cd:moverAsWritten", r.MoverAsWritten, "").Text("cd:seconderAsWritten", r.SeconderAsWritten, "").
		Text("cd:delegatedTo", r.DelegatedTo, a.language).Text("cd:recommendedTo", r.RecommendedTo, a.language)
	for _, s := range cut(a, r.Edges.Amounts, "amounts") {
		a.amount(item.URI, item.Key, s)
	}
	for _, f := range cut(a, r.Edges.References, "references") {
		a.reference(item.URI, item.Key, f)
	}
	return a
}

func (m *Mapper) decisions(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Decision.Query().Where(decision.IDIn(ids...)).WithCouncil(whose).WithCommittee(body).WithPerson(who).All(ctx)
	out := make([]*about, len(rows))
	for i, r := range rows {
		out[i] = m.aboutDecision(r)
	}
	return out, err
}

func (m *Mapper) aboutDecision(d *ent.Decision) *about {
	a := m.begin(d.ID, d.URI, d.Key, d.Edges.Council)
	a.from = "prov:wasDerivedFrom"
	a.label = "Decision"
	if d.Title != nil {
		a.label = *d.Title
	}
	a.Is("cd:Decision", "prov:Entity", "schema:CreativeWork").Text("dct:title", d.Title, a.language).Text("dct:identifier", d.SourceID, "").
		Text("schema:text", d.Text, a.language).Text("cd:maker", d.Maker, a.language).Text("cd:decisionStatus", d.Status, a.language).
		Bool("cd:keyDecision", d.KeyDecision).Bool("cd:callIn", d.CallIn).Bool("cd:urgent", d.Urgent).
		Text("cd:purpose", d.Purpose, a.language).Text("cd:reasons", d.Reasons, a.language).Text("cd:alternatives", d.Alternatives, a.language)
	day(a.Subject, "dct:date", d.MadeOn)
	day(a.Subject, "dct:issued", d.PublishedOn)
	day(a.Subject, "cd:effectiveOn", d.EffectiveOn)
	a.committee("prov:wasAttributedTo", d.Edges.Committee)
	a.personOf(a.Subject, "prov:wasAttributedTo", d.Edges.Person)
	a.Add("cd:council", a.council(d.Edges.Council))
	return a
}
