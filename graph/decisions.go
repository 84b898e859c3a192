package graph

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/how"
	"councilgraph/ent/part"
	"councilgraph/ent/predicate"
	"councilgraph/ent/resolution"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// partInResolution is a row of the join, with its resolution.
type partInResolution struct {
	*ent.Part
	of *ent.Resolution
}

// decisions is one page of the resolutions that a person had a part in. Pages of many persons are read
// together.
func (r *Resolver) decisions(ctx context.Context, p *ent.Person, a relay.Args, orderBy []*model.PersonDecisionOrder, parts []model.DecisionPart, where *ent.ResolutionWhereInput) (*model.PersonDecisionConnection, error) {
	filter, err := decisionFilter(parts, where)
	if err != nil {
		return nil, err
	}
	terms := decisionTerms(orderBy)
	pager, err := relay.NewPager("PersonDecision", terms, map[string]any{"how": parts, "where": where}, a)
	if err != nil {
		return nil, err
	}
	pager.TieBy(part.FieldResolutionID)
	name := "Person.decisions " + pager.Name()
	of := func(people []int) *ent.PartQuery {
		return r.Store.Part.Query().Where(part.PersonIDIn(people...)).Where(filter...)
	}
	read := func(ctx context.Context, people []int) (map[int][]partInResolution, error) {
		query := of(people)
		query.Select(part.FieldPersonID, part.FieldResolutionID, part.FieldHow, terms[0].Column)
		if len(people) == 1 {
			query.Where(func(s *sql.Selector) { pager.Seek(s); pager.Order(s) })
		} else {
			query.Modify(pager.PerParent(part.FieldPersonID))
		}
		return r.withResolutions(ctx, query)
	}
	var rows []partInResolution
	if pager.Batchable() {
		rows, err = relay.Load(ctx, name, p.ID, read)
	} else {
		var found map[int][]partInResolution
		found, err = read(ctx, []int{p.ID})
		rows = found[p.ID]
	}
	if err != nil {
		return nil, err
	}
	return decisionPage(pager, rows, func(ctx context.Context) (int, error) {
		return relay.Load(ctx, name+" count", p.ID, func(ctx context.Context, people []int) (map[int]int, error) {
			var groups []struct {
				Person int `sql:"person_id"`
				Count  int `sql:"count"`
			}
			if err := of(people).GroupBy(part.FieldPersonID).Aggregate(ent.Count()).Scan(ctx, &groups); err != nil {
				return nil, err
			}
			counts := make(map[int]int, len(groups))
			for _, g := range groups {
				counts[g.Person] = g.Count
			}
			return counts, nil
		})
	})
}

// decisionTerms are the orders as the store serves them; newest first where there is none.
func decisionTerms(orderBy []*model.PersonDecisionOrder) []relay.Term {
	newest := relay.Term{Name: "DATE", Column: part.FieldDateDesc, Desc: true}
	if len(orderBy) == 0 {
		return []relay.Term{newest}
	}
	terms := make([]relay.Term, len(orderBy))
	for i, o := range orderBy {
		terms[i] = newest
		if o.Direction != entgql.OrderDirectionDesc {
			terms[i] = relay.Term{Name: "DATE", Column: part.FieldDateAsc}
		}
	}
	return terms
}

// decisionFilter narrows the join to the parts and to resolutions that fulfil the filter.
func decisionFilter(parts []model.DecisionPart, where *ent.ResolutionWhereInput) ([]predicate.Part, error) {
	var out []predicate.Part
	if parts != nil {
		mask := how.Mask(0)
		for _, p := range parts {
			mask |= how.Named(string(p))
		}
		if mask == 0 {
			return nil, &model.InputError{Argument: "how", Message: "how is empty and says neither all nor nothing; leave it out, or name a part"}
		}
		out = append(out, func(s *sql.Selector) {
			s.Where(sql.P(func(b *sql.Builder) {
				b.Ident(s.C(part.FieldHow)).WriteString(" & ").Arg(int(mask)).WriteString(" <> 0")
			}))
		})
	}
	if where == nil {
		return out, nil
	}
	fulfils, err := where.P()
	if errors.Is(err, ent.ErrEmptyResolutionWhereInput) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	return append(out, func(s *sql.Selector) {
		// For each row of the person's by the resolution's id: a list of all that fulfil it could be long.
		t := sql.Dialect(s.Dialect()).Table(resolution.Table)
		one := sql.Dialect(s.Dialect()).Select(t.C(resolution.FieldID)).From(t).Where(sql.ColumnsEQ(t.C(resolution.FieldID), s.C(part.FieldResolutionID)))
		one.WithContext(s.Context())
		fulfils(one)
		s.Where(sql.Exists(one))
	}), nil
}

// withResolutions runs a query of the join, and gives its rows by person with their resolutions.
func (r *Resolver) withResolutions(ctx context.Context, query *ent.PartQuery) (map[int][]partInResolution, error) {
	rows, err := query.All(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]int, len(rows))
	for i, row := range rows {
		ids[i] = row.ResolutionID
	}
	resolutions, err := byIDs(ids, func(some []int) ([]*ent.Resolution, error) {
		return r.Store.Resolution.Query().Where(resolution.IDIn(some...)).All(ctx)
	}, func(found *ent.Resolution) int { return found.ID })
	if err != nil {
		return nil, err
	}
	out := map[int][]partInResolution{}
	for _, row := range rows {
		of := resolutions[row.ResolutionID]
		if of == nil {
			return nil, fmt.Errorf("part %d: its resolution %d is not in the store", row.ID, row.ResolutionID)
		}
		out[row.PersonID] = append(out[row.PersonID], partInResolution{row, of})
	}
	return out, nil
}

func decisionPage(pager *relay.Pager, rows []partInResolution, count func(context.Context) (int, error)) (*model.PersonDecisionConnection, error) {
	all := make([]*partInResolution, len(rows))
	for i := range rows {
		all[i] = &rows[i]
	}
	page, err := relay.Build(pager, all, func(row *partInResolution) int { return row.ResolutionID }, func(row *partInResolution, column string) any {
		if column == part.FieldDateAsc {
			return row.DateAsc
		}
		return row.DateDesc
	})
	if err != nil {
		return nil, err
	}
	c := &model.PersonDecisionConnection{Edges: make([]*model.PersonDecisionEdge, len(page.Rows)), PageInfo: page.Info, Count: count}
	for i, row := range page.Rows {
		c.Edges[i] = &model.PersonDecisionEdge{Node: row.of, How: partNames(row.How), Cursor: page.Cursors[i]}
	}
	return c, nil
}

func partNames(mask int) []model.DecisionPart {
	names := how.Mask(mask).Names()
	out := make([]model.DecisionPart, len(names))
	for i, name := range names {
		out[i] = model.DecisionPart(name)
	}
	return out
}
