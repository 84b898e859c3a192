package aggregate

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
)

// source is where the groups come from: a statement that makes all of them, and which periods are added.
type source struct {
	groups  *sql.Selector // nil where page gives them
	periods []string
	// unsure says that groups are figures of which it is not known whether any are kept: where it gives none, they may not be.
	unsure bool
}

// source settles where the groups come from. Figures that are kept answer first; where none is kept the nodes
// are grouped.
func (g *grouping) source(ctx context.Context) (source, error) {
	if g.straight() {
		return source{unsure: true}, nil
	}
	src := source{groups: g.kept(g.by, g.measures)}
	src.unsure = src.groups != nil
	if src.groups != nil && g.period < 0 {
		return src, nil // there mostly are some, and one statement says it
	}
	if err := g.settle(ctx, &src); err != nil || g.period < 0 {
		return src, err
	}
	return src, g.fill(ctx, &src)
}

// settle turns to the nodes where no figures are kept.
func (g *grouping) settle(ctx context.Context, src *source) error {
	if src.unsure {
		src.unsure = false
		if kept, err := g.any(ctx); err != nil || kept {
			return err
		}
		src.groups = nil
	}
	if src.groups != nil {
		return nil
	}
	var err error
	src.groups, err = g.nodes(ctx, g.by, g.measures)
	return err
}

// any says whether figures of the kind are kept.
func (g *grouping) any(ctx context.Context) (bool, error) {
	query := g.cells(figures.Cut{Council: g.whole.Council != 0})
	query.Select(query.C("nodes")).Limit(1)
	found := false
	err := g.whole.Read(ctx, query, func(relay.Scanner) error { found = true; return nil })
	return found, err
}

// with begins a statement with all groups under the name g. Those that empty periods are put between are found once
// and then looked up for each period: where SQLite is not told so it finds them again for each.
func (g *grouping) with(b *sql.Builder, groups *sql.Selector) {
	if groups == nil {
		groups = g.kept(g.by, g.measures)
	}
	b.WriteString("WITH ").Ident("g").WriteString(" AS ")
	if g.period >= 0 {
		b.WriteString("MATERIALIZED ")
	}
	b.WriteString("(").Join(groups).WriteString(")")
	b.WriteByte(' ')
}

// statement is the page's groups, one more than it shows: keys, measures, and what the terms go by that is neither. See width and place.
func (g *grouping) statement(src source) *sql.Builder {
	if src.groups == nil {
		return g.page(nil)
	}
	b := builder(g.whole.Dialect)
	from := g.begin(b, src)
	b.WriteString("SELECT ")
	for i := range g.by {
		b.Ident(from).WriteByte('.').Ident(keyColumn(i)).Comma()
	}
	for i := range g.measures {
		if i > 0 {
			b.Comma()
		}
		b.Ident(from).WriteByte('.').Ident(measureColumn(i))
	}
	for _, t := range g.terms {
		if t.sorted {
			g.value(b.Comma(), from, t)
		}
	}
	b.WriteString(" FROM ").Ident(from)
	for _, t := range g.terms {
		if t.sorted {
			d := g.by[t.key]
			as := fmt.Sprintf("s%d", t.key)
			b.WriteString(" LEFT JOIN ").Ident(d.Table).WriteString(" AS ").Ident(as).WriteString(" ON ").Ident(as).WriteByte('.').Ident("id").
				WriteString(" = ").Ident(from).WriteByte('.').Ident(keyColumn(t.key))
		}
	}
	g.where(b, from, g.after)
	b.WriteString(" ORDER BY ")
	for i, t := range g.terms {
		if i > 0 {
			b.Comma()
		}
		if g.nullable(t) {
			b.WriteByte('(')
			g.value(b, from, t)
			b.WriteString(" IS NULL), ")
		}
		g.value(b, from, t)
		if t.desc {
			b.WriteString(" DESC")
		}
	}
	b.WriteString(" LIMIT " + strconv.Itoa(g.first+1))
	return b
}

