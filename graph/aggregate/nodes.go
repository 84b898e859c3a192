package aggregate

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
)

// The columns of a statement that groups: k0, k1, k2 are the keys, m0 and so on the measures.
func keyColumn(i int) string     { return fmt.Sprintf("k%d", i) }
func measureColumn(i int) string { return fmt.Sprintf("m%d", i) }

// nodes groups the list's nodes: one statement over all of them.
func (s *Set) nodes(ctx context.Context, by []figures.Dimension, want []measure) (*sql.Selector, error) {
	query, err := s.whole.Query(ctx)
	if err != nil {
		return nil, err
	}
	joins := figures.NewJoins(query)
	query.Select()
	for i, d := range by {
		column := joins.Column(d.Column)
		query.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) { d.Period.Write(b, column) }), keyColumn(i))
		query.GroupBy(keyColumn(i))
	}
	for i, m := range want {
		query.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) { m.write(b, s.kind, joins) }), measureColumn(i))
		prejoin(m, s.kind, joins)
	}
	return query, nil
}

// prejoin joins the rows that a measure reads; when it is written it is too late.
func prejoin(m measure, k figures.Kind, joins *figures.Joins) {
	switch of, how := m.split(); of {
	case "date":
		joins.Column(k.Date())
	case "distinct":
		if d, ok := k.Dimension(how); ok {
			joins.Column(d.Column)
		}
	}
}
