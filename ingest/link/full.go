package link

import (
	"cmp"
	"slices"
	"strings"
)

// fullNames settles the namings by a full name that have no number: each is the one person who bears the name. Where somebody of that name
// sits after the term of the one who is known has ended, that may be a namesake.
func (r *resolver) fullNames() {
	byKey := map[string][]int{}
	var keys []string
	for i, n := range r.namings {
		if n.SourceID != "" || n.name.form() != fullName || n.name.several {
			continue
		}
		if byKey[n.name.key] == nil {
			keys = append(keys, n.name.key)
		}
		byKey[n.name.key] = append(byKey[n.name.key], i)
	}
	slices.Sort(keys)
	var open []int
	for _, key := range keys {
		var mine []int
		bearers := slices.Clone(r.byName[key])
		for _, i := range byKey[key] {
			n := r.namings[i]
			var could []*someone
			for _, p := range bearers {
				if p.could(n.class, n.sex) {
					could = append(could, p)
				}
			}
			switch {
			case len(could) == 0:
				mine = append(mine, i)
			case len(could) == 1 && !(n.sits() && could[0].left(day(n.Date))):
				r.answers[i].person = could[0]
			default:
				open = append(open, i)
			}
		}
		open = append(open, r.found(mine)...)
	}
	var sure []int
	for _, key := range keys {
		for _, i := range byKey[key] {
			if p := r.answers[i].person; p != nil {
				r.learn(r.namings[i], p)
				sure = append(sure, i)
			}
		}
	}
	undecided := r.joinLonger()
	sure = slices.DeleteFunc(sure, func(i int) bool {
		p := r.answers[i].person
		if undecided[p] {
			r.answers[i] = settled{}
			open = append(open, i)
			return true
		}
		return false
	})
	r.sameName(sure)
	r.enter(sure)
	slices.Sort(open)
	r.inContext(open, fullLevels)
	r.enter(open)
}

// sits says whether a naming shows somebody as a member of the council on a day.
func (n *naming) sits() bool {
	return n.class&councillor != 0 && n.Date != "" && (n.Bearing == Attending || n.Bearing == Member)
}

// sameName gives the rule and the reasons of namings that are settled by the full name: the numbered ones of the person,
// or the first that bear the name.
func (r *resolver) sameName(sure []int) {
	reasons := map[*someone][]Ref{}
	written := map[*someone]map[string]bool{}
	for _, i := range sure {
		n, p := r.namings[i], r.answers[i].person
		root := p.root()
		if root.uid == "" {
			reasons[root] = addRef(reasons[root], n.Ref)
		}
		if p != root {
			if written[root] == nil {
				written[root] = map[string]bool{}
			}
			written[root][n.name.key] = true
		}
	}
	for _, i := range sure {
		n, p := r.namings[i], r.answers[i].person.root()
		rule, because := RuleSameName, reasons[p]
		if written[p][n.name.key] {
			rule = RuleLongerName
		}
		if p.uid != "" {
			because = p.numberedAs
		}
		r.settle(i, p, rule, because)
	}
}

// kind is a capacity and a sex in which a name is borne.
type kind struct {
	class class
	sex   string
}

func (k kind) apart(o kind) bool {
	return k.class.apart(o.class) || k.sex != "" && o.sex != "" && k.sex != o.sex
}

// within says whether k says no more than o.
func (k kind) within(o kind) bool {
	return k != o && (k.class == 0 || k.class == o.class) && (k.sex == "" || k.sex == o.sex)
}

// found makes persons of the namings of one name whom nobody known bears: one, or one for each of clearly different
// capacities. It answers those that could be either.
func (r *resolver) found(namings []int) (open []int) {
	if len(namings) == 0 {
		return nil
	}
	var kinds []kind
	both := false
	for _, i := range namings {
		both = both || r.namings[i].class == councillor|officer
	}
	of := func(i int) kind {
		n := r.namings[i]
		if both && n.class != partner {
			return kind{councillor | officer, n.sex}
		}
		return kind{n.class, n.sex}
	}
	for _, i := range namings {
		if k := of(i); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	slices.SortFunc(kinds, func(a, b kind) int { return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.sex, b.sex)) })
	people := r.divide(kinds)
	for _, i := range namings {
		if p := people[of(i)]; p != nil {
			r.answers[i].person = p
		} else {
			open = append(open, i)
		}
	}
	return open
}

// divide gives each kind its person; none to a kind that could be two.
func (r *resolver) divide(kinds []kind) map[kind]*someone {
	out := map[kind]*someone{}
	anyApart := false
	for _, a := range kinds {
		for _, b := range kinds {
			anyApart = anyApart || a.apart(b)
		}
	}
	if !anyApart {
		p := r.add("")
		for _, k := range kinds {
			out[k] = p
		}
		return out
	}
	var tops []kind
	for _, k := range kinds {
		if !slices.ContainsFunc(kinds, k.within) {
			tops = append(tops, k)
			out[k] = r.add("")
		}
	}
	for _, k := range kinds {
		var could []*someone
		for _, t := range tops {
			if !k.apart(t) {
				could = append(could, out[t])
			}
		}
		if out[k] == nil && len(could) == 1 {
			out[k] = could[0]
		}
	}
	return out
}

// root is who a person was found to be.
func (p *someone) root() *someone {
	for p.into != nil {
		p = p.into
	}
	return p
}

// givenKey is the bucket in which longer and shorter forms of a name lie.
func givenKey(n *name) (surname, first string) {
	return strings.Join(n.words[n.surname:], " ") + " " + n.suffix, n.words[0]
}
