package aggregate

import (
	"context"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"

	"councilgraph/internal/figures"
)

// measure names one figure: count, date.min, low.sum, or distinct.COUNCIL.
type measure string

// The measures that every kind has.
const (
	count   measure = "count"
	dateMin measure = "date.min"
	dateMax measure = "date.max"
)

// asked are the measures that the query asks for below the field that is being answered, where path leads
// from it to the aggregate. They are computed together.
func asked(ctx context.Context, paths ...[]string) []measure {
	if !graphql.HasOperationContext(ctx) || graphql.GetFieldContext(ctx) == nil {
		return []measure{count}
	}
	op, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	if len(paths) == 0 {
		paths = [][]string{nil}
	}
	out := []measure{}
	seen := map[measure]bool{}
	for _, path := range paths {
		for _, f := range below(op, field, path) {
			for _, m := range measures(op, f) {
				if !seen[m] {
					seen[m] = true
					out = append(out, m)
				}
			}
		}
	}
	return out
}

// below are the fields that a path of names leads to, each alias for itself.
func below(op *graphql.OperationContext, field graphql.CollectedField, path []string) []graphql.CollectedField {
	if len(path) == 0 {
		return []graphql.CollectedField{field}
	}
	var out []graphql.CollectedField
	for _, f := range fields(op, field) {
		if f.Name == path[0] {
			out = append(out, below(op, f, path[1:])...)
		}
	}
	return out
}

func fields(op *graphql.OperationContext, f graphql.CollectedField) []graphql.CollectedField {
	return graphql.CollectFields(op, f.Selections, []string{f.Definition.Type.Name()})
}

// measures are those that an aggregate is asked for.
func measures(op *graphql.OperationContext, aggregate graphql.CollectedField) []measure {
	var out []measure
	for _, f := range fields(op, aggregate) {
		switch f.Name {
		case "__typename":
		case "count":
			out = append(out, count)
		case "countDistinct":
			if of, ok := f.ArgumentMap(op.Variables)["of"].(string); ok {
				out = append(out, distinct(Dimension(of)))
			}
		default:
			for _, part := range fields(op, f) {
				if part.Name != "__typename" {
					out = append(out, measure(f.Name+"."+part.Name))
				}
			}
		}
	}
	return out
}

func distinct(of Dimension) measure { return measure("distinct." + string(of)) }

// split is what a measure is of, and how.
func (m measure) split() (of, how string) {
	of, how, _ = strings.Cut(string(m), ".")
	return of, how
}

// counts says whether the measure is a number of things, which is 0 and not null where there are none.
func (m measure) counts() bool {
	of, _ := m.split()
	return m == count || of == "distinct"
}

// write writes the measure over the rows of a group. Sums are exact before they are rounded: the databases
// would else add up fractions in different orders.
func (m measure) write(b *sql.Builder, k figures.Kind, j *figures.Joins) {
	of, how := m.split()
	call := func(name, column string) { b.WriteString(name + "(").Ident(column).WriteByte(')') }
	switch {
	case m == count:
		b.WriteString("COUNT(*)")
	case of == "distinct":
		d, _ := k.Dimension(how)
		b.WriteString("COUNT(DISTINCT ")
		d.Period.Write(b, j.Column(d.Column))
		b.WriteByte(')')
	case of == "date":
		call(strings.ToUpper(how), j.Column(k.Date()))
	case how == "min" || how == "max":
		call(strings.ToUpper(how), j.Column(figures.Column{Name: number(k, of)}))
	case b.Dialect() == dialect.Postgres:
		b.WriteString("CAST(ROUND(" + strings.ToUpper(how) + "(CAST(").Ident(j.Column(figures.Column{Name: number(k, of)})).WriteString(" AS numeric)), 2) AS double precision)")
	default:
		b.WriteString("ROUND(")
		call(strings.ToUpper(how), j.Column(figures.Column{Name: number(k, of)}))
		b.WriteString(", 2)")
	}
}

// number is the column of a kind's number.
func number(k figures.Kind, field string) string {
	for _, n := range k.Numbers {
		if n.Field == field {
			return n.Column
		}
	}
	return ""
}
