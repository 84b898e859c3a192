package link

import (
	"maps"
	"slices"
)

// weigh joins units of one meeting by weaker evidence than number and source: first a number that is the
// minute number of another page, then a title that is alone of its kind. Two that the source numbers
// apart, or that stand on one page, are never joined.
func (p *places) weigh(units []*unit) []*unit {
	return joinTitles(joinMinutes(units))
}

// joinMinutes joins an item that a page knows by the number in the minutes with the one to which another
// page gives that minute number beside its own.
func joinMinutes(units []*unit) []*unit {
	byMinute, byNumber := map[string][]*unit{}, map[string][]*unit{}
	for _, u := range units {
		for m := range u.minutes {
			byMinute[m] = append(byMinute[m], u)
		}
		for n := range u.numbers {
			byNumber[n] = append(byNumber[n], u)
		}
	}
	pairs := map[*unit][]*unit{}
	for _, m := range sortedKeys(byMinute) {
		var by, of []*unit
		for _, u := range byMinute[m] {
			if u.numbers[m] {
				continue
			}
			if len(u.numbers) > 0 {
				of = append(of, u)
			} else {
				by = append(by, u)
			}
		}
		for _, u := range byNumber[m] {
			if len(u.minutes) == 0 || u.minutes[m] {
				by = append(by, u)
			}
		}
		if len(of) == 0 && len(by) == 2 {
			of, by = by[:1], by[1:]
		}
		if len(of) == 1 && len(by) == 1 && of[0].mayBe(by[0]) && agree(of[0].titles, by[0].titles) {
			pairs[of[0]] = append(pairs[of[0]], by[0])
			pairs[by[0]] = append(pairs[by[0]], of[0])
		}
	}
	gone := map[*unit]bool{}
	for _, u := range units {
		if gone[u] || len(pairs[u]) != 1 {
			continue
		}
		if v := pairs[u][0]; len(pairs[v]) == 1 && !gone[v] {
			u.swallow(v)
			gone[v] = true
		}
	}
	return slices.DeleteFunc(units, func(u *unit) bool { return gone[u] })
}

// agree says whether two sets have something in common, or one of them is empty.
func agree(a, b map[string]bool) bool { return len(a) == 0 || len(b) == 0 || meet(a, b) }

// joinTitles joins the units of one title, where no more than one of them has a number, no more than one
// is numbered by the source, and no page has the title twice.
func joinTitles(units []*unit) []*unit {
	byTitle := map[string][]*unit{}
	for _, u := range units {
		for t := range u.titles {
			byTitle[t] = append(byTitle[t], u)
		}
	}
	into := map[*unit]*unit{}
	root := func(u *unit) *unit {
		for into[u] != nil {
			u = into[u]
		}
		return u
	}
	for _, t := range sortedKeys(byTitle) {
		var all []*unit
		for _, u := range byTitle[t] {
			if r := root(u); !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
		if !aloneOfKind(all) {
			continue
		}
		for _, u := range all[1:] {
			all[0].swallow(u)
			into[u] = all[0]
		}
	}
	return slices.DeleteFunc(units, func(u *unit) bool { return into[u] != nil })
}

func aloneOfKind(all []*unit) bool {
	numbers, ids := 0, 0
	sources := map[string]bool{}
	for _, u := range all {
		if len(u.numbers) > 0 {
			numbers++
		}
		if u.id != "" {
			ids++
		}
		if meet(sources, u.sources) {
			return false
		}
		maps.Copy(sources, u.sources)
	}
	return numbers <= 1 && ids <= 1
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
