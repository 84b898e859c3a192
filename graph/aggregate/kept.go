package aggregate

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
	"councilgraph/internal/rows"
)

// cut is the way in which figures are kept that answers for these dimensions, false where none does.
func (s *Set) cut(by []figures.Dimension) (figures.Cut, bool) {
	var c figures.Cut
	if !s.whole.Complete {
		return c, false
	}
	c.Council = s.whole.Council != 0
	for _, d := range by {
		switch {
		case d.Name == "COUNCIL":
			c.Council = true
		case d.Name == "COMMITTEE":
			c.Council, c.Committee = true, true
		case d.Name == s.kind.Value:
			c.Value = true
		case d.Period != figures.None:
			c.Period = d.Period
		default:
			return c, false
		}
	}
	return c, !c.Committee || c.Period == figures.None
}

// largestFirst are the columns of figures that their index by count goes on with; see ent/schema/figure.go.
var largestFirst = []string{"council_id", "committee_id", "value", "period"}

// kept groups the figures that are kept, nil where they do not answer.
func (s *Set) kept(by []figures.Dimension, want []measure) *sql.Selector {
	cut, ok := s.cut(by)
	if !ok || len(want) != 1 || want[0] != count {
		return nil
	}
	query := s.cells(cut)
	t := query.Table()
	query.Select()
	for i, d := range by {
		query.AppendSelectExprAs(key(d, t), keyColumn(i))
	}
	if s.summed(cut, by) {
		query.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) { b.WriteString("CAST(SUM(").Ident(t.C("nodes")).WriteString(") AS bigint)") }), measureColumn(0))
		for i := range by {
			query.GroupBy(keyColumn(i))
		}
		return query
	}
	query.AppendSelectAs(t.C("nodes"), measureColumn(0))
	return query
}

// summed says that a group can be several figures: committees are kept by council, and those of all councils that are not known make
// one group.
func (s *Set) summed(cut figures.Cut, by []figures.Dimension) bool {
	return cut.Committee && s.whole.Council == 0 && !slices.ContainsFunc(by, func(d figures.Dimension) bool { return d.Name == "COUNCIL" })
}

// straight says that a page of the groups is one of the figures that are kept, as they stand in their index.
func (g *grouping) straight() bool {
	if len(g.measures) != 1 || len(g.having) > 0 || g.after != nil || !g.largestFirst() {
		return false
	}
	cut, ok := g.cut(g.by)
	return ok && !g.summed(cut, g.by)
}

// page is the statement of such a page, with one row more than it shows. What is beside the rows is joined to those of the page alone, which
// then have the table's name.
func (g *grouping) page(beside *rows.Beside) *sql.Builder {
	cut, _ := g.cut(g.by)
	b := builder(g.whole.Dialect)
	b.WriteString("SELECT ")
	for _, d := range g.by {
		column := figureColumn(d)
		known(b, column, "figures."+column)
		b.Comma()
	}
	b.WriteString("figures.nodes")
	if beside != nil {
		b.WriteString(", " + beside.Columns + " FROM (SELECT nodes, " + strings.Join(largestFirst, ", "))
	}
	b.WriteString(" FROM figures WHERE node_type = ").Arg(g.kind.Name).WriteString(" AND cut = ").Arg(cut.Code())
	order := " ORDER BY figures.nodes DESC, figures." + strings.Join(largestFirst, " DESC, figures.") + " DESC"
	b.WriteString(order + " LIMIT " + strconv.Itoa(g.first+1))
	if beside != nil {
		b.WriteString(") AS figures LEFT JOIN " + beside.Table + " AS c0 ON c0.id = figures." + figureColumn(g.by[beside.Column]) + order)
	}
	return b
}

// cells are the figures of a cut, of the set's council where it is of one.
func (s *Set) cells(cut figures.Cut) *sql.Selector {
	d := sql.Dialect(s.whole.Dialect)
	t := d.Table("figures")
	query := d.Select().From(t).Where(sql.And(sql.EQ(t.C("node_type"), s.kind.Name), sql.EQ(t.C("cut"), cut.Code())))
	if s.whole.Council != 0 {
		query.Where(sql.EQ(t.C("council_id"), s.whole.Council))
	}
	return query
}

// key is what figures have for a dimension.
func key(d figures.Dimension, t *sql.SelectTable) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		column := figureColumn(d)
		known(b, column, t.C(column))
	})
}

// known writes a column of the figures, with null for what is not known: that is 0 or empty there. Name is the column's, as SQL.
func known(b *sql.Builder, column, name string) {
	switch column {
	case "council_id": // known of every node
		b.WriteString(name)
	case "committee_id":
		b.WriteString("NULLIF(" + name + ", 0)")
	default:
		b.WriteString("NULLIF(" + name + ", '')")
	}
}

// figureColumn is the column of the figures that holds a dimension.
func figureColumn(d figures.Dimension) string {
	switch {
	case d.Name == "COUNCIL":
		return "council_id"
	case d.Name == "COMMITTEE":
		return "committee_id"
	case d.Period != figures.None:
		return "period"
	default:
		return "value"
	}
}

// keptDistinct is how many known values a dimension has, from the figures that are kept, -1 where they do
// not answer.
func (s *Set) keptDistinct(ctx context.Context, m measure) (int64, error) {
	of, name := m.split()
	d, ok := s.kind.Dimension(name)
	if of != "distinct" || !ok {
		return -1, nil
	}
	if all, err := s.total(); err != nil || all == 0 {
		return -1, err
	}
	query := s.kept([]figures.Dimension{d}, []measure{count})
	if query == nil {
		return -1, nil
	}
	b := builder(s.whole.Dialect)
	b.WriteString("SELECT COUNT(*), COUNT(").Ident("k0").WriteString(") FROM (").Join(query).WriteString(") AS ").Ident("g")
	found := []any{int64(0), int64(0)}
	if err := s.whole.Read(ctx, b, func(row relay.Scanner) error { return row.Scan(into(found)...) }); err != nil {
		return -1, fmt.Errorf("count kept figures: %w", err)
	}
	if found[0] == int64(0) {
		return -1, nil // none are kept
	}
	return found[1].(int64), nil
}

func builder(dialect string) *sql.Builder {
	b := &sql.Builder{}
	b.SetDialect(dialect)
	return b
}
