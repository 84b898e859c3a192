package link

import (
	"fmt"
	"slices"
	"strings"
)

// corrector applies decisions of people to what the rules made.
type corrector struct {
	*resolver
	people  map[string]*Person
	answers map[Ref]Answer
}

// apply applies the corrections in their order and answers those that fit nothing.
func (c *corrector) apply(corrections []Correction) (unfit []Unfit) {
	for _, one := range corrections {
		var why string
		switch one.Kind {
		case "merge":
			why = c.merge(one)
		case "split":
			why = c.split(one)
		case "resolve":
			why = c.resolve(one)
		default:
			why = fmt.Sprintf("kind %q: it is merge, split or resolve", one.Kind)
		}
		if why != "" {
			unfit = append(unfit, Unfit{one, why})
		}
	}
	return unfit
}

func (c *corrector) merge(one Correction) string {
	from, to := c.people[one.Person], c.people[one.To]
	switch {
	case from == nil:
		return fmt.Sprintf("nobody has the key %q", one.Person)
	case to == nil:
		return fmt.Sprintf("nobody has the key %q", one.To)
	case from == to:
		return fmt.Sprintf("%q is merged with itself", one.To)
	}
	for ref, a := range c.answers {
		if i := slices.Index(a.Candidates, one.Person); i >= 0 {
			a.Candidates = slices.Clone(a.Candidates)
			a.Candidates[i] = one.To
			slices.Sort(a.Candidates)
			if a.Candidates = slices.Compact(a.Candidates); len(a.Candidates) == 1 {
				a = Answer{Person: one.To, Rule: RuleCorrection}
			}
			c.answers[ref] = a
		}
		if a.Person == one.Person {
			c.answers[ref] = Answer{Person: one.To, Rule: RuleCorrection, Because: a.Because}
		}
	}
	names := append(append(slices.Clone(to.Names), from.Name), from.Names...)
	slices.Sort(names)
	to.Names = slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == to.Name })
	to.SourceIDs = append(slices.Clone(to.SourceIDs), from.SourceIDs...)
	slices.Sort(to.SourceIDs)
	if to.Capacity == "" {
		to.Capacity = from.Capacity
	}
	delete(c.people, one.Person)
	return ""
}

func (c *corrector) split(one Correction) string {
	from := c.people[one.Person]
	switch {
	case from == nil:
		return fmt.Sprintf("nobody has the key %q", one.Person)
	case one.To == "" || one.To == one.Person:
		return "a split needs a new key"
	}
	moved := c.selected(one.Select, func(_ *naming, a Answer) bool { return a.Person == one.Person })
	if len(moved) == 0 {
		return fmt.Sprintf("no mention of %q is selected", one.Person)
	}
	to := c.people[one.To]
	if to == nil {
		to = &Person{Key: one.To, Name: from.Name, Capacity: from.Capacity}
		c.people[one.To] = to
	}
	for _, n := range moved {
		c.answers[n.Ref] = Answer{Person: one.To, Rule: RuleCorrection, Because: []Ref{n.Ref}}
		if n.name.shown != "" && n.name.shown != to.Name && !slices.Contains(to.Names, n.name.shown) {
			to.Names = append(to.Names, n.name.shown)
		}
	}
	slices.Sort(to.Names)
	return ""
}

func (c *corrector) resolve(one Correction) string {
	if c.people[one.To] == nil {
		return fmt.Sprintf("nobody has the key %q", one.To)
	}
	if s := one.Select; s.Name == "" && s.Role == "" && (s.Source == "" || s.At == "") {
		return "a resolve needs a name, a role, or a source with the place in it"
	}
	found := c.selected(one.Select, func(*naming, Answer) bool { return true })
	if len(found) == 0 {
		return "no mention is selected"
	}
	for _, n := range found {
		c.answers[n.Ref] = Answer{Person: one.To, Rule: RuleCorrection, Because: []Ref{n.Ref}}
	}
	return ""
}

// selected are the namings that a selection fits.
func (c *corrector) selected(s Selection, too func(*naming, Answer) bool) []*naming {
	wanted, role := parseName(s.Name), foldRole(s.Role)
	var out []*naming
	for _, n := range c.namings {
		switch d := day(n.Date); {
		case s.Source != "" && n.Source != s.Source && !strings.HasPrefix(n.Source, s.Source+"-"), s.At != "" && n.At != s.At,
			s.Name != "" && n.name.key != wanted.key,
			s.Role != "" && (n.name.key != "" || foldRole(n.Role) != role),
			s.Committee != "" && n.Committee != s.Committee,
			s.From != "" && (d == "" || d < s.From), s.To != "" && (d == "" || d > s.To):
		default:
			if too(n, c.answers[n.Ref]) {
				out = append(out, n)
			}
		}
	}
	return out
}
