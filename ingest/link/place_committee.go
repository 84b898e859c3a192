package link

import (
	"cmp"
	"slices"
)

// body is a committee that the source numbers.
type body struct {
	ids      []string
	best     string          // slug of its most trusted name
	names    map[string]bool // all slugs
	from, to string          // days on which it is first and last seen to meet, "" never
	key      string
}

func (b *body) active() bool { return b.from != "" }

// covers says whether the committee was at work on a day.
func (b *body) covers(day string) bool { return b.active() && b.from <= day && day <= b.to }

func (b *body) seen(from, to string) {
	if to == "" {
		to = from
	}
	if from != "" && (b.from == "" || from < b.from) {
		b.from = from
	}
	if from != "" && to > b.to {
		b.to = to
	}
}

// bodies are the committees of a council by their numbers, and by the names that pages give them.
type bodies struct {
	byID   map[string]*body
	byName map[string][]*body // by slug, in order of the key
	all    []*body
}

// committees settles which claims of committees are one.
func (p *places) committees() {
	found := p.numbered()
	for _, i := range p.kinds[Committee] {
		if name := p.slug(p.claims[i].Name); p.claims[i].id() == "" && len(found.byName[name]) == 0 {
			p.taken[p.council+"/"+CommitteeSlug(name)] = true
		}
	}
	wants := make([]want, 0, len(found.all))
	for _, b := range found.all {
		if b.best != "" {
			wants = append(wants, want{p.council + "/" + CommitteeSlug(b.best), []string{last(b.from), natural(b.ids[0])}, func(key string) { b.key = key }})
		}
	}
	p.assign(wants)
	for _, i := range p.kinds[Committee] {
		c := p.claims[i]
		if id := c.id(); id != "" {
			p.answer[i] = found.byID[id].key
		} else if name := p.slug(c.Name); name != "" {
			p.answer[i] = p.named(found.byName[name], name, c.Date)
		}
	}
}

// named is the key of the committee that a name without a number means on a day.
func (p *places) named(all []*body, name, day string) string {
	switch len(all) {
	case 0:
		return p.council + "/" + CommitteeSlug(name)
	case 1:
		return all[0].key
	}
	one := ""
	for _, b := range all {
		if day == "" || !b.covers(day) {
			continue
		}
		if one != "" {
			return ""
		}
		one = b.key
	}
	return one
}

// numbered are the committees that the source numbers. A committee that was set up anew under its old
// name has a new number, but its meetings begin when those of the old one have ended: that is one
// committee to everybody but the source. Two numbers that meet side by side are two committees.
func (p *places) numbered() *bodies {
	out := &bodies{byID: map[string]*body{}, byName: map[string][]*body{}}
	for _, i := range p.kinds[Committee] {
		c := p.claims[i]
		id := c.id()
		if id == "" {
			continue
		}
		b := out.byID[id]
		if b == nil {
			b = &body{ids: []string{id}, names: map[string]bool{}}
			out.byID[id] = b
		}
		if name := p.slug(c.Name); name != "" {
			b.best = cmp.Or(b.best, name)
			b.names[name] = true
		}
		b.seen(c.Date, c.Until)
	}
	for _, i := range p.kinds[Meeting] {
		if at := p.parent[i]; at >= 0 && p.claims[at].id() != "" {
			out.byID[p.claims[at].id()].seen(p.claims[i].Date, "")
		}
	}
	same := map[string][]*body{}
	for _, b := range out.byID {
		same[b.best] = append(same[b.best], b)
	}
	for name, all := range same {
		slices.SortFunc(all, func(a, b *body) int {
			return cmp.Or(cmp.Compare(last(a.from), last(b.from)), cmp.Compare(natural(a.ids[0]), natural(b.ids[0])))
		})
		if name != "" && inTurn(all) {
			all = []*body{out.join(all)}
		}
		out.all = append(out.all, all...)
	}
	slices.SortFunc(out.all, func(a, b *body) int { return cmp.Compare(natural(a.ids[0]), natural(b.ids[0])) })
	for _, b := range out.all {
		for name := range b.names {
			out.byName[name] = append(out.byName[name], b)
		}
	}
	return out
}

// inTurn says whether no two of these, in the order of their first days, were at work at a time.
func inTurn(all []*body) bool {
	for i, b := range all {
		if i > 0 && b.active() && b.from <= all[i-1].to {
			return false
		}
	}
	return true
}

// join makes one committee of those that followed one another.
func (o *bodies) join(all []*body) *body {
	first := all[0]
	for _, b := range all[1:] {
		first.ids = append(first.ids, b.ids...)
		for name := range b.names {
			first.names[name] = true
		}
		first.seen(b.from, b.to)
		o.byID[b.ids[0]] = first
	}
	return first
}
