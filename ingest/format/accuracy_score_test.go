package format_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tally counts facts of one type over all pages: found, missed, and given though no page states them.
type tally struct{ found, missed, extra int }

func (t tally) add(u tally) tally {
	return tally{t.found + u.found, t.missed + u.missed, t.extra + u.extra}
}

func (t tally) precision() float64 { return share(t.found, t.found+t.extra) }
func (t tally) recall() float64    { return share(t.found, t.found+t.missed) }

// f1 is the harmonic mean of precision and recall, 0 where nothing was found.
func (t tally) f1() float64 {
	p, r := t.precision(), t.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// scores holds a tally for each type of fact.
type scores map[string]tally

// page scores one page and returns a line for every fact missed or wrongly given.
func (s scores) page(want, got facts) []string {
	var lines []string
	types := slices.Sorted(maps.Keys(want))
	for t := range got {
		if _, ok := want[t]; !ok {
			types = append(types, t)
		}
	}
	for _, t := range types {
		pairs, missed, extra := pair(t, want[t], got[t])
		s[t] = s[t].add(tally{len(pairs), len(missed), len(extra)})
		if t == "resolution" {
			s.side("resolutionKind", pairs, func(f fact) string { return f.kind })
			s.side("resolutionItem", pairs, func(f fact) string { return f.item })
		}
		for _, f := range missed {
			lines = append(lines, fmt.Sprintf("missed %s: %s", t, f.key))
		}
		for _, f := range extra {
			lines = append(lines, fmt.Sprintf("extra  %s: %s", t, f.key))
		}
	}
	return lines
}

// side scores what stands beside a resolution that was found: its kind, its item's number.
func (s scores) side(what string, pairs [][2]fact, of func(fact) string) {
	var u tally
	for _, p := range pairs {
		if of(p[0]) == of(p[1]) {
			u.found++
		} else {
			u.missed++
			u.extra++
		}
	}
	s[what] = s[what].add(u)
}

// pair gives every fact of the gold the first fact read that is the same and not yet given away.
func pair(what string, want, got []fact) (pairs [][2]fact, missed, extra []fact) {
	extra = slices.Clone(got)
	for _, g := range want {
		if i := slices.IndexFunc(extra, func(r fact) bool { return same(what, g, r) }); i >= 0 {
			pairs = append(pairs, [2]fact{g, extra[i]})
			extra = slices.Delete(extra, i, i+1)
			continue
		}
		missed = append(missed, g)
	}
	// A fact that the gold states twice and the reader gives once is not missed.
	missed = slices.DeleteFunc(missed, func(g fact) bool {
		return slices.ContainsFunc(pairs, func(p [2]fact) bool { return p[0] == g })
	})
	return pairs, missed, extra
}

// all is the sum over the types.
func (s scores) all() tally {
	var sum tally
	for _, t := range s {
		sum = sum.add(t)
	}
	return sum
}

// table prints the scores, a line for each type of fact.
func (s scores) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s%6s%8s%8s%8s\n", "fact", "gold", "P", "R", "F1")
	line := func(name string, t tally) {
		fmt.Fprintf(&b, "%-18s%6d%8.3f%8.3f%8.3f\n", name, t.found+t.missed, t.precision(), t.recall(), t.f1())
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if t := s[name]; t != (tally{}) {
			line(name, t)
		}
	}
	line("all", s.all())
	return b.String()
}
