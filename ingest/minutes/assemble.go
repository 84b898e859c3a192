package minutes

import "strings"

// A body of sightings of one person or role.
type figure struct {
	sightings []sighting
}

// assemble settles who is who within one item and answers each person's parts once, in the order in
// which the item first gives them.
func assemble(sightings []sighting) []ParticipationFact {
	who := identify(sightings)
	order := []string{}
	figures := map[string]*figure{}
	for i, s := range sightings {
		key := who[i]
		if key == "" {
			continue
		}
		f := figures[key]
		if f == nil {
			f = &figure{}
			figures[key] = f
			order = append(order, key)
		}
		f.sightings = append(f.sightings, s)
	}
	var out []ParticipationFact
	for _, key := range order {
		out = append(out, figures[key].parts()...)
	}
	return out
}

// identify answers for each sighting whose it is: the folded name or "role:" and the folded role, ""
// where the words name nobody.
func identify(sightings []sighting) []string {
	full := map[string][]string{} // surname -> full names
	roles := map[string]string{}  // role -> name
	names := map[string]bool{}
	for _, s := range sightings {
		if s.name == "" || s.bare && s.how == howMentioned {
			continue
		}
		n := plain(s.name)
		if names[n] {
			continue
		}
		names[n] = true
		words := strings.Fields(n)
		if len(words) > 1 && !surnameAlone(s.name) {
			last := words[len(words)-1]
			full[last] = append(full[last], n)
		}
	}
	resolve := func(name string) string {
		n := plain(name)
		if last := surname(name); len(full[last]) == 1 && strings.HasSuffix(full[last][0], " "+n) && surnameAlone(name) {
			return full[last][0]
		}
		return n
	}
	for _, s := range sightings {
		if s.name != "" && s.role != "" && !s.office {
			roles[plain(s.role)] = resolve(s.name)
		}
	}
	who := make([]string, len(sightings))
	for i, s := range sightings {
		switch {
		case s.name != "" && s.bare && s.how == howMentioned && !names[plain(s.name)]:
		case s.name != "":
			who[i] = resolve(s.name)
		case s.role != "" && roles[plain(s.role)] != "":
			who[i] = roles[plain(s.role)]
		case s.role != "":
			if s.lower && (s.how == howMentioned || s.how == howApologies || s.how == howPresent) && !s.label {
				continue
			}
			who[i] = "role:" + plain(s.role)
		}
	}
	return who
}

// parts is one entry for each part of the person, with the fullest name and the first words.
func (f *figure) parts() []ParticipationFact {
	best := f.sightings[0]
	role, title, kind := "", "", ""
	for _, s := range f.sightings {
		if len(plain(s.name)) > len(plain(best.name)) {
			best = s
		}
		if role == "" && s.role != "" {
			role = s.role
		}
		if title == "" && s.title != "" {
			title = s.title
		}
		if kind == "" || kind == kindOther || kind == kindPublic && (s.kind == kindMember || s.kind == kindOfficer && role == s.role) {
			kind = s.kind
		}
	}
	if best.name != "" && kind != kindMember && f.has(howMover, howSeconder, howFor, howAgainst, howAbstained, howInterest) && kind != kindPublic {
		kind = kindMember
	}
	named := best
	var out []ParticipationFact
	seen := map[string]bool{}
	lead := f.leadParagraph()
	other, present := false, f.has(howPresent)
	apart, speaks := f.speaksApart(lead), f.has(howSpeaker)
	for _, s := range f.sightings {
		if s.how != howMentioned && s.how != howPresent {
			other = true
		}
	}
	for _, s := range f.sightings {
		how := s.how
		if (how == howMentioned || how == howPresent) && other || seen[how] || how == howMentioned && present {
			continue
		}
		if how == howSpeaker && lead >= 0 && !apart {
			continue
		}
		seen[how] = true
		answer := s.answer
		s = f.first(how)
		s.name, s.role, s.title, s.kind = named.name, role, title, kind
		out = append(out, s.participation())
		if answer && !seen[howSpeaker] && (how == howPresenter || how == howMover || how == howSeconder) && !speaks {
			seen[howSpeaker] = true
			s.how = howSpeaker
			out = append(out, s.participation())
		}
	}
	return out
}

func (f *figure) has(hows ...string) bool {
	for _, s := range f.sightings {
		for _, h := range hows {
			if s.how == h {
				return true
			}
		}
	}
	return false
}

// leadParagraph is the paragraph in which the person moves, seconds or presents, -1 where there is none.
func (f *figure) leadParagraph() int {
	for _, s := range f.sightings {
		if s.how == howPresenter || s.how == howMover || s.how == howSeconder {
			return s.par
		}
	}
	return -1
}

// speaksApart says that the person speaks in another paragraph than the one of presenting or moving, or
// answers there.
func (f *figure) speaksApart(lead int) bool {
	for _, s := range f.sightings {
		if s.how == howSpeaker && (s.par != lead && s.rule != "spoke-to-motion" || s.answer) {
			return true
		}
	}
	return false
}

// first is the person's first sighting with a part, one with a name before one with a role alone.
func (f *figure) first(how string) sighting {
	best, found := f.sightings[0], false
	for _, s := range f.sightings {
		if s.how != how {
			continue
		}
		if s.name != "" {
			return s
		}
		if !found {
			best, found = s, true
		}
	}
	return best
}
