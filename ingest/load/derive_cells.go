package load

import (
	"context"
	"fmt"
	"slices"

	entsql "entgo.io/ent/dialect/sql"
)

// cells are the values of one row in the order in which they were asked for.
type cells []any

// text is a text, "" where it is null.
func (c cells) text(i int) string {
	s, _ := c[i].(string)
	return s
}

// id is a number, 0 where it is null.
func (c cells) id(i int) int64 {
	n, _ := c[i].(int64)
	return n
}

// yes is a truth value, as PostgreSQL or as SQLite gives it.
func (c cells) yes(i int) bool {
	b, _ := c[i].(bool)
	return b || c.id(i) != 0
}

// look reads the rows whose column holds one of these values, and of which all else is true.
func (s *store) look(ctx context.Context, table string, columns []string, column string, values []any, also ...*entsql.Predicate) ([]cells, error) {
	var out []cells
	for chunk := range slices.Chunk(values, bound) {
		p := entsql.And(append([]*entsql.Predicate{entsql.In(column, chunk...)}, also...)...)
		query, args := s.sql().Select(columns...).From(s.sql().Table(table)).Where(p).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			row := make(cells, len(columns))
			into := make([]any, len(columns))
			for i := range row {
				into[i] = &row[i]
			}
			err := rows.Scan(into...)
			out = append(out, row)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read %s by %s: %w", table, column, err)
		}
	}
	return out, nil
}

// setAll gives columns of many rows the same values.
func (s *store) setAll(ctx context.Context, table string, ids []int64, values row) error {
	for chunk := range slices.Chunk(ids, bound/2) {
		u := s.sql().Update(table)
		for _, name := range sorted(values) {
			if values[name] == nil {
				u.SetNull(name)
			} else {
				u.Set(name, values[name])
			}
		}
		query, args := u.Where(entsql.In("id", anys(chunk)...)).Query()
		if _, err := s.tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("update %s: %w", table, err)
		}
	}
	return nil
}

// many are values of one type, each once.
type many[T comparable] map[T]bool

func (s many[T]) add(values ...T) {
	for _, v := range values {
		s[v] = true
	}
}

// values are those of the set, for a query. Zero values are none.
func (s many[T]) values() []any {
	var zero T
	out := make([]any, 0, len(s))
	for v := range s {
		if v != zero {
			out = append(out, v)
		}
	}
	return out
}
