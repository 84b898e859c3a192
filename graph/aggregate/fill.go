package aggregate

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/relay"
)

// fill finds the periods from the first to the last one that occurs.
func (g *grouping) fill(ctx context.Context, src *source) error {
	b := builder(g.whole.Dialect)
	g.with(b, src.groups)
	at := keyColumn(g.period)
	b.WriteString("SELECT MIN(").Ident(at).WriteString("), MAX(").Ident(at).WriteString("), (SELECT COUNT(*) FROM (SELECT DISTINCT ")
	g.others(b, "")
	b.WriteString(" FROM ").Ident("g").WriteString(") AS ").Ident("o").WriteString(") FROM ").Ident("g")
	found := make([]any, 3)
	if err := g.whole.Read(ctx, b, func(row relay.Scanner) error { return row.Scan(into(found)...) }); err != nil {
		return fmt.Errorf("find the span of time: %w", err)
	}
	first, ok := found[0].(string)
	last, _ := found[1].(string)
	others, _ := found[2].(int64)
	if !ok {
		return nil // no dates at all
	}
	var all bool
	if src.periods, all = g.by[g.period].Period.Between(first, last, maxPeriods); !all {
		return mistake("fill", "the dates run from %s to %s, which is more than %d periods; filter by date or take a longer period", first, last, maxPeriods)
	}
	if n := int(others) * len(src.periods); n > maxFilled {
		return &relay.Error{Code: relay.DimensionLimitExceeded, Limit: maxFilled, Actual: n, Message: fmt.Sprintf("fill makes %d groups; at most %d are made: filter by date, take a longer period or fewer dimensions", n, maxFilled)}
	}
	return nil
}

// others writes the keys that are not the period to fill, or a constant where there is no other.
func (g *grouping) others(b *sql.Builder, of string) {
	n := 0
	for i := range g.by {
		if i == g.period {
			continue
		}
		if n++; n > 1 {
			b.Comma()
		}
		b.Ident(of + keyColumn(i))
	}
	if n == 0 {
		b.WriteString("1 AS ").Ident("one")
	}
}

// begin begins a statement with all groups, the empty ones among them, under the name that it gives.
func (g *grouping) begin(b *sql.Builder, src source) string {
	g.with(b, src.groups)
	if len(src.periods) == 0 {
		return "g"
	}
	b.WriteString(", ").Ident("p").WriteByte('(').Ident("period").WriteString(") AS (VALUES ")
	for i, p := range src.periods {
		if i > 0 {
			b.Comma()
		}
		b.WriteByte('(').Arg(p).WriteByte(')')
	}
	b.WriteString("), ").Ident("o").WriteString(" AS (SELECT DISTINCT ")
	g.others(b, "")
	b.WriteString(" FROM ").Ident("g").WriteString("), ").Ident("f").WriteString(" AS (SELECT ")
	for i := range g.by {
		if i == g.period {
			b.Ident("p").WriteByte('.').Ident("period").WriteString(" AS ").Ident(keyColumn(i))
		} else {
			b.Ident("o").WriteByte('.').Ident(keyColumn(i))
		}
		b.Comma()
	}
	for i, m := range g.measures {
		if i > 0 {
			b.Comma()
		}
		if m.counts() {
			b.WriteString("COALESCE(").Ident("g").WriteByte('.').Ident(measureColumn(i)).WriteString(", 0) AS ").Ident(measureColumn(i))
		} else {
			b.Ident("g").WriteByte('.').Ident(measureColumn(i))
		}
	}
	b.WriteString(" FROM ").Ident("o").WriteString(" CROSS JOIN ").Ident("p").WriteString(" LEFT JOIN ").Ident("g").WriteString(" ON ")
	b.Ident("g").WriteByte('.').Ident(keyColumn(g.period)).WriteString(" = ").Ident("p").WriteByte('.').Ident("period")
	for i := range g.by {
		if i != g.period {
			b.WriteString(" AND ").Ident("g").WriteByte('.').Ident(keyColumn(i)).WriteString(" IS NOT DISTINCT FROM ").Ident("o").WriteByte('.').Ident(keyColumn(i))
		}
	}
	b.WriteString(" UNION ALL SELECT ")
	for i := range g.by {
		b.Ident(keyColumn(i)).Comma()
	}
	for i := range g.measures {
		if i > 0 {
			b.Comma()
		}
		b.Ident(measureColumn(i))
	}
	b.WriteString(" FROM ").Ident("g").WriteString(" WHERE ").Ident(keyColumn(g.period)).WriteString(" IS NULL) ")
	return "f"
}
