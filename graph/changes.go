package graph

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/change"
	"councilgraph/ent/council"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// maxCouncils is how many councils changes(councils:) takes.
const maxCouncils = 50

// changesSince is one page of the feed: changes in the order in which the transactions ended that made
// them, so that whoever goes on from the last cursor misses nothing.
func (r *Resolver) changesSince(ctx context.Context, a relay.Args, where *ent.ChangeWhereInput, types, councils []string) (*ent.ChangeConnection, error) {
	query := r.Store.Change.Query()
	for name, list := range map[string][]string{"types": types, "councils": councils} {
		if list != nil && len(list) == 0 {
			return nil, &model.InputError{Argument: name, Message: name + " is empty and says neither all nor nothing; leave it out, or name some"}
		}
	}
	if types != nil {
		if err := nodeKinds(types); err != nil {
			return nil, err
		}
		query.Where(amongst(change.FieldNodeType, types))
	}
	if councils != nil {
		ids, err := r.councilIDs(ctx, councils)
		if err != nil {
			return nil, err
		}
		query.Where(amongst(change.FieldCouncilID, ids))
	}
	return query.Page(ctx, a.After, a.First, a.Before, a.Last, where)
}

// amongst narrows the feed to rows whose column holds one of these. One value is an index's beginning, with the
// ids behind it in order. For several, an index would have to be read whole and put in order for each
// page; so none is offered, and the feed is walked on from the cursor.
func amongst[T any](column string, values []T) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if len(values) == 1 {
			s.Where(sql.EQ(s.C(column), values[0]))
			return
		}
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("COALESCE(").Ident(s.C(column)).WriteString(", NULL) IN (")
			for i, v := range values {
				if i > 0 {
					b.Comma()
				}
				b.Arg(v)
			}
			b.WriteString(")")
		}))
	}
}

// councilIDs are the ids of councils that are named by slug or GSS code.
func (r *Resolver) councilIDs(ctx context.Context, names []string) ([]int, error) {
	if err := relay.Within("councils", len(names), maxCouncils); err != nil {
		return nil, err
	}
	found, err := r.Store.Council.Query().Where(council.Or(council.SlugIn(names...), council.GssCodeIn(names...))).All(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]int, 0, len(found))
	known := map[string]bool{}
	for _, c := range found {
		ids = append(ids, c.ID)
		known[c.Slug], known[text(c.GssCode)] = true, true
	}
	slices.Sort(ids)
	for _, name := range names {
		if !known[name] {
			return nil, &model.InputError{Argument: "councils", Message: fmt.Sprintf("%q is no slug or GSS code of a council; write one such as bromley or E09000006", name)}
		}
	}
	return ids, nil
}
