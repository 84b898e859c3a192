package graph

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/part"
	"councilgraph/ent/person"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// peopleOf are those who had a part in a resolution. The bits of the parts grow with how particular they
// are, so that those who were only there come last, and are the first that a short list leaves out.
func (r *Resolver) peopleOf(ctx context.Context, of *ent.Resolution, first int) ([]*model.ResolutionPart, error) {
	if err := relay.Within("first", first, relay.MaxList); err != nil {
		return nil, err
	}
	return relay.Load(ctx, fmt.Sprintf("Resolution.people %d", first), of.ID, func(ctx context.Context, ids []int) (map[int][]*model.ResolutionPart, error) {
		query := r.Store.Part.Query().Where(part.ResolutionIDIn(ids...))
		if len(ids) == 1 {
			query.Where(func(s *sql.Selector) {
				s.OrderBy(sql.Desc(s.C(part.FieldHow)), s.C(part.FieldPersonID), s.C(part.FieldAsWritten)).Limit(first)
			})
		} else {
			query.Modify(relay.FirstPerParentBy(part.FieldResolutionID, first,
				relay.Term{Column: part.FieldHow, Desc: true}, relay.Term{Column: part.FieldPersonID}, relay.Term{Column: part.FieldAsWritten}))
		}
		rows, err := query.All(ctx)
		if err != nil {
			return nil, err
		}
		return r.withPeople(ctx, rows)
	})
}

// withPeople gives rows of the join by resolution, with their people.
func (r *Resolver) withPeople(ctx context.Context, rows []*ent.Part) (map[int][]*model.ResolutionPart, error) {
	var ids []int
	for _, row := range rows {
		if row.PersonID != 0 {
			ids = append(ids, row.PersonID)
		}
	}
	people, err := byIDs(ids, func(some []int) ([]*ent.Person, error) {
		return r.Store.Person.Query().Where(person.IDIn(some...)).All(ctx)
	}, func(found *ent.Person) int { return found.ID })
	if err != nil {
		return nil, err
	}
	out := map[int][]*model.ResolutionPart{}
	for _, row := range rows {
		p := &model.ResolutionPart{Person: people[row.PersonID], How: partNames(row.How)}
		if p.Person == nil {
			if row.PersonID != 0 {
				return nil, fmt.Errorf("part %d: its person %d is not in the store", row.ID, row.PersonID)
			}
			p.AsWritten = &row.AsWritten
		}
		out[row.ResolutionID] = append(out[row.ResolutionID], p)
	}
	return out, nil
}
