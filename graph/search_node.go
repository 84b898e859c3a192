package graph

import (
	"context"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/committee"
	entdocument "councilgraph/ent/document"
	"councilgraph/ent/issue"
	"councilgraph/ent/person"
	"councilgraph/ent/resolution"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
	"councilgraph/internal/searchquery"
	"councilgraph/internal/searchtext"
)

// edges are the entries of a page, with the nodes and the places of the words in their texts.
func (s *searching) edges(ctx context.Context, page []relay.Place, cursors []string, found map[int64]match) ([]*model.SearchEdge, error) {
	ids := map[searchtext.Kind][]int{}
	for _, p := range page {
		k := searchtext.KindOf(p.ID)
		ids[k] = append(ids[k], found[p.ID].node)
	}
	nodes := make(map[int]shown, len(page))
	for k, of := range ids {
		if err := s.show(ctx, k, of, nodes); err != nil {
			return nil, err
		}
	}
	out := make([]*model.SearchEdge, 0, len(page))
	for i, p := range page {
		n, ok := nodes[found[p.ID].node]
		if !ok {
			continue // deleted since it was found
		}
		out = append(out, &model.SearchEdge{Node: n.node, Cursor: cursors[i], Snippet: s.query.SnippetOf(n.texts...), Score: searchquery.Points(p.Score)})
	}
	return out, nil
}

// shown is a node with the texts that a snippet can be taken from, the one that tells most first.
type shown struct {
	node  ent.Noder
	texts []string
}

// show reads the nodes of one kind. Their texts are those that load brings into the index.
func (s *searching) show(ctx context.Context, k searchtext.Kind, ids []int, into map[int]shown) error {
	switch k {
	case searchtext.AgendaItem:
		nodes, err := s.store.AgendaItem.Query().Where(agendaitem.IDIn(ids...)).All(ctx)
		for _, n := range nodes {
			into[n.ID] = shown{n, []string{joined(n.Purpose, n.Minutes, n.Decision, n.Reasons, n.Alternatives), value(n.Title)}}
		}
		return err
	case searchtext.Resolution:
		nodes, err := s.store.Resolution.Query().Where(resolution.IDIn(ids...)).All(ctx)
		for _, n := range nodes {
			into[n.ID] = shown{n, []string{n.Text}}
		}
		return err
	case searchtext.Person:
		nodes, err := s.store.Person.Query().Where(person.IDIn(ids...)).All(ctx)
		for _, n := range nodes {
			into[n.ID] = shown{n, []string{strings.TrimSpace(value(n.Honorific) + " " + n.Name)}}
		}
		return err
	case searchtext.Committee:
		nodes, err := s.store.Committee.Query().Where(committee.IDIn(ids...)).All(ctx)
		for _, n := range nodes {
			into[n.ID] = shown{n, []string{n.Name}}
		}
		return err
	case searchtext.Issue:
		nodes, err := s.store.Issue.Query().Where(issue.IDIn(ids...)).All(ctx)
		for _, n := range nodes {
			into[n.ID] = shown{n, []string{value(n.Title)}}
		}
		return err
	case searchtext.Document:
		nodes, err := s.store.Document.Query().Where(entdocument.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		texts, err := s.fileTexts(ctx, nodes)
		for _, n := range nodes {
			into[n.ID] = shown{n, []string{texts[n.ID], value(n.Title), value(n.ReportReference)}}
		}
		return err
	}
	return nil
}

// joined are the texts that there are, each once.
func joined(texts ...*string) string {
	var out string
	for _, t := range texts {
		if t != nil && !strings.Contains(out, *t) {
			out += *t + "\n"
		}
	}
	return out
}
