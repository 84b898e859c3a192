package link

import (
	"cmp"
	"slices"
)

// initials settles the namings by initials and a surname, those with more initials first. One that no level settles is a person
// known by this name, unless two could be meant: somebody seen at another time only is not surely the same.
func (r *resolver) initials() {
	byCount := map[int][]int{}
	most := 0
	for i, n := range r.namings {
		if n.SourceID == "" && n.name.form() == initialed && !n.name.several {
			g := len(n.name.given())
			byCount[g] = append(byCount[g], i)
			most = max(most, g)
		}
	}
	for g := most; g > 0; g-- {
		rest := r.alone(byCount[g])
		var undated, own []int
		for _, i := range rest {
			n := r.namings[i]
			could := r.unlisted(n)
			switch {
			case r.context(i, could, allLevels):
			case count(could) > 1 && n.Date != "":
				r.answers[i] = settled{candidates: everybody(could)}
			case count(could) == 0 || n.Date != "":
				own = append(own, i)
			default:
				undated = append(undated, i)
			}
		}
		r.own(own)
		clear(r.fitting)
		r.inContext(undated, []level{levelUndated})
		for _, i := range rest {
			if p := r.answers[i].person; p != nil {
				p.addressed(r.namings[i].sex)
			}
		}
		r.enter(rest)
	}
}

// surnames settles the namings by a surname alone. One of a surname that nobody bears who could be meant is a person
// known by it.
func (r *resolver) surnames() {
	var all []int
	for i, n := range r.namings {
		if n.SourceID == "" && n.name.form() == surnameOf && !n.name.several {
			all = append(all, i)
		}
	}
	rest := r.alone(all)
	rest = r.pass(rest, nearLevels)
	for i, n := range r.namings {
		if p := r.answers[i].person; p != nil && n.name.form() == surnameOf && n.SourceID == "" {
			r.held.enter(n, p)
		}
	}
	rest = r.pass(rest, []level{levelOffice})
	r.inContext(rest, []level{levelCouncil, levelUndated})
	for _, i := range rest {
		if n := r.namings[i]; r.answers[i].person != nil {
			r.held.enter(n, r.answers[i].person)
		}
	}
}

// pass settles what the levels settle, and answers the rest.
func (r *resolver) pass(namings []int, levels []level) (rest []int) {
	for _, i := range namings {
		if !r.context(i, r.unlisted(r.namings[i]), levels) {
			rest = append(rest, i)
		}
	}
	return rest
}

// inContext settles namings by the levels, and leaves the others open with everybody who could be meant.
func (r *resolver) inContext(namings []int, levels []level) {
	for _, i := range namings {
		n := r.namings[i]
		if !r.context(i, r.unlisted(n), levels) {
			r.answers[i] = settled{candidates: everybody(r.candidates(n))}
		}
	}
}

// alone makes persons of the namings that fit nobody who is known, and answers the others.
func (r *resolver) alone(namings []int) (rest []int) {
	var own []int
	for _, i := range namings {
		if len(r.candidates(r.namings[i])) == 0 {
			own = append(own, i)
		} else {
			rest = append(rest, i)
		}
	}
	r.own(own)
	r.enter(own)
	return rest
}

// own makes persons of namings, who are known by that name.
func (r *resolver) own(namings []int) {
	slices.SortStableFunc(namings, func(a, b int) int { return cmp.Compare(r.namings[a].name.key, r.namings[b].name.key) })
	for from := 0; from < len(namings); {
		to := from + 1
		for to < len(namings) && r.namings[namings[to]].name.key == r.namings[namings[from]].name.key {
			to++
		}
		group := namings[from:to]
		open := r.found(group)
		reasons := map[*someone][]Ref{}
		for _, i := range group {
			if p := r.answers[i].person; p != nil {
				r.learn(r.namings[i], p)
				reasons[p] = addRef(reasons[p], r.namings[i].Ref)
			}
		}
		for _, i := range group {
			if p := r.answers[i].person; p != nil {
				r.settle(i, p, RuleOwnName, reasons[p])
			}
		}
		clear(r.fitting)
		r.inContext(open, append(slices.Clone(allLevels), levelUndated))
		from = to
	}
}

// unlisted are the candidates for a naming without those who stand on the same list under another name.
func (r *resolver) unlisted(n *naming) []candidate {
	could := r.candidates(n)
	if n.Bearing == Part {
		return could
	}
	on := list{n.Source, n.Meeting}
	for i, c := range could {
		if c.lists[on] && c.fit != exact {
			out := slices.Clone(could[:i])
			for _, c := range could[i:] {
				if !c.lists[on] || c.fit == exact {
					out = append(out, c)
				}
			}
			return out
		}
	}
	return could
}

// count is how many of the candidates fit, and not only in part.
func count(could []candidate) int {
	n := 0
	for _, c := range could {
		if c.fit > inPart {
			n++
		}
	}
	return n
}

func everybody(could []candidate) []*someone {
	out := make([]*someone, 0, len(could))
	for _, c := range could {
		out = append(out, c.someone)
	}
	return out
}
