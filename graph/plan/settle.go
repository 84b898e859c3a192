package plan

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/rows"
	"councilgraph/internal/searchquery"
)

// settled are a list's arguments with councils and committees named by their ids, where the filter tells them by what they
// are: they are looked up first, since indexes are in order for an id only.
func (r *run) settled(ctx context.Context, l *list, args map[string]any) (map[string]any, error) {
	if l.level.kind.Settle == nil || args == nil {
		return args, nil
	}
	return l.level.kind.Settle(args, func(table string, fulfils func(*sql.Selector)) ([]int, error) {
		return r.few(ctx, table, fulfils)
	})
}

// nobody is an id that no node has.
const nobody = 0

// few are the ids of the rows of a table that fulfil a condition: nobody's where no row does, so that nothing is looked through for a name
// that is misspelt, and none where they are more than the index of words takes.
func (r *run) few(ctx context.Context, table string, fulfils func(*sql.Selector)) ([]int, error) {
	s := sql.Dialect(r.c.Reader.Dialect())
	t := s.Table(table)
	q := s.Select(t.C("id")).From(t).Limit(searchquery.MostMarked + 1)
	fulfils(q)
	text, args := q.Query()
	if err := q.Err(); err != nil {
		return nil, err
	}
	var out []int
	err := r.ask(ctx, asking{statement: statement{text, args}, take: func(row rows.Row) error {
		out = append(out, int(row.Int(0)))
		return nil
	}})
	switch {
	case len(out) > searchquery.MostMarked:
		out = nil
	case len(out) == 0:
		out = []int{nobody}
	}
	slices.Sort(out)
	return out, err
}
