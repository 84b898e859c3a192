package link

import (
	"fmt"
	"slices"
)

// byNumber makes units of a meeting's items that the source does not number, by their numbers as printed,
// putting those that belong to a numbered one there.
func (p *places) byNumber(numbered []*unit, loose []int) []*unit {
	var out []*unit
	byNumber := map[string][]int{}
	var names []string
	for _, i := range loose {
		n := NumberSlug(p.claims[i].Number)
		if byNumber[n] == nil {
			names = append(names, n)
		}
		byNumber[n] = append(byNumber[n], i)
	}
	for _, n := range names {
		if n == "" {
			out = append(out, p.untold(byNumber[n])...)
			continue
		}
		var known []*unit
		for _, u := range numbered {
			if u.numbers[n] {
				known = append(known, u)
			}
		}
		out = append(out, p.ofNumber(known, byNumber[n])...)
	}
	return out
}

// ofNumber makes units of the claims of one number. Where a page gives a number to two items, or the
// source tells two of one number apart, the titles decide, and what they do not settle stays with its page.
func (p *places) ofNumber(known []*unit, claims []int) []*unit {
	onPage := map[string]int{}
	twice := false
	for _, i := range claims {
		onPage[p.claims[i].Source]++
		twice = twice || onPage[p.claims[i].Source] > 1
		for _, u := range known {
			twice = twice || u.sources[p.claims[i].Source]
		}
	}
	if len(known) == 1 && !twice {
		for _, i := range claims {
			p.put(known[0], i)
		}
		return nil
	}
	var rest []int
	for _, i := range claims {
		var fit []*unit
		for _, u := range known {
			if u.titles[p.slug(p.claims[i].Name)] && !u.sources[p.claims[i].Source] {
				fit = append(fit, u)
			}
		}
		switch {
		case len(fit) == 1:
			p.put(fit[0], i)
		case len(known) == 1 && onPage[p.claims[i].Source] == 1 && !known[0].sources[p.claims[i].Source]:
			p.put(known[0], i)
		default:
			rest = append(rest, i)
		}
	}
	if len(known) > 0 {
		rest = slices.DeleteFunc(rest, func(i int) bool {
			// The page may mean any of the numbered ones.
			if twice && p.slug(p.claims[i].Name) != "" {
				return false
			}
			p.answer[i] = p.claims[i].Fallback
			return true
		})
		return p.titled(rest)
	}
	if !twice && len(rest) > 0 {
		u := newUnit("")
		for _, i := range rest {
			p.put(u, i)
		}
		return []*unit{u}
	}
	return p.titled(rest)
}

// titled makes units of claims by their titles: the second of a title on a page is another item. One
// without a title is an item of its own where no other page has the number.
func (p *places) titled(claims []int) []*unit {
	units := map[string]*unit{}
	var out []*unit
	seen := map[string]int{}
	sources := map[string]bool{}
	for _, i := range claims {
		sources[p.claims[i].Source] = true
	}
	byPlace := slices.Clone(claims)
	slices.SortStableFunc(byPlace, func(a, b int) int { return p.claims[a].Position - p.claims[b].Position })
	for _, i := range byPlace {
		c := p.claims[i]
		title := p.slug(c.Name)
		if title == "" && len(sources) > 1 {
			p.answer[i] = c.Fallback
			continue
		}
		onPage := c.Source + " " + title
		seen[onPage]++
		name := fmt.Sprintf("%d %s", seen[onPage], title)
		if units[name] == nil {
			units[name] = newUnit("")
			out = append(out, units[name])
		}
		p.put(units[name], i)
	}
	return out
}

// untold makes units of claims that print no number: by minute number, else by title. One that has
// neither is known by its place, on one page alone.
func (p *places) untold(claims []int) []*unit {
	var rest []int
	minutes := map[string][]int{}
	for _, i := range claims {
		if m := NumberSlug(p.claims[i].MinuteNumber); m != "" {
			minutes[m] = append(minutes[m], i)
		} else {
			rest = append(rest, i)
		}
	}
	var out []*unit
	for _, m := range sortedKeys(minutes) {
		out = append(out, p.ofNumber(nil, minutes[m])...)
	}
	return append(out, p.titled(rest)...)
}
