package graph

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/graph/model"
)

// countTypes counts the texts of each kind that fit.
func (s *searching) countTypes(ctx context.Context) ([]*model.SearchTypeCount, error) {
	if len(s.scope.ranges) == 0 {
		return []*model.SearchTypeCount{}, nil
	}
	counts, err := s.counts(ctx, len(s.scope.ranges), func(b *sql.Builder, i int) {
		b.WriteString("SELECT COUNT(*) FROM (SELECT 1")
		s.query.From(b, s.in(s.scope.ranges[i], false))
		b.WriteString(" LIMIT ").Arg(countedTexts).WriteString(") AS n")
	})
	if err != nil {
		return nil, err
	}
	out := []*model.SearchTypeCount{}
	for _, t := range model.AllSearchType {
		for i, r := range s.scope.ranges {
			if searchKinds[t] == r.kind && counts[i] > 0 {
				out = append(out, &model.SearchTypeCount{Type: t, Count: counts[i], Complete: counts[i] < countedTexts})
			}
		}
	}
	return out, nil
}

// maxSearchCouncils is how many councils a search counts for.
const maxSearchCouncils = 20

// countCouncils counts the ranked texts of each council.
func (s *searching) countCouncils(ctx context.Context, found map[int64]match) ([]*model.SearchCouncilCount, error) {
	counts := map[int]int{}
	for _, m := range found {
		counts[m.council]++
	}
	ids := make([]int, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	ids = ids[:min(len(ids), maxSearchCouncils)]
	councils, err := s.store.Council.Query().Where(council.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	byID := make(map[int]*ent.Council, len(councils))
	for _, c := range councils {
		byID[c.ID] = c
	}
	out := []*model.SearchCouncilCount{}
	for _, id := range ids {
		if c := byID[id]; c != nil {
			out = append(out, &model.SearchCouncilCount{Council: c, Count: counts[id]})
		}
	}
	// Ids differ between databases, addresses do not.
	slices.SortStableFunc(out, func(a, b *model.SearchCouncilCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Council.Slug, b.Council.Slug))
	})
	return out, nil
}
