package link

import "slices"

// there says whether somebody was known at the council on a day: within a term, in a municipal year in which the
// person was seen, or between two in which the person was; but not between two terms.
func (p *someone) there(d string) bool {
	for _, t := range p.terms {
		if t.covers(d) {
			return true
		}
	}
	if p.gone(d) {
		return false
	}
	year := municipalYear(d)
	if _, ok := p.years[year]; ok {
		return true
	}
	var before, after bool
	for y := range p.years {
		before, after = before || y < year, after || y > year
	}
	var ended, begins bool
	for _, t := range p.terms {
		ended, begins = ended || t.to < d, begins || t.from > d
	}
	return !(ended && begins) && (before || ended) && (after || begins)
}

// gone says whether terms speak against a day: one ended before it, or one begins after it, none covers it, and the person
// was not seen outside of the terms on that side.
func (p *someone) gone(d string) bool {
	if len(p.terms) == 0 || slices.ContainsFunc(p.terms, func(t term) bool { return t.covers(d) }) {
		return false
	}
	var ended, begins bool
	for _, t := range p.terms {
		ended, begins = ended || t.to < d, begins || t.from > d
	}
	switch {
	case ended && begins:
		return true
	case ended:
		return p.last == "" || p.last < d
	default:
		return p.first == "" || p.first > d
	}
}

// reason are the namings that show that somebody was there on a day.
func (p *someone) reason(d string) []Ref {
	for _, t := range p.terms {
		if t.covers(d) {
			return []Ref{p.term}
		}
	}
	year := municipalYear(d)
	if r, ok := p.years[year]; ok {
		return []Ref{r}
	}
	before, after := 0, 0
	for y := range p.years {
		if y < year && y > before {
			before = y
		}
		if y > year && (after == 0 || y < after) {
			after = y
		}
	}
	var out []Ref
	for _, y := range []int{before, after} {
		if y != 0 {
			out = append(out, p.years[y])
		}
	}
	if len(p.terms) > 0 && len(out) < 2 {
		out = append(out, p.term)
	}
	return out
}
