package load

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
)

// valueOf is the column of the value that figures of a kind tell apart, "" for none.
func valueOf(k figures.Kind) string {
	d, _ := k.Dimension(k.Value)
	return d.Column.Name
}

// cellsNow are the cells of nodes as they stand.
func (s *store) cellsNow(ctx context.Context, kind string, ids []int64) (cellCounts, error) {
	out := cellCounts{}
	k, ok := figures.Counted(kind)
	if !ok {
		return out, nil
	}
	for chunk := range slices.Chunk(ids, bound) {
		t := s.sql().Table(k.Table)
		query := s.sql().Select().From(t).Where(entsql.In(t.C("id"), anys(chunk)...))
		figures.SelectCell(query, k)
		text, args := query.Query()
		err := s.rows(ctx, text, args, func(r scanner) error {
			var c figures.Cell
			var n int
			err := r.Scan(&c.Council, &c.Committee, &c.Value, &c.Month, &n)
			out[c] += n
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("count %s: %w", k.Table, err)
		}
	}
	return out, nil
}

// waypoint is a row on the way from a node to its date and committee: where it leads to, and what it says.
type waypoint struct {
	council, next, committee int64
	value, date              string
}

// cellsBefore are the cells that nodes stood in before this transaction, by id. All rows that they led to
// must still stand, as they are now.
func (s *store) cellsBefore(ctx context.Context, kind string, ids []int64) (map[int64]figures.Cell, error) {
	k, ok := figures.Counted(kind)
	if !ok {
		return nil, nil
	}
	rows, err := s.placesBefore(ctx, k, 0, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[int64]figures.Cell, len(rows))
	at := map[int64]int64{} // of the row that the node has come to
	for id, r := range rows {
		out[id] = figures.Cell{Council: r.council, Value: r.value}
		at[id] = r.next
	}
	for step := 1; step <= len(k.Home); step++ {
		next, err := s.placesBefore(ctx, k, step, slices.Sorted(maps.Values(at)))
		if err != nil {
			return nil, err
		}
		rows = make(map[int64]waypoint, len(at))
		for id, to := range at {
			rows[id] = next[to]
			at[id] = next[to].next
		}
	}
	if len(k.Dimensions) == 0 {
		return out, nil
	}
	for id, r := range rows {
		c := out[id]
		c.Committee, c.Month = r.committee, figures.Month.Of(r.date)
		out[id] = c
	}
	return out, nil
}

// placesBefore are rows at one step of a kind's way home, as they were before this transaction.
func (s *store) placesBefore(ctx context.Context, k figures.Kind, step int, ids []int64) (map[int64]waypoint, error) {
	table, kind := k.Table, k.Name
	if step > 0 {
		table = k.Home[step-1].Table
		for _, o := range order {
			if o.table == table {
				kind = o.name
			}
		}
	}
	columns := []string{"id", "council_id"}
	add := func(column string) int {
		if column == "" {
			return -1
		}
		columns = append(columns, column)
		return len(columns) - 1
	}
	next, value, committee, date := -1, -1, -1, -1
	if step == 0 {
		value = add(valueOf(k))
	}
	if step < len(k.Home) {
		next = add(k.Home[step].Column)
	} else if len(k.Dimensions) > 0 {
		committee, date = add("committee_id"), add("date")
	}
	out := make(map[int64]waypoint, len(ids))
	for chunk := range slices.Chunk(slices.Compact(ids), bound) {
		t := s.sql().Table(table)
		query, args := s.sql().Select(columns...).From(t).Where(entsql.In("id", anys(chunk)...)).Query()
		err := s.rows(ctx, query, args, func(r scanner) error {
			values := make([]any, len(columns))
			into := make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			if err := r.Scan(into...); err != nil {
				return err
			}
			id, _ := values[0].(int64)
			if was, changed := s.was[kind][id]; changed {
				for i, c := range columns[1:] {
					values[i+1] = was[c]
				}
			}
			var p waypoint
			p.council, _ = values[1].(int64)
			p.next, p.committee = numberAt(values, next), numberAt(values, committee)
			p.value, p.date = wordsAt(values, value), wordsAt(values, date)
			out[id] = p
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", table, err)
		}
	}
	return out, nil
}

// numberAt is a number of a row, 0 where it is unknown or not asked for.
func numberAt(values []any, at int) int64 {
	if at < 0 {
		return 0
	}
	n, _ := values[at].(int64)
	return n
}

// wordsAt are a text of a row, "" where it is unknown or not asked for.
func wordsAt(values []any, at int) string {
	if at < 0 {
		return ""
	}
	text := sql.NullString{}
	if err := text.Scan(values[at]); err != nil {
		return ""
	}
	return text.String
}

// moved are the nodes of a kind that this transaction did not write, but whose way home leads over a row that
// it changed.
func (s *store) moved(ctx context.Context, k figures.Kind, written map[int64]bool) ([]int64, error) {
	seen := map[int64]bool{}
	for step := range k.Home {
		var changed []int64
		for _, o := range order {
			if o.table == k.Home[step].Table {
				changed = slices.Sorted(maps.Keys(s.was[o.name]))
			}
		}
		for chunk := range slices.Chunk(changed, bound) {
			t := s.sql().Table(k.Table)
			query := s.sql().Select().From(t)
			joins := figures.NewJoins(query)
			query.Where(entsql.In(joins.Column(figures.Column{Path: k.Home[:step], Name: k.Home[step].Column}), anys(chunk)...))
			query.Select(t.C("id"))
			text, args := query.Query()
			err := s.rows(ctx, text, args, func(r scanner) error {
				var id int64
				err := r.Scan(&id)
				seen[id] = true
				return err
			})
			if err != nil {
				return nil, fmt.Errorf("find %s of changed rows: %w", k.Table, err)
			}
		}
	}
	for id := range written {
		delete(seen, id)
	}
	return slices.Sorted(maps.Keys(seen)), nil
}
