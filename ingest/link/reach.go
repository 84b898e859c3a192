package link

import (
	"iter"
	"slices"
)

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
	if _, ok := p.seenIn(year); ok {
		return true
	}
	var before, after bool
	for y := range p.allYears() {
		before, after = before || y < year, after || y > year
	}
	var ended, begins bool
	for _, t := range p.terms {
		ended, begins = ended || t.to < d, begins || t.from > d
	}
	return !(ended && begins) && (before || ended) && (after || begins)
}

// seenIn is the first naming that shows that somebody was there in a municipal year. A roster shows it where it states no
// terms: the page of somebody who left long ago is read today.
func (p *someone) seenIn(year int) (Ref, bool) {
	r, ok := p.years[year]
	if len(p.terms) == 0 {
		if listed, too := p.rosters[year]; too && (!ok || listed.before(r)) {
			return listed, true
		}
	}
	return r, ok
}

// allYears are the municipal years of which seenIn knows.
func (p *someone) allYears() iter.Seq[int] {
	return func(yield func(int) bool) {
		for y := range p.years {
			if !yield(y) {
				return
			}
		}
		if len(p.terms) > 0 {
			return
		}
		for y := range p.rosters {
			if !yield(y) {
				return
			}
		}
	}
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

// left says whether pages that state the terms of somebody say that none covers a day: one ended before it, and another begins after it
// or the page was read after it. The terms of a page that was read before the day may have gone on.
func (p *someone) left(d string) bool {
	var ended, begins bool
	for _, t := range p.terms {
		if t.covers(d) {
			return false
		}
		ended = ended || t.to < d && t.read >= d
		begins = begins || t.from > d
	}
	return ended || begins && slices.ContainsFunc(p.terms, func(t term) bool { return t.to < d })
}

// reason are the namings that show that somebody was there on a day.
func (p *someone) reason(d string) []Ref {
	for _, t := range p.terms {
		if t.covers(d) {
			return []Ref{p.term}
		}
	}
	year := municipalYear(d)
	if r, ok := p.seenIn(year); ok {
		return []Ref{r}
	}
	before, after := 0, 0
	for y := range p.allYears() {
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
			r, _ := p.seenIn(y)
			out = append(out, r)
		}
	}
	if len(p.terms) > 0 && len(out) < 2 {
		out = append(out, p.term)
	}
	return out
}
