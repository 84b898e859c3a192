package aggregate

import (
	"fmt"
	"io"
	"strconv"

	"entgo.io/contrib/entgql"
)

// Dimension names what a list is grouped by: COUNCIL, MONTH. The schema says which a kind has.
type Dimension string

// MarshalGQL writes the name.
func (d Dimension) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(d))) }

// UnmarshalGQL takes the name.
func (d *Dimension) UnmarshalGQL(v any) error { return name(v, (*string)(d)) }

// OrderField names what groups are ordered by: COUNT, DATE_MIN, LOW_SUM, or a dimension.
type OrderField string

// MarshalGQL writes the name.
func (f OrderField) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(f))) }

// UnmarshalGQL takes the name.
func (f *OrderField) UnmarshalGQL(v any) error { return name(v, (*string)(f)) }

func name(v any, into *string) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("a name, not %T", v)
	}
	*into = s
	return nil
}

// Order is one order of groups.
type Order struct {
	Field     OrderField
	Direction entgql.OrderDirection
}

// IntCondition is a condition on a count. Nil asks for nothing.
type IntCondition struct{ Eq, Neq, Gt, Gte, Lt, Lte *int }

// FloatCondition is a condition on a number. Nil asks for nothing.
type FloatCondition struct{ Eq, Neq, Gt, Gte, Lt, Lte *float64 }

// NumbersCondition is a condition on figures over numbers. Nil asks for nothing.
type NumbersCondition struct{ Min, Max, Avg, Sum *FloatCondition }

// Having is what groups must fulfil. Nil asks for nothing.
type Having struct {
	Count     *IntCondition
	Low, High *NumbersCondition
}

// comparison is one comparison of a measure with a value.
type comparison struct {
	of       measure
	operator string
	value    any
}

// comparisons are all that must be fulfilled.
func (h *Having) comparisons() []comparison {
	if h == nil {
		return nil
	}
	var out []comparison
	if c := h.Count; c != nil {
		out = append(out, compare(count, c.Eq, c.Neq, c.Gt, c.Gte, c.Lt, c.Lte)...)
	}
	for _, n := range []struct {
		field string
		on    *NumbersCondition
	}{{"low", h.Low}, {"high", h.High}} {
		if n.on == nil {
			continue
		}
		for i, c := range []*FloatCondition{n.on.Min, n.on.Max, n.on.Avg, n.on.Sum} {
			if c != nil {
				how := [...]string{"min", "max", "avg", "sum"}[i]
				out = append(out, compare(measure(n.field+"."+how), c.Eq, c.Neq, c.Gt, c.Gte, c.Lt, c.Lte)...)
			}
		}
	}
	return out
}

// compare are the comparisons of a condition, whose values come in the order of the operators.
func compare[T any](of measure, values ...*T) []comparison {
	var out []comparison
	for i, v := range values {
		if v != nil {
			out = append(out, comparison{of, [...]string{"=", "<>", ">", ">=", "<", "<="}[i], *v})
		}
	}
	return out
}
