package graph

import (
	"context"

	"councilgraph/graph/model"
	"councilgraph/internal/relay"
	"councilgraph/internal/searchquery"
	"councilgraph/internal/searchtext"
)

// searchKinds are the kinds of text by their names in the API.
var searchKinds = map[model.SearchType]searchtext.Kind{
	model.SearchTypeAgendaItem: searchtext.AgendaItem, model.SearchTypeResolution: searchtext.Resolution,
	model.SearchTypePerson: searchtext.Person, model.SearchTypeCommittee: searchtext.Committee,
	model.SearchTypeIssue: searchtext.Issue, model.SearchTypeDocument: searchtext.Document,
}

// search is one page of the texts that a query finds, the best first.
func (r *Resolver) search(ctx context.Context, text string, types []model.SearchType, where *model.SearchFilter, first *int, after *string) (*model.SearchConnection, error) {
	query, err := searchquery.Parse(text)
	if err != nil {
		return nil, err
	}
	pager, err := relay.NewRanked("search", []any{text, types, where}, first, after)
	if err != nil {
		return nil, err
	}
	scope, err := r.searchScope(ctx, types, where)
	if err != nil {
		return nil, err
	}
	s := &searching{store: r.Store, query: query, scope: scope}
	found, err := s.ranked(ctx)
	if err != nil {
		return nil, err
	}
	places := make([]relay.Place, 0, len(found))
	for number, f := range found {
		places = append(places, relay.Place{Score: f.score, ID: number})
	}
	page, cursors, info, err := pager.Page(places)
	if err != nil {
		return nil, err
	}
	edges, err := s.edges(ctx, page, cursors, found)
	if err != nil {
		return nil, err
	}
	return &model.SearchConnection{
		Edges: edges, PageInfo: info, CountTypes: s.countTypes,
		CountCouncils: func(ctx context.Context) ([]*model.SearchCouncilCount, error) { return s.countCouncils(ctx, found) },
	}, nil
}
