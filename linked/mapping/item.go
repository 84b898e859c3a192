package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/amount"
	"councilgraph/ent/declaration"
	"councilgraph/ent/document"
	"councilgraph/ent/issue"
	"councilgraph/ent/motion"
	"councilgraph/ent/participation"
	"councilgraph/ent/reference"
	"councilgraph/ent/resolution"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
	"councilgraph/linked/rdf"
)

func (m *Mapper) items(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.AgendaItem.Query().Where(agendaitem.IDIn(ids...)).WithCouncil(whose).WithCommittee(body).WithMeeting(sitting).
		WithParent(heading).
		WithChildren(func(q *ent.AgendaItemQuery) { heading(q); q.Order(agendaitem.ByPosition(), agendaitem.ByID()) }).
		WithIssue(func(q *ent.IssueQuery) { q.Select(issue.FieldURI, issue.FieldTitle) }).
		WithResolutions(func(q *ent.ResolutionQuery) {
			q.Select(resolution.FieldURI, resolution.FieldAgendaItemID).Order(resolution.ByPosition(), resolution.ByID())
		}).
		WithMotions(func(q *ent.MotionQuery) { q.Order(motion.ByPosition(), motion.ByID()).WithMover(who).WithSeconder(who) }).
		WithVoteEvents(func(q *ent.VoteEventQuery) {
			q.Order(voteevent.ByPosition(), voteevent.ByID()).WithVotes(func(q *ent.VoteQuery) { q.Order(vote.ByPosition(), vote.ByID()).WithPerson(who) })
		}).
		WithDeclarations(func(q *ent.DeclarationQuery) {
			q.Order(declaration.ByPosition(), declaration.ByID()).WithPerson(who).WithMeeting(sitting)
		}).
		WithParticipations(func(q *ent.ParticipationQuery) {
			q.Order(participation.ByPosition(), participation.ByID()).WithPerson(who)
		}).
		WithAmounts(func(q *ent.AmountQuery) { q.Order(amount.ByPosition(), amount.ByID()) }).
		WithDocuments(func(q *ent.DocumentQuery) { q.Order(document.ByPosition(), document.ByID()) }).
		WithReferences(func(q *ent.ReferenceQuery) { q.Order(reference.ByPosition(), reference.ByID()); targets(q) }).All(ctx)
	out := make([]*about, len(rows))
	for i, r := range rows {
		out[i] = m.aboutItem(r)
	}
	return out, err
}

// targets reads what references point to.
func targets(q *ent.ReferenceQuery) {
	q.WithTargetItem(heading).WithTargetMeeting(sitting).
		WithTargetDocument(func(q *ent.DocumentQuery) { q.WithAgendaItem(heading).WithMeeting(sitting) })
}

