package narrow

import "entgo.io/ent/dialect/sql"

// Pair are the two columns that lists are ordered by for a day, or a moment, that can be null: its text with a
// mark before it that puts what is not known last in either direction. A condition on both lets one index serve
// condition and order together, whichever the direction.
type Pair struct{ Asc, Desc string }

// The marks before a text that is known, and all that stands where it is not.
const (
	ascKnown, ascUnknown   = "0", "1"
	descKnown, descUnknown = "1", "0"
)

// Known is what the columns hold where the text is known.
func (p Pair) Known(text string) (asc, desc string) { return ascKnown + text, descKnown + text }

// EQ keeps rows with this text.
func (p Pair) EQ(text string) func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.EQ(asc, ascKnown+text), sql.EQ(desc, descKnown+text))
	})
}

// In keeps rows with one of these texts.
func (p Pair) In(texts ...string) func(*sql.Selector) {
	asc, desc := make([]any, len(texts)), make([]any, len(texts))
	for i, t := range texts {
		asc[i], desc[i] = p.Known(t)
	}
	return p.both(func(a, d string) *sql.Predicate { return sql.And(sql.In(a, asc...), sql.In(d, desc...)) })
}

// GT keeps rows with a later text.
func (p Pair) GT(text string) func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.GT(asc, ascKnown+text), sql.LT(asc, ascUnknown), sql.GT(desc, descKnown+text))
	})
}

// GTE keeps rows with this or a later text.
func (p Pair) GTE(text string) func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.GTE(asc, ascKnown+text), sql.LT(asc, ascUnknown), sql.GTE(desc, descKnown+text))
	})
}

// LT keeps rows with an earlier text.
func (p Pair) LT(text string) func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.LT(asc, ascKnown+text), sql.GTE(desc, descKnown), sql.LT(desc, descKnown+text))
	})
}

// LTE keeps rows with this or an earlier text.
func (p Pair) LTE(text string) func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.LTE(asc, ascKnown+text), sql.GTE(desc, descKnown), sql.LTE(desc, descKnown+text))
	})
}

// IsNil keeps rows whose text is not known.
func (p Pair) IsNil() func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.EQ(asc, ascUnknown), sql.EQ(desc, descUnknown))
	})
}

// NotNil keeps rows whose text is known.
func (p Pair) NotNil() func(*sql.Selector) {
	return p.both(func(asc, desc string) *sql.Predicate {
		return sql.And(sql.LT(asc, ascUnknown), sql.GTE(desc, descKnown))
	})
}

func (p Pair) both(write func(asc, desc string) *sql.Predicate) func(*sql.Selector) {
	return func(s *sql.Selector) { s.Where(write(s.C(p.Asc), s.C(p.Desc))) }
}
