package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/issue"
	"councilgraph/ent/source"
	"councilgraph/internal/relay"
	"councilgraph/linked/rdf"
)

func (m *Mapper) issues(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Issue.Query().Where(issue.IDIn(ids...)).WithCouncil(whose).
		WithAgendaItems(func(q *ent.AgendaItemQuery) {
			heading(q)
			q.Modify(relay.FirstPerParent(agendaitem.FieldIssueID, agendaitem.FieldThreadSort, mostChildren+1))
		}).All(ctx)
	out := make([]*about, len(rows))
	for i, r := range rows {
		out[i] = m.aboutIssue(r)
	}
	return out, err
}

func (m *Mapper) aboutIssue(r *ent.Issue) *about {
	a := m.begin(r.ID, r.URI, r.Key, r.Edges.Council)
	a.label = "Issue"
	if r.Title != nil {
		a.label = *r.Title
	}
	a.Is("cd:Issue").Text("dct:title", r.Title, a.language).Text("dct:identifier", r.SourceID, "").
		Bool("cd:procedural", r.Procedural).Add("cd:inferred", rdf.Bool(r.Inferred)).Add("cd:council", a.council(r.Edges.Council))
	items := r.Edges.AgendaItems
	if len(items) > mostChildren {
		a.notes = append(a.notes, "It lists the first "+itoa(mostChildren)+" items; the API and the bulk files have all of them.")
		items = items[:mostChildren]
	}
	for _, i := range items {
		a.Add("cd:item", a.item(i))
		day(a.graph.About(m.Base+i.URI), "dct:date", i.Date)
	}
	return a
}

func (m *Mapper) sources(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Source.Query().Where(source.IDIn(ids...)).WithCouncil(whose).All(ctx)
	out := make([]*about, len(rows))
	for i, r := range rows {
		out[i] = m.aboutSource(r)
	}
	return out, err
}

func (m *Mapper) aboutSource(r *ent.Source) *about {
	a := m.begin(r.ID, r.URI, r.Key, r.Edges.Council)
	a.label = "Source " + r.Sha256[:min(12, len(r.Sha256))]
	if r.URL != nil {
		a.label = *r.URL
	}
	found(a.Subject, r)
	a.Is("schema:DigitalDocument", "prov:Entity", "cd:Source").Add("dct:identifier", rdf.Text("sha256:"+r.Sha256, "")).
		Add("dct:format", rdf.Text(r.MediaType, "")).Add("cd:pageType", rdf.Text(r.PageType, "")).Add("cd:readerVersion", rdf.Int(r.ReaderVersion)).
		Add("cd:redacted", rdf.Bool(r.Redacted)).Add("cd:truncated", rdf.Bool(r.Truncated)).Add("cd:superseded", rdf.Bool(r.Superseded)).
		Add("cd:council", a.council(r.Edges.Council))
	instant(a.Subject, "prov:invalidatedAtTime", r.WithdrawnAt)
	if r.Licence != nil {
		page(a.Subject, "dct:license", r.Licence)
		a.Text("cd:licenceAsStated", r.Licence, "")
	}
	a.graph.About(m.pageOf(r.URI)).Add("prov:wasDerivedFrom", rdf.Ref(a.IRI()))
	return a
}