// largestFirst says whether the order of figures by count, backwards, is that of the groups: what is not known is 0 or empty there, and
// so comes last. Columns that no key stands in are the same in all figures of a cut. Those of one council are few, and stand all over
// that index: they are sorted.
func (g *grouping) largestFirst() bool {
	if g.whole.Council != 0 {
		return false
	}
	last := -1
	for i, t := range g.terms {
		if !t.desc || (t.measure == count) != (i == 0) || t.sorted {
			return false
		}
		if i == 0 {
			continue
		}
		at := slices.Index(largestFirst, figureColumn(g.by[t.key]))
		if at < last {
			return false
		}
		last = at
	}
	return g.period < 0
}

// width is how many values a row of the statement has.
func (g *grouping) width() int {
	n := len(g.by) + len(g.measures)
	for _, t := range g.terms {
		if t.sorted {
			n++
		}
	}
	return n
}

// place is the values of a row that the terms go by.
func (g *grouping) place(row []any) []any {
	out := make([]any, len(g.terms))
	sorted := len(g.by) + len(g.measures)
	for i, t := range g.terms {
		switch {
		case t.measure != "":
			out[i] = row[len(g.by)+slices.Index(g.measures, t.measure)]
		case t.sorted:
			out[i] = row[sorted]
			sorted++
		default:
			out[i] = row[t.key]
		}
	}
	return out
}

// number is how many groups there are.
func (g *grouping) number(src source) *sql.Builder {
	b := builder(g.whole.Dialect)
	from := g.begin(b, src)
	b.WriteString("SELECT COUNT(*) FROM ").Ident(from)
	g.where(b, from, nil)
	return b
}

// value writes what a term goes by.
func (g *grouping) value(b *sql.Builder, from string, t term) {
	switch {
	case t.measure != "":
		b.Ident(from).WriteByte('.').Ident(measureColumn(slices.Index(g.measures, t.measure)))
	case t.sorted:
		b.Ident(fmt.Sprintf("s%d", t.key)).WriteByte('.').Ident(g.by[t.key].Sort)
	default:
		b.Ident(from).WriteByte('.').Ident(keyColumn(t.key))
	}
}

// nullable says whether a term's value can be null.
func (g *grouping) nullable(t term) bool {
	if t.measure != "" {
		return !t.measure.counts()
	}
	return g.by[t.key].Name != "COUNCIL"
}

// where writes what groups must fulfil: the conditions, and that they come after a place.
func (g *grouping) where(b *sql.Builder, from string, after []any) {
	word := " WHERE "
	and := func() { b.WriteString(word); word = " AND " }
	for _, c := range g.having {
		and()
		b.Ident(from).WriteByte('.').Ident(measureColumn(slices.Index(g.measures, c.of))).WriteString(" " + c.operator + " ")
		b.Arg(c.value)
	}
	if after == nil {
		return
	}
	and()
	b.WriteByte('(')
	n := 0
	for i, t := range g.terms {
		if after[i] == nil {
			continue // nothing comes after what is not known
		}
		if n++; n > 1 {
			b.WriteString(" OR ")
		}
		b.WriteByte('(')
		for j := range i {
			g.value(b, from, g.terms[j])
			if after[j] == nil {
				b.WriteString(" IS NULL AND ")
			} else {
				b.WriteString(" = ").Arg(after[j]).WriteString(" AND ")
			}
		}
		b.WriteByte('(')
		g.value(b, from, t)
		if t.desc {
			b.WriteString(" < ").Arg(after[i])
		} else {
			b.WriteString(" > ").Arg(after[i])
		}
		if g.nullable(t) {
			b.WriteString(" OR ")
			g.value(b, from, t)
			b.WriteString(" IS NULL")
		}
		b.WriteString("))")
	}
	if n == 0 {
		b.WriteString("1 = 0")
	}
	b.WriteByte(')')
}
