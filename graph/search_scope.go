package graph

import (
	"context"
	"fmt"

	"councilgraph/ent/council"
	"councilgraph/ent/predicate"
	"councilgraph/graph/model"
	"councilgraph/internal/searchtext"
)

// searchScope is where a search looks: ranges of the texts' numbers, a council unless it is 0, and marks of which a text must have
// one out of each list.
type searchScope struct {
	ranges  []searchRange
	council int64
	marks   [][]string
}

// searchRange is the numbers of one kind of text.
type searchRange struct {
	kind        searchtext.Kind
	first, last int64
}

func (r *Resolver) searchScope(ctx context.Context, types []model.SearchType, where *model.SearchFilter) (*searchScope, error) {
	kinds := searchtext.Kinds()
	if types != nil {
		if len(types) == 0 {
			return nil, &model.InputError{Argument: "types", Message: "types is empty; leave it out to search all kinds"}
		}
		asked := map[searchtext.Kind]bool{}
		kinds = nil
		for _, t := range types {
			if k := searchKinds[t]; !asked[k] {
				asked[k] = true
				kinds = append(kinds, k)
			}
		}
	}
	if where == nil {
		where = &model.SearchFilter{}
	}
	scope := &searchScope{}
	for _, k := range kinds {
		if first, last, ok := searchtext.Range(k, value(where.DateGte), value(where.DateLte)); ok {
			scope.ranges = append(scope.ranges, searchRange{k, first, last})
		}
	}
	if where.CouncilID != nil {
		scope.mark(*where.CouncilID)
	}
	if where.CouncilIDIn != nil {
		scope.mark(where.CouncilIDIn...)
	}
	if where.CouncilSlug != nil {
		if err := r.searchCouncil(ctx, scope, "councilSlug", *where.CouncilSlug, council.Slug(*where.CouncilSlug)); err != nil {
			return nil, err
		}
	}
	if where.CouncilGssCode != nil {
		if err := r.searchCouncil(ctx, scope, "councilGssCode", *where.CouncilGssCode, council.GssCode(*where.CouncilGssCode)); err != nil {
			return nil, err
		}
	}
	if where.CommitteeID != nil {
		scope.marks = append(scope.marks, []string{searchtext.CommitteeMark(int64(*where.CommitteeID))})
	}
	return scope, nil
}

// mark asks for one of these councils.
func (s *searchScope) mark(councils ...int) {
	if len(councils) == 1 && councils[0] != 0 && s.council == 0 {
		s.council = int64(councils[0])
		return
	}
	marks := make([]string, len(councils))
	for i, id := range councils {
		marks[i] = searchtext.CouncilMark(int64(id))
	}
	s.marks = append(s.marks, marks)
}

// searchCouncil asks for the council that is named. A council that is not known would find nothing, which
// reads as if it had decided nothing: it is a mistake.
func (r *Resolver) searchCouncil(ctx context.Context, scope *searchScope, field, given string, is predicate.Council) error {
	c, err := orNil(r.Store.Council.Query().Where(is).Only(ctx))
	if err != nil {
		return err
	}
	if c == nil {
		return &model.InputError{Argument: "where", Message: fmt.Sprintf("where.%s: no council has %q; councils { nodes { slug gssCode } } lists them", field, given)}
	}
	scope.mark(c.ID)
	return nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
