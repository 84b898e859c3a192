package link

import (
	"slices"
	"strings"
)

// joinLonger finds the persons who are known by longer and shorter forms of one full name ("John Smith", "John A. Smith";
// a number with "J A Smith") and joins them where nothing speaks against it: all forms fit each other, the source numbers at most
// one, they never stand on one list, and were there at about the same time. It answers those whose short name
// could be two fuller ones: they are nobody of their own.
func (r *resolver) joinLonger() (undecided map[*someone]bool) {
	type bucket struct{ surname, first string }
	full := map[bucket][]*someone{}
	short := map[string][]*someone{} // whose first given name is an initial, by surname
	for _, p := range r.people {
		for _, u := range p.names {
			if u.surname == 0 {
				continue
			}
			surname, first := givenKey(u.name)
			if isInitial(first) {
				short[surname] = append(short[surname], p)
			} else {
				full[bucket{surname, first}] = append(full[bucket{surname, first}], p)
			}
		}
	}
	near := map[*someone][]*someone{}
	link := func(a, b *someone) {
		if a != b && !slices.Contains(near[a], b) && formsOfOne(a, b) {
			near[a] = append(near[a], b)
			near[b] = append(near[b], a)
		}
	}
	for k, people := range full {
		for i, a := range people {
			for _, b := range people[:i] {
				link(a, b)
			}
			for _, b := range short[k.surname] {
				link(a, b)
			}
		}
	}
	undecided = map[*someone]bool{}
	done := map[*someone]bool{}
	for _, p := range slices.Clone(r.people) {
		if done[p] || len(near[p]) == 0 {
			continue
		}
		group := component(p, near)
		for _, q := range group {
			done[q] = true
		}
		if oneOf(group, near) {
			r.join(group)
			continue
		}
		for _, q := range group {
			if q.uid == "" && severalFuller(q, near[q]) {
				undecided[q] = true
			}
		}
	}
	if len(undecided) > 0 {
		r.forget(undecided)
	}
	return undecided
}

// formsOfOne says whether two persons have names of which one is a longer form of the other, and no capacity or sex
// that keeps them apart.
func formsOfOne(a, b *someone) bool {
	if !a.could(b.class, b.sexOf()) {
		return false
	}
	for _, x := range a.names {
		if f := b.fit(x.name); x.surname > 0 && (f == fitting || f == loose) {
			for _, y := range b.names {
				if f := a.fit(y.name); y.surname > 0 && (f == fitting || f == loose) {
					return true
				}
			}
		}
	}
	return false
}

func (p *someone) sexOf() string {
	if p.sexes == "mf" {
		return ""
	}
	return p.sexes
}

// component is everybody who is reached from a person, in the order of their ids.
func component(p *someone, near map[*someone][]*someone) []*someone {
	group := []*someone{p}
	in := map[*someone]bool{p: true}
	for i := 0; i < len(group); i++ {
		for _, q := range near[group[i]] {
			if !in[q] {
				in[q] = true
				group = append(group, q)
			}
		}
	}
	slices.SortFunc(group, func(a, b *someone) int { return a.id - b.id })
	return group
}

// oneOf says whether nothing speaks against all of a group being one person.
func oneOf(group []*someone, near map[*someone][]*someone) bool {
	numbered := 0
	for i, a := range group {
		if a.uid != "" {
			numbered++
		}
		if len(near[a]) < len(group)-1 {
			return false
		}
		for _, b := range group[:i] {
			if a.besides(b) || !a.about(b) {
				return false
			}
		}
	}
	return numbered <= 1
}

// besides says whether two stand on one list.
func (p *someone) besides(o *someone) bool {
	a, b := p.lists, o.lists
	if len(b) < len(a) {
		a, b = b, a
	}
	for l := range a {
		if b[l] {
			return true
		}
	}
	return false
}

// gapYears is how many municipal years may lie between two forms of a name for them to be taken for one person: one term
// of office. Of a form that gives only initials none may.
const gapYears = 4

// about says whether two were there at about the same time. What has no date speaks against nothing.
func (p *someone) about(o *someone) bool {
	a1, a2 := p.between()
	b1, b2 := o.between()
	if a1 == 0 || b1 == 0 {
		return true
	}
	gap := gapYears
	if p.onlyInitials() || o.onlyInitials() {
		gap = 0
	}
	return b1-a2 <= gap && a1-b2 <= gap
}

// between is the first and the last municipal year in which somebody is known to have been there, 0 where none is known.
func (p *someone) between() (first, last int) {
	take := func(y int) {
		if y != 0 && (first == 0 || y < first) {
			first = y
		}
		last = max(last, y)
	}
	for y := range p.allYears() {
		take(y)
	}
	for _, t := range p.terms {
		take(municipalYear(t.from))
		take(municipalYear(t.to))
	}
	return first, last
}

func (p *someone) onlyInitials() bool {
	return !slices.ContainsFunc(p.names, func(u use) bool { return u.form() == fullName })
}

// severalFuller says whether a person's name is a short form of the names of two or more others who stand beside it on no list.
func severalFuller(p *someone, near []*someone) bool {
	n := 0
	for _, q := range near {
		if !p.besides(q) && !slices.ContainsFunc(p.names, func(u use) bool {
			return !slices.ContainsFunc(q.names, func(v use) bool { return saysMore(v.name, u.name) && fits(u.name, v.name) == fitting })
		}) {
			n++
		}
	}
	return n > 1
}

// join makes one person of a group: of the one whom the source numbers, or else the one known by the first name in order.
func (r *resolver) join(group []*someone) {
	keep := group[0]
	for _, p := range group[1:] {
		switch {
		case p.uid != "" && keep.uid == "":
			keep = p
		case (p.uid != "") == (keep.uid != "") && strings.Compare(p.names[0].key, keep.names[0].key) < 0:
			keep = p
		}
	}
	for _, p := range group {
		if p != keep {
			keep.merge(p)
			r.replace(p, keep)
		}
	}
}

// replace lets a person's names lead to another.
func (r *resolver) replace(p, by *someone) {
	for _, u := range p.names {
		r.byName[u.key] = instead(r.byName[u.key], p, by)
		r.byWord[u.family()] = instead(r.byWord[u.family()], p, by)
	}
}

// forget takes persons out who turned out to be nobody of their own.
func (r *resolver) forget(who map[*someone]bool) {
	r.people = slices.DeleteFunc(r.people, func(p *someone) bool {
		if who[p] {
			r.replace(p, nil)
		}
		return who[p]
	})
}

func instead(people []*someone, p, by *someone) []*someone {
	out := slices.DeleteFunc(people, func(q *someone) bool { return q == p || q == by })
	if by != nil {
		out = append(out, by)
	}
	return out
}
