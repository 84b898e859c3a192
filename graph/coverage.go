package graph

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/committee"
	"councilgraph/ent/coverage"
	"councilgraph/ent/evidence"
	"councilgraph/ent/meeting"
	"councilgraph/ent/source"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// coverage is one page of what the graph holds of a council's committees, in the order of the index that
// serves it.
func (r *Resolver) coverage(ctx context.Context, of string, only *int, in period, fill bool, a relay.Args) (*model.CoverageConnection, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	councils, err := r.councilIDs(ctx, []string{of})
	if err != nil {
		var unknown *model.InputError
		if errors.As(err, &unknown) {
			unknown.Argument = "council"
		}
		return nil, err
	}
	pager, err := relay.NewPager("Coverage", []relay.Term{{Name: "COMMITTEE", Column: coverage.FieldCommitteeID}, {Name: "MONTH", Column: coverage.FieldMonth}},
		[]any{councils, only, in.name(), fill}, a)
	if err != nil {
		return nil, err
	}
	all := r.Store.Coverage.Query().Where(coverage.CouncilID(councils[0]))
	if only != nil {
		if err := r.mustBe(ctx, "committee", *only, "committee", func(n ent.Noder) bool { _, is := n.(*ent.Committee); return is }); err != nil {
			return nil, err
		}
		all.Where(coverage.CommitteeID(*only))
	}
	all.Where(months(in))
	if !fill {
		all.Where(coverage.Or(coverage.MeetingsGT(0), coverage.ItemsGT(0), coverage.UnresolvedGT(0), coverage.FailedGT(0)))
	}
	counted := all.Clone()
	rows, err := all.Where(func(s *sql.Selector) { pager.Seek(s); pager.Order(s) }).All(ctx)
	if err != nil {
		return nil, err
	}
	page, err := relay.Build(pager, rows, func(c *ent.Coverage) int { return c.ID }, func(c *ent.Coverage, column string) any {
		if column == coverage.FieldMonth {
			return c.Month
		}
		return c.CommitteeID
	})
	if err != nil {
		return nil, err
	}
	out := &model.CoverageConnection{Edges: make([]*model.CoverageEdge, len(page.Rows)), PageInfo: page.Info, Count: counted.Count}
	for i, row := range page.Rows {
		out.Edges[i] = &model.CoverageEdge{Node: row, Cursor: page.Cursors[i]}
	}
	return out, nil
}

// months narrows entries to the months of a period.
func months(in period) func(*sql.Selector) {
	return func(s *sql.Selector) {
		for _, end := range []struct {
			day *string
			cut func(string, any) *sql.Predicate
		}{{in.from, sql.GTE}, {in.to, sql.LTE}} {
			if end.day != nil {
				s.Where(sql.And(end.cut(s.C(coverage.FieldMonth), (*end.day)[:len("2006-01")]), sql.NEQ(s.C(coverage.FieldMonth), "")))
			}
		}
	}
}

// monthOf is the first day of an entry's month, nil where it has none.
func monthOf(c *ent.Coverage) *string {
	if c.Month == "" {
		return nil
	}
	day := c.Month + "-01"
	return &day
}

// committeeOf is an entry's committee, nil where it has none.
func (r *Resolver) committeeOf(ctx context.Context, c *ent.Coverage) (*ent.Committee, error) {
	if c.CommitteeID == 0 {
		return nil, nil
	}
	return relay.Load(ctx, "Coverage.committee", c.CommitteeID, func(ctx context.Context, ids []int) (map[int]*ent.Committee, error) {
		return byIDs(ids, func(some []int) ([]*ent.Committee, error) {
			return r.Store.Committee.Query().Where(committee.IDIn(some...)).All(ctx)
		}, func(found *ent.Committee) int { return found.ID })
	})
}

// span is a committee's month.
type span struct {
	council, committee int
	month              string
}

// lastFetched is when the latest page was fetched that tells of an entry's meetings.
func (r *Resolver) lastFetched(ctx context.Context, c *ent.Coverage) (*string, error) {
	if c.Meetings == 0 {
		return nil, nil
	}
	return relay.Load(ctx, "Coverage.lastFetchedAt", span{c.CouncilID, c.CommitteeID, c.Month}, func(ctx context.Context, spans []span) (map[span]*string, error) {
		out := make(map[span]*string, len(spans))
		for _, s := range spans {
			var found []struct {
				At *string `sql:"at"`
			}
			err := r.Store.Source.Query().Modify(func(q *sql.Selector) { latest(q, s) }).Scan(ctx, &found)
			if err != nil {
				return nil, fmt.Errorf("read when meetings were fetched: %w", err)
			}
			if len(found) > 0 {
				out[s] = found[0].At
			}
		}
		return out, nil
	})
}

// latest makes a query of sources one for the time of the latest that speaks of the month's meetings.
func latest(q *sql.Selector, s span) {
	d := sql.Dialect(q.Dialect())
	m, e := d.Table(meeting.Table), d.Table(evidence.Table)
	q.Join(e).On(e.C(evidence.FieldSourceID), q.C(source.FieldID))
	q.Join(m).On(m.C(meeting.FieldID), e.C(evidence.FieldSubjectID))
	from, to := "1"+s.month, "1"+s.month+"-31"
	if s.month == "" {
		from, to = "0", "0"
	}
	q.Where(sql.And(sql.GTE(m.C(meeting.FieldDateDesc), from), sql.LTE(m.C(meeting.FieldDateDesc), to)))
	if s.committee != 0 {
		q.Where(sql.EQ(m.C(meeting.FieldCommitteeID), s.committee))
	} else {
		q.Where(sql.And(sql.EQ(m.C(meeting.FieldCouncilID), s.council), sql.IsNull(m.C(meeting.FieldCommitteeID))))
	}
	q.Select().AppendSelectAs(sql.Max(q.C(source.FieldFetchedAt)), "at")
}
