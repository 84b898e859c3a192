package load

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
)

// keptFigures keeps the counts of nodes in step: each cell gains the nodes that a transaction brings and loses
// those that it takes away or moves. What a node counted as before follows from how it was, and how the row
// was that has its date and its committee.
type keptFigures struct{}

// newcomers are the nodes that a transaction has made, those that it has taken away again among them.
func (c *changes) newcomers() touched {
	out := touched{}
	for _, s := range c.steps {
		if s.action == "CREATED" || s.action == "" {
			out.add(s.kind, s.id)
		}
	}
	for _, ids := range out {
		slices.Sort(ids)
	}
	return out
}

// cellCounts are how many nodes of a kind more, or fewer, stand in each cell.
type cellCounts map[figures.Cell]int

// forget notes what leaves its cells: the nodes that go, and those that changed. It is written with what comes, in one pass
// over the rows that all councils share: two passes of two writers could each wait for what the other holds.
func (keptFigures) forget(ctx context.Context, s *store, gone touched) error {
	kinds := map[string][]int64{}
	for kind, ids := range gone {
		for _, id := range ids {
			if !s.made.is(kind, int(id)) {
				kinds[kind] = append(kinds[kind], id)
			}
		}
	}
	for kind, rows := range s.was {
		for id := range rows {
			if !s.made.is(kind, int(id)) && !gone.is(kind, int(id)) {
				kinds[kind] = append(kinds[kind], id)
			}
		}
	}
	s.lost = map[string]cellCounts{}
	for _, kind := range sorted(kinds) {
		cells, err := s.cellsBefore(ctx, kind, slices.Sorted(slices.Values(kinds[kind])))
		if err != nil {
			return err
		}
		s.lost[kind] = cellCounts{}
		for _, c := range cells {
			s.lost[kind][c]--
		}
	}
	return nil
}

// refresh puts into their cells the nodes that are new or changed, and moves those that did not change but
// whose meeting or item did. Others that are given as written count as they did.
func (keptFigures) refresh(ctx context.Context, s *store, _, gone touched) error {
	written := map[string]map[int64]bool{}
	add := func(kind string, id int64) {
		if written[kind] == nil {
			written[kind] = map[int64]bool{}
		}
		if !gone.is(kind, int(id)) {
			written[kind][id] = true
		}
	}
	for kind, ids := range s.made {
		for _, id := range ids {
			add(kind, id)
		}
	}
	for kind, rows := range s.was {
		for id := range rows {
			add(kind, id)
		}
	}
	deltas := map[string]cellCounts{}
	for _, kind := range sorted(written) {
		counts, err := s.cellsNow(ctx, kind, slices.Sorted(maps.Keys(written[kind])))
		if err != nil {
			return err
		}
		deltas[kind] = counts
	}
	for _, k := range figures.Kinds() {
		if deltas[k.Name] == nil {
			deltas[k.Name] = cellCounts{}
		}
		if err := s.move(ctx, k, written[k.Name], deltas[k.Name]); err != nil {
			return err
		}
	}
	for kind, counts := range s.lost {
		if deltas[kind] == nil {
			deltas[kind] = cellCounts{}
		}
		for c, n := range counts {
			deltas[kind][c] += n
		}
	}
	s.lost = nil
	return s.addFigures(ctx, deltas)
}

// move moves the nodes of a kind that did not change from the cells in which they stood before their meeting or
// item did.
func (s *store) move(ctx context.Context, k figures.Kind, written map[int64]bool, counts cellCounts) error {
	moved, err := s.moved(ctx, k, written)
	if err != nil || len(moved) == 0 {
		return err
	}
	now, err := s.cellsNow(ctx, k.Name, moved)
	if err != nil {
		return err
	}
	before, err := s.cellsBefore(ctx, k.Name, moved)
	if err != nil {
		return err
	}
	for c, n := range now {
		counts[c] += n
	}
	for _, c := range before {
		counts[c]--
	}
	return nil
}

// figureRow is one kept figure and what it changes by.
type figureRow struct {
	kind, cut string
	figures.Cell
	nodes int
}

// addFigures adds to the figures that are kept: for each cell all the ways in which it is counted. Rows are
// written in one order by all writers, so that none waits for another that waits for it.
func (s *store) addFigures(ctx context.Context, deltas map[string]cellCounts) error {
	sums := map[figureRow]int{}
	for kind, counts := range deltas {
		cuts := figures.PlainCuts()
		if k, ok := figures.ByName(kind); ok {
			cuts = k.Cuts()
		}
		for c, n := range counts {
			if n == 0 {
				continue
			}
			for _, cut := range cuts {
				sums[figureRow{kind: kind, cut: cut.Code(), Cell: c.In(cut)}] += n
			}
		}
	}
	rows := make([]figureRow, 0, len(sums))
	shrunk := false
	for r, n := range sums {
		if n == 0 {
			continue
		}
		r.nodes = n
		shrunk = shrunk || n < 0
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b figureRow) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.cut, b.cut), cmp.Compare(a.Council, b.Council),
			cmp.Compare(a.Committee, b.Committee), cmp.Compare(a.Value, b.Value), cmp.Compare(a.Month, b.Month))
	})
	for left := rows; len(left) > 0; {
		n := min(figuresAtOnce, len(left))
		if s.dialect == dialect.Postgres && len(left) >= manyFigures {
			n = manyFigures
		}
		if err := s.upsertFigures(ctx, left[:n]); err != nil {
			return fmt.Errorf("keep figures: %w", err)
		}
		left = left[n:]
	}
	if !shrunk {
		return nil
	}
	return s.dropEmptyFigures(ctx, rows)
}

// figuresAtOnce is how many figures one statement writes: SQLite's driver looks for each value among all of
// its statement. PostgreSQL's other writers wait meanwhile for rows that all councils share, so that it is given many at once,
// and the rest in as few texts of statements: each is kept prepared.
const (
	figuresAtOnce = 20
	manyFigures   = 500
)

func (s *store) upsertFigures(ctx context.Context, rows []figureRow) error {
	insert := s.sql().Insert("figures").Columns("node_type", "cut", "council_id", "committee_id", "value", "period", "nodes")
	for _, r := range rows {
		insert.Values(r.kind, r.cut, r.Council, r.Committee, r.Value, r.Month, r.nodes)
	}
	insert.OnConflict(entsql.ConflictColumns("node_type", "cut", "council_id", "committee_id", "value", "period"),
		entsql.ResolveWith(func(u *entsql.UpdateSet) {
			u.Set("nodes", entsql.ExprFunc(func(b *entsql.Builder) {
				b.Ident("figures").WriteByte('.').Ident("nodes").WriteString(" + ").Ident("excluded").WriteByte('.').Ident("nodes")
			}))
		}))
	query, args := insert.Query()
	_, err := s.tx.ExecContext(ctx, query, args...)
	return err
}

// dropEmptyFigures removes the figures that have come down to nothing, so that what is kept depends on the
// nodes alone.
func (s *store) dropEmptyFigures(ctx context.Context, rows []figureRow) error {
	type list struct{ kind, cut string }
	var done list
	for _, r := range rows {
		if next := (list{r.kind, r.cut}); next != done {
			done = next
			query, args := s.sql().Delete("figures").Where(entsql.And(entsql.EQ("node_type", r.kind), entsql.EQ("cut", r.cut), entsql.EQ("nodes", 0))).Query()
			if _, err := s.tx.ExecContext(ctx, query, args...); err != nil {
				return fmt.Errorf("drop empty figures: %w", err)
			}
		}
	}
	return nil
}
