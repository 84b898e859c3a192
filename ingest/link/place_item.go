package link

import (
	"fmt"
	"maps"
	"slices"
)

// unit is what is so far known to be one agenda item of a meeting.
type unit struct {
	id      string // AIId, "" where no claim gives it
	sitting *sitting
	claims  []int
	numbers map[string]bool // as printed, as they stand in addresses
	minutes map[string]bool // minute numbers, likewise
	titles  map[string]bool // slugs
	sources map[string]bool
}

func newUnit(id string) *unit {
	return &unit{id: id, numbers: map[string]bool{}, minutes: map[string]bool{}, titles: map[string]bool{}, sources: map[string]bool{}}
}

func (p *places) put(u *unit, i int) {
	c := p.claims[i]
	u.claims = append(u.claims, i)
	u.sources[c.Source] = true
	u.numbers[NumberSlug(c.Number)] = true
	u.minutes[NumberSlug(c.MinuteNumber)] = true
	u.titles[p.slug(c.Name)] = true
	for _, set := range []map[string]bool{u.numbers, u.minutes, u.titles} {
		delete(set, "")
	}
}

// swallow makes one of two units.
func (u *unit) swallow(v *unit) {
	if u.id == "" {
		u.id = v.id
	}
	u.claims = append(u.claims, v.claims...)
	maps.Copy(u.numbers, v.numbers)
	maps.Copy(u.minutes, v.minutes)
	maps.Copy(u.titles, v.titles)
	maps.Copy(u.sources, v.sources)
}

// mayBe says whether nothing of the source speaks against two units being one: it does not number them
// apart, and no page lists both.
func (u *unit) mayBe(v *unit) bool {
	return (u.id == "" || v.id == "") && !meet(u.sources, v.sources)
}

// meet says whether two sets have something in common.
func meet(a, b map[string]bool) bool {
	for x := range a {
		if b[x] {
			return true
		}
	}
	return false
}

// join lets the items that the source numbers tell of their pages' meetings: the page of an item often
// names no meeting, and one that could be of two meetings of a day is settled by its items.
func (p *places) join() {
	at := map[string]*sitting{}
	for _, i := range p.kinds[AgendaItem] {
		id := p.claims[i].id()
		if m := p.parent[i]; id != "" && m >= 0 && p.sitting[m] != nil {
			if at[id] == nil || !at[id].address && p.sitting[m].address {
				at[id] = p.sitting[m]
			}
		}
	}
	items := map[int][]*sitting{}
	for _, i := range p.kinds[AgendaItem] {
		if m := p.parent[i]; m >= 0 && p.sitting[m] == nil && at[p.claims[i].id()] != nil {
			items[m] = append(items[m], at[p.claims[i].id()])
		}
	}
	for m, all := range items {
		s := all[0]
		if slices.ContainsFunc(all, func(x *sitting) bool { return x != s }) || !p.fits(m, s) {
			continue
		}
		p.sitting[m], p.answer[m] = s, s.key
	}
}

// fits says whether what a claim tells of its meeting does not contradict a meeting.
func (p *places) fits(m int, s *sitting) bool {
	d := p.dayOf(m)
	return len(s.days) == 0 || slices.ContainsFunc(s.days, func(x committeeDay) bool {
		return (d.date == "" || d.date == x.date) && (d.committee == "" || d.committee == x.committee)
	})
}

// items settles which claims of agenda items are one: by the source's number, else within a meeting by
// their own number, then their minute number, then their title.
func (p *places) items() {
	byID := map[string]*unit{}
	var numbered []*unit
	loose := map[*sitting][]int{}
	for _, i := range p.kinds[AgendaItem] {
		c := p.claims[i]
		var s *sitting
		if m := p.parent[i]; m >= 0 {
			s = p.sitting[m]
		}
		id := c.id()
		if id == "" {
			if s != nil {
				loose[s] = append(loose[s], i)
			} else {
				p.answer[i] = c.Fallback
			}
			continue
		}
		u := byID[id]
		if u == nil {
			u = newUnit(id)
			byID[id] = u
			numbered = append(numbered, u)
		}
		p.put(u, i)
		if s != nil && (u.sitting == nil || !u.sitting.address && s.address) {
			u.sitting = s
		}
	}
	of := map[*sitting][]*unit{}
	for _, u := range numbered {
		of[u.sitting] = append(of[u.sitting], u)
	}
	for s := range loose {
		if of[s] == nil {
			of[s] = []*unit{}
		}
	}
	for s, units := range of {
		if s != nil {
			units = p.weigh(append(units, p.byNumber(units, loose[s])...))
		}
		p.itemKeys(s, units)
	}
}

// itemKeys gives the items of one meeting their keys; those of no known meeting hang on their source.
func (p *places) itemKeys(s *sitting, units []*unit) {
	var wants []want
	for _, u := range units {
		slices.Sort(u.claims)
		give := func(key string) {
			for _, i := range u.claims {
				p.answer[i] = key
			}
		}
		if s == nil || !s.address {
			give(p.fallback(u.claims))
			continue
		}
		c := p.claims[u.claims[0]]
		order := []string{natural(u.id), fmt.Sprintf("%06d", c.Position), c.Source, c.At}
		wants = append(wants, want{s.key + "/" + p.itemName(u), order, give})
	}
	p.assign(wants)
}

// itemName is an item's number as printed; where it has none, its title; where it has neither, its place
// on the page.
func (p *places) itemName(u *unit) string {
	for _, i := range u.claims {
		if n := NumberSlug(p.claims[i].Number); n != "" {
			return n
		}
	}
	for _, i := range u.claims {
		if t := p.slug(p.claims[i].Name); t != "" {
			return "item-" + t
		}
	}
	return fmt.Sprintf("item-%d", p.claims[u.claims[0]].Position)
}