func (m *Mapper) aboutItem(i *ent.AgendaItem) *about {
	a := m.begin(i.ID, i.URI, i.Key, i.Edges.Council)
	a.Is("cd:AgendaItem").Text("dct:title", i.Title, a.language).Text("dct:identifier", i.Number, "").Text("cd:minuteNumber", i.MinuteNumber, "").
		Add("cd:position", rdf.Int(i.Position))
	a.label = "Agenda item"
	switch {
	case i.Title != nil:
		a.label = *i.Title
	case i.Number != nil:
		a.label = "Item " + *i.Number
	}
	day(a.Subject, "dct:date", i.Date)
	if i.Edges.Meeting != nil {
		a.Add("schema:superEvent", a.thing(i.Edges.Meeting.URI))
	}
	a.committee("schema:organizer", i.Edges.Committee)
	a.Add("cd:council", a.council(i.Edges.Council))
	if i.Edges.Parent != nil {
		a.Add("dct:isPartOf", a.item(i.Edges.Parent))
	}
	for _, c := range cut(a, i.Edges.Children, "parts") {
		a.Add("dct:hasPart", a.item(c))
	}
	if i.Edges.Issue != nil {
		a.Add("cd:issue", a.thing(i.Edges.Issue.URI))
		a.graph.About(m.Base+i.Edges.Issue.URI).Text("dct:title", i.Edges.Issue.Title, a.language)
	}
	a.Text("cd:purpose", i.Purpose, a.language).Text("cd:minutes", i.Minutes, a.language).Text("cd:decisionText", i.Decision, a.language).
		Text("cd:reasons", i.Reasons, a.language).Text("cd:alternatives", i.Alternatives, a.language).
		Bool("cd:restricted", i.Restricted).Text("cd:exemption", i.Exemption, a.language).Add("cd:truncated", rdf.Bool(i.Truncated))
	if i.Outcome != nil {
		a.Add("cd:outcome", concept("outcome", string(*i.Outcome)))
	}
	for _, r := range cut(a, i.Edges.Resolutions, "resolutions") {
		a.Add("cd:resolution", a.thing(r.URI))
	}
	a.motions(i)
	a.votes(i)
	for _, d := range cut(a, i.Edges.Declarations, "declarations") {
		if d.Edges.Meeting != nil { // it has its name from its meeting
			a.declaration(d.Edges.Meeting.URI, d.Edges.Meeting.Key, d)
		} else {
			a.declaration(i.URI, i.Key, d)
		}
	}
	for _, p := range cut(a, i.Edges.Participations, "participations") {
		a.participation(i, p)
	}
	for _, d := range cut(a, i.Edges.Documents, "documents") {
		a.Add("schema:workFeatured", rdf.Ref(a.document(i.URI, i.Key, d).IRI()))
	}
	for _, s := range cut(a, i.Edges.Amounts, "amounts") {
		a.amount(i.URI, i.Key, s)
	}
	for _, r := range cut(a, i.Edges.References, "references") {
		a.reference(i.URI, i.Key, r)
	}
	return a
}

// participation describes who had which part in an item.
func (a *about) participation(i *ent.AgendaItem, p *ent.Participation) {
	s := a.graph.About(a.leaf(i.URI, i.Key, p.Key)).Is("cd:Participation").Add("cd:part", concept("part", string(p.How))).
		Add("cd:asWritten", rdf.Text(p.AsWritten, "")).Add("cd:capacity", concept("capacity", string(p.Kind))).Text("cd:roleAsWritten", p.Role, a.language)
	a.Add("cd:participation", rdf.Ref(s.IRI()))
	a.personOf(s, "cd:person", p.Edges.Person)
}

// amount describes a sum of money, which hangs on its item.
func (a *about) amount(parentURI, parentKey string, m *ent.Amount) {
	s := a.graph.About(a.leaf(parentURI, parentKey, m.Key)).Is("schema:MonetaryAmount").Add("cd:asWritten", rdf.Text(m.AsWritten, "")).
		Add("schema:currency", rdf.Text(m.Currency, "")).Decimal("schema:minValue", m.Low).Decimal("schema:maxValue", m.High).Text("cd:per", m.Per, "")
	a.Add("cd:amount", rdf.Ref(s.IRI()))
}

// reference describes what a text points to.
func (a *about) reference(parentURI, parentKey string, r *ent.Reference) {
	s := a.graph.About(a.leaf(parentURI, parentKey, r.Key)).Is("cd:Reference").Add("cd:asWritten", rdf.Text(r.AsWritten, "")).
		Add("cd:referenceKind", concept("reference-kind", string(r.Kind))).Text("cd:number", r.Number, "")
	day(s, "dct:date", r.Date)
	a.Add("cd:reference", rdf.Ref(s.IRI()))
	e := r.Edges
	if e.TargetItem != nil {
		s.Add("cd:target", a.item(e.TargetItem))
		a.Add("dct:references", a.thing(e.TargetItem.URI))
	}
	if e.TargetMeeting != nil {
		s.Add("cd:target", a.thing(e.TargetMeeting.URI))
		a.Add("dct:references", a.thing(e.TargetMeeting.URI))
	}
	if d := e.TargetDocument; d != nil {
		target := ""
		switch {
		case d.Edges.AgendaItem != nil:
			target = a.leaf(d.Edges.AgendaItem.URI, d.Edges.AgendaItem.Key, d.Key)
		case d.Edges.Meeting != nil:
			target = a.leaf(d.Edges.Meeting.URI, d.Edges.Meeting.Key, d.Key)
		default:
			return
		}
		s.Add("cd:target", rdf.Ref(target))
		a.Add("dct:references", rdf.Ref(target))
	}
}
