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

// choose looks for the candidates among those whom a level shows. Where several fit, the best fit goes before: who bears exactly
// this name, then who is called so for short. Of a surname there is no better fit.
func choose(n *naming, could []candidate, seen []sight) choice {
	var c choice
	best := inPart
	for _, s := range seen {
		i, ok := slices.BinarySearchFunc(could, s.person.id, func(c candidate, id int) int { return cmp.Compare(c.id, id) })
		if !ok {
			continue
		}
		f := could[i].fit
		if n.name.form() == surnameOf {
			f = min(f, fitting)
		}
		switch {
		case f == inPart:
			c.part = append(c.part, s.person)
		case f > best:
			best = f
			c.fit, c.because = []*someone{s.person}, s.refs
		case f == best:
			c.fit = append(c.fit, s.person)
		}
	}
	return c
}

// context settles a naming by the nearest level at which somebody fits, among the candidates. It answers false where no level does.
// Somebody nearer whom the name fits in part leaves it open, and so does one who may be the same under a nickname.
func (r *resolver) context(i int, could []candidate, levels []level) bool {
	n := r.namings[i]
	var doubt []*someone
	for _, l := range levels {
		c := l.look(r, n, could)
		if len(c.fit) == 0 {
			doubt = united(doubt, c.part)
			continue
		}
		if l.near { // "Wright" is Colin Wright, though Ann Smith-Wright is there too
			doubt = slices.DeleteFunc(doubt, func(p *someone) bool { return slices.Contains(c.part, p) })
		}
		if l.rule == RuleCouncil || l.rule == RuleUndated {
			doubt = united(doubt, slices.DeleteFunc(slices.Clone(c.part), func(p *someone) bool { return p.class != officer }))
		}
		doubt = united(doubt, c.fit)
		for _, o := range could {
			if len(doubt) == 1 && o.fit > inPart && o.twins(doubt[0]) && r.about(o.someone, n) {
				doubt = append(doubt, o.someone)
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

// about says whether somebody was at the council on the day of a naming, or stands on its page.
func (r *resolver) about(p *someone, n *naming) bool {
	return n.Date == "" || p.there(day(n.Date)) || slices.ContainsFunc(r.ofPage(n), func(s sight) bool { return s.person == p })
}

func united(a, b []*someone) []*someone {
	for _, p := range b {
		if !slices.Contains(a, p) {
			a = append(a, p)
		}
	}
	return a
}

// level is a circle in which people are looked for.
type level struct {
	rule string
	near bool // within the page and its meeting
	look func(r *resolver, n *naming, could []candidate) choice
}

// The circles, nearest first.
var (
	levelPage = level{RulePage, true, func(r *resolver, n *naming, could []candidate) choice {
		seen := r.ofPage(n)
		c := inFullOnly(choose(n, could, seen), seen)
		if len(c.fit) == 0 || n.Date == "" {
			return c
		}
		for _, other := range []level{levelMeeting, levelCommittee, levelCouncil} {
			if there := other.look(r, n, could); len(there.fit) > 0 { // whom the page names may be a visitor, and the other one who is meant
				c.fit = united(c.fit, there.fit)
				break
			}
		}
		return c
	}}
	levelMeeting = level{RuleMeeting, true, func(r *resolver, n *naming, could []candidate) choice {
		if n.Meeting == "" {
			return choice{}
		}
		return choose(n, could, r.seen[scope{kind: atMeeting, of: n.Meeting, family: n.name.family()}])
	}}
	levelNamed = level{RuleMeeting, true, func(r *resolver, n *naming, could []candidate) choice {
		if n.Meeting == "" {
			return choice{}
		}
		seen := r.seen[scope{kind: inMeeting, of: n.Meeting, family: n.name.family()}]
		return inFullOnly(choose(n, could, seen), seen)
	}}
	levelCommittee = level{RuleCommittee, false, func(r *resolver, n *naming, could []candidate) choice {
		if n.Committee == "" || n.year == 0 {
			return choice{}
		}
		seen := r.seen[scope{kind: ofCommittee, of: n.Committee, year: n.year, family: n.name.family()}]
		d := day(n.Date)
		return choose(n, could, slices.DeleteFunc(slices.Clone(seen), func(s sight) bool { return s.person.gone(d) }))
	}}
	levelOffice = level{RuleOffice, false, func(r *resolver, n *naming, could []candidate) choice {
		var seen []sight
		for _, o := range n.offices {
			seen = together(seen, r.held.at(o, day(n.Date)))
		}
		return choose(n, could, seen)
	}}
	levelCouncil = level{RuleCouncil, false, func(_ *resolver, n *naming, could []candidate) choice {
		d := day(n.Date)
		if d == "" {
			return choice{}
		}
		var seen []sight
		for _, c := range could {
			if c.there(d) {
				seen = append(seen, sight{person: c.someone, refs: c.reason(d)})
			}
		}
		return withoutOfficers(choose(n, could, seen))
	}}
	levelUndated = level{RuleUndated, false, func(_ *resolver, n *naming, could []candidate) choice {
		if n.Date != "" {
			return choice{}
		}
		var seen []sight
		for _, c := range could {
			seen = append(seen, sight{person: c.someone, refs: []Ref{c.known}})
		}
		return withoutOfficers(choose(n, could, seen))
	}}
	// Of a full name no office is asked: who bears it does not depend on who holds which office.
	fullLevels = []level{levelPage, levelMeeting, levelNamed, levelCommittee, levelCouncil, levelUndated}
	nearLevels = []level{levelPage, levelMeeting, levelNamed, levelCommittee}
	allLevels  = []level{levelPage, levelMeeting, levelNamed, levelCommittee, levelOffice, levelCouncil}
)

// inFullOnly leaves the choice to wider levels where the one who fits is named by initials only: a record that writes "J. Kaur"
// beside "Kaur" may well mean two.
func inFullOnly(c choice, seen []sight) choice {
	if len(c.fit) == 1 && !slices.ContainsFunc(seen, func(s sight) bool { return s.full && s.person == c.fit[0] }) {
		return choice{}
	}
	return c
}

// withoutOfficers lets an officer who fits only be possible: of a council's officers records name a few, so that the one who
// is known is not surely the one who is meant elsewhere.
func withoutOfficers(c choice) choice {
	c.part = united(c.part, slices.DeleteFunc(slices.Clone(c.fit), func(p *someone) bool { return p.class != officer }))
	c.fit = slices.DeleteFunc(slices.Clone(c.fit), func(p *someone) bool { return p.class == officer })
	return c
}

// ofPage are those whom the page names, as far as it tells of the same meeting.
func (r *resolver) ofPage(n *naming) []sight {
	f := n.name.family()
	if n.Meeting == "" {
		return r.seen[scope{kind: onWhole, of: n.Source, family: f}]
	}
	return together(r.seen[scope{kind: onPage, of: n.Source, within: n.Meeting, family: f}], r.seen[scope{kind: onPage, of: n.Source, family: f}])
}

// together are the people of two scopes, each once.
func together(a, b []sight) []sight {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 {
		return b
	}
	out := slices.Clone(a)
	for _, s := range b {
		if i := slices.IndexFunc(out, func(o sight) bool { return o.person == s.person }); i < 0 {
			out = append(out, s)
		} else {
			out[i].full = out[i].full || s.full
			for _, ref := range s.refs {
				out[i].refs = addRef(slices.Clone(out[i].refs), ref)
			}
		}
	}
	return out
}
