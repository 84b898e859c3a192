package link

import (
	"cmp"
	"slices"
)

// cluster is what decides who could be meant, apart from place and time.
type cluster struct {
	name  *name
	class class
	sex   string
}

// candidate is somebody whom a name fits.
type candidate struct {
	*someone
	fit fit
}

// candidates are the people whom a naming's name fits and whose capacity and sex do not speak against it.
func (r *resolver) candidates(n *naming) []candidate {
	key := cluster{n.name, n.class, n.sex}
	if found, ok := r.fitting[key]; ok {
		return found
	}
	var out []candidate
	for _, p := range r.byWord[n.name.family()] {
		if f := p.fit(n.name); f != unfit && p.could(n.class, n.sex) {
			out = append(out, candidate{p, f})
		}
	}
	slices.SortFunc(out, func(a, b candidate) int { return cmp.Compare(a.id, b.id) })
	r.fitting[key] = out
	return out
}

// choice is what one level says: who fits there, and who fits in part.
type choice struct {
	fit, part []*someone
	because   []Ref
}

// choose looks for the candidates among those whom a level shows. Where several fit, one who bears exactly this
// name goes before, unless it is a surname.
func choose(n *naming, could []candidate, seen []sight) choice {
	var c choice
	exactly := 0
	for _, s := range seen {
		i, ok := slices.BinarySearchFunc(could, s.person.id, func(c candidate, id int) int { return cmp.Compare(c.id, id) })
		if !ok {
			continue
		}
		switch f := could[i].fit; {
		case f == inPart:
			c.part = append(c.part, s.person)
		case f == exact && n.name.form() > surnameOf:
			if exactly == 0 {
				c.part = append(c.part, c.fit...)
				c.fit = nil
			}
			exactly++
			c.fit, c.because = append(c.fit, s.person), s.refs
		case exactly == 0:
			c.fit, c.because = append(c.fit, s.person), s.refs
		}
	}
	if exactly > 0 {
		c.part = nil
	}
	return c
}

// context settles a naming by the nearest level at which somebody fits, among the candidates. It answers false where no level does.
func (r *resolver) context(i int, could []candidate, levels []level) bool {
	n := r.namings[i]
	var doubt []*someone
	for _, l := range levels {
		c := l.look(r, n, could)
		for _, p := range c.part {
			if !slices.Contains(doubt, p) {
				doubt = append(doubt, p)
			}
		}
		if len(c.fit) == 0 {
			continue
		}
		for _, p := range c.fit {
			if !slices.Contains(doubt, p) {
				doubt = append(doubt, p)
			}
		}
		if len(doubt) == 1 {
			r.settle(i, c.fit[0], l.rule, c.because)
		} else {
			r.answers[i] = settled{candidates: doubt}
		}
		return true
	}
	if len(doubt) > 0 {
		r.answers[i] = settled{candidates: doubt}
		return true
	}
	return false
}

// level is a circle in which people are looked for.
type level struct {
	rule string
	look func(r *resolver, n *naming, could []candidate) choice
}

// The circles, nearest first.
var (
	levelPage = level{RulePage, func(r *resolver, n *naming, could []candidate) choice {
		f := n.name.family()
		if n.Meeting == "" {
			return choose(n, could, r.seen[scope{kind: onWhole, of: n.Source, family: f}])
		}
		seen := r.seen[scope{kind: onPage, of: n.Source, within: n.Meeting, family: f}]
		return choose(n, could, together(seen, r.seen[scope{kind: onPage, of: n.Source, family: f}]))
	}}
	levelMeeting = level{RuleMeeting, func(r *resolver, n *naming, could []candidate) choice {
		if n.Meeting == "" {
			return choice{}
		}
		return choose(n, could, r.seen[scope{kind: atMeeting, of: n.Meeting, family: n.name.family()}])
	}}
	levelNamed = level{RuleMeeting, func(r *resolver, n *naming, could []candidate) choice {
		if n.Meeting == "" {
			return choice{}
		}
		return choose(n, could, r.seen[scope{kind: inMeeting, of: n.Meeting, family: n.name.family()}])
	}}
	levelCommittee = level{RuleCommittee, func(r *resolver, n *naming, could []candidate) choice {
		if n.Committee == "" || n.year == 0 {
			return choice{}
		}
		seen := r.seen[scope{kind: ofCommittee, of: n.Committee, year: n.year, family: n.name.family()}]
		d := day(n.Date)
		return choose(n, could, slices.DeleteFunc(slices.Clone(seen), func(s sight) bool { return s.person.gone(d) }))
	}}
	levelOffice = level{RuleOffice, func(r *resolver, n *naming, could []candidate) choice {
		var seen []sight
		for _, o := range n.offices {
			seen = together(seen, r.held.at(o, day(n.Date)))
		}
		return choose(n, could, seen)
	}}
	levelCouncil = level{RuleCouncil, func(_ *resolver, n *naming, could []candidate) choice {
		d := day(n.Date)
		if d == "" {
			return choice{}
		}
		var seen []sight
		for _, c := range could {
			if c.there(d) {
				seen = append(seen, sight{c.someone, c.reason(d)})
			}
		}
		return choose(n, could, seen)
	}}
	levelUndated = level{RuleUndated, func(_ *resolver, n *naming, could []candidate) choice {
		if n.Date != "" {
			return choice{}
		}
		var seen []sight
		for _, c := range could {
			seen = append(seen, sight{c.someone, []Ref{c.known}})
		}
		return choose(n, could, seen)
	}}
	nearLevels = []level{levelPage, levelMeeting, levelNamed, levelCommittee}
	allLevels  = []level{levelPage, levelMeeting, levelNamed, levelCommittee, levelOffice, levelCouncil}
)

// together are the people of two scopes, each once.
func together(a, b []sight) []sight {
	out := slices.Clone(a)
	for _, s := range b {
		if i := slices.IndexFunc(out, func(o sight) bool { return o.person == s.person }); i < 0 {
			out = append(out, s)
		} else {
			for _, ref := range s.refs {
				out[i].refs = addRef(slices.Clone(out[i].refs), ref)
			}
		}
	}
	return out
}
