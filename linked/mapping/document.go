package mapping

import (
	"context"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/change"
	"councilgraph/ent/evidence"
	"councilgraph/linked/rdf"

	"entgo.io/ent/dialect/sql"
)

// document states, for each thing, which pages say so and in what words, and what is known of the document itself.
func (m *Mapper) document(ctx context.Context, kind string, all []*about) error {
	ids := make([]int, len(all))
	for i, a := range all {
		ids[i] = a.id
	}
	if kind != "Council" && kind != "Source" {
		if err := m.evidence(ctx, ids, all); err != nil {
			return err
		}
	}
	modified, err := m.modified(ctx, ids)
	if err != nil {
		return err
	}
	for _, a := range all {
		page := a.graph.About(m.pageOf(a.uri))
		if a.label != "" {
			page.Add("dct:title", rdf.Text(a.label, ""))
		}
		if at := modified[a.id]; at != "" {
			instant(page, "dct:modified", &at)
		}
		page.Add("void:inDataset", rdf.Ref(m.Base+"/data#dataset"))
		page.Add("dct:rights", rdf.Ref(m.Base+"/data#terms"))
		if a.licence != "" {
			page.Add("dct:license", rdf.Ref(a.licence))
		}
		for _, note := range a.notes {
			page.Add("rdfs:comment", rdf.Text(note, "en"))
		}
	}
	return nil
}

// modified is when each node changed last.
func (m *Mapper) modified(ctx context.Context, ids []int) (map[int]string, error) {
	var rows []struct {
		NodeID int    `json:"node_id"`
		At     string `json:"at"`
	}
	err := m.Store.Change.Query().Where(change.NodeIDIn(ids...)).GroupBy(change.FieldNodeID).
		Aggregate(func(s *sql.Selector) string { return sql.As(sql.Max(s.C(change.FieldAt)), "at") }).Scan(ctx, &rows)
	out := make(map[int]string, len(rows))
	for _, r := range rows {
		out[r.NodeID] = r.At
	}
	return out, err
}

// evidence states the sources' words.
func (m *Mapper) evidence(ctx context.Context, ids []int, all []*about) error {
	rows, err := m.Store.Evidence.Query().Where(evidence.SubjectIDIn(ids...)).
		Select(evidence.FieldSubjectID, evidence.FieldQuote, evidence.FieldStart, evidence.FieldEnd, evidence.FieldRule, evidence.FieldSourceID).
		Order(evidence.BySubjectID(), evidence.ByRank(), evidence.ByID()).WithSource().All(ctx)
	if err != nil {
		return err
	}
	bySubject := map[int][]*ent.Evidence{}
	for _, row := range rows {
		bySubject[row.SubjectID] = append(bySubject[row.SubjectID], row)
	}
	for _, a := range all {
		words := bySubject[a.id]
		a.derive(words)
		if len(words) > mostEvidence {
			a.notes = append(a.notes, "It quotes the ten most trusted places; the API has all of them (allEvidence).")
			words = words[:mostEvidence]
		}
		for i, e := range words {
			a.quote(i, e)
		}
	}
	return nil
}

// derive states which sources the thing and its document follow from.
func (a *about) derive(words []*ent.Evidence) {
	page := a.graph.About(a.m.pageOf(a.uri))
	licences := map[string]bool{}
	for _, e := range words {
		src := e.Edges.Source
		if src == nil {
			continue
		}
		page.Add("prov:wasDerivedFrom", a.thing(src.URI))
		if a.from != "" {
			a.Add(a.from, a.thing(src.URI))
		}
		licence := ""
		if src.Licence != nil && strings.HasPrefix(*src.Licence, "http") {
			licence = *src.Licence
		}
		licences[licence] = true
		s := a.graph.About(a.m.Base + src.URI)
		found(s, src)
	}
	if len(licences) == 1 {
		for only := range licences {
			a.licence = only
		}
	}
}

// found states where a source was found and when, wherever it is mentioned.
func found(s *rdf.Subject, src *ent.Source) {
	s.Is("foaf:Document")
	page(s, "dct:source", src.URL)
	instant(s, "cd:fetchedAt", src.FetchedAt)
}

// quote states the words of one source.
func (a *about) quote(i int, e *ent.Evidence) {
	if e.Edges.Source == nil {
		return
	}
	where := a.m.Base + a.uri + "#evidence/" + itoa(i+1)
	a.Add("cd:evidence", rdf.Ref(where))
	s := a.graph.About(where).Is("cd:Evidence").Add("oa:hasSource", a.thing(e.Edges.Source.URI)).Add("cd:rule", rdf.Text(e.Rule, ""))
	s.Add("oa:hasSelector", rdf.Ref(where+"/quote"))
	a.graph.About(where+"/quote").Is("oa:TextQuoteSelector", "oa:TextPositionSelector").
		Add("oa:exact", rdf.Text(e.Quote, "")).Add("oa:start", rdf.Int(e.Start)).Add("oa:end", rdf.Int(e.End))
}
