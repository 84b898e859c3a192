package minutes

import "strings"

// A register is the people whom a meeting's items and lists give by a full name, by surname.
type register map[string][]registered

type registered struct {
	name, title, kind string
}

// registerOf reads the full names out of the lists of those present and out of the sentences.
func registerOf(rosters [][]AttendanceFact, sightings [][]sighting) register {
	r := register{}
	for _, of := range sightings {
		for _, s := range of {
			if s.bare && s.how == howMentioned {
				continue
			}
			r.add(registered{s.name, s.title, s.kind})
		}
	}
	for _, facts := range rosters {
		for _, f := range facts {
			p := registered{name: f.Name, kind: kindOther}
			switch title, _, member := titleOf(f.AsWritten); {
			case member:
				p.title, p.kind = title, kindMember
			case f.Role != "" && kindOfRole(f.Role) == kindOfficer:
				p.title, p.kind = title, kindOfficer
			default:
				p.title = title
			}
			r.add(p)
		}
	}
	return r
}

// titleOf is the title before a name as it is written.
func titleOf(asWritten string) (title string, plural, member bool) {
	ts := tokens(asWritten)
	if len(ts) == 0 {
		return "", false, false
	}
	n, plural, member := readTitle(ts, 0)
	if n == 0 {
		return "", false, false
	}
	return titleWords(asWritten[:ts[n-1].to], plural), plural, member
}

func (r register) add(p registered) {
	if !strings.Contains(p.name, " ") || surnameAlone(p.name) {
		return
	}
	key := surname(p.name)
	for i, have := range r[key] {
		if plain(have.name) == plain(p.name) {
			if p.kind == kindMember || have.kind == kindOther {
				r[key][i].kind, r[key][i].title = p.kind, p.title
			}
			return
		}
	}
	if len(r[key]) < 8 {
		r[key] = append(r[key], p)
	}
}

// fullName is the name of the one person whom a surname with its title can mean, the surname itself where
// nobody or more than one bears it.
func (r register) fullName(s mention) string {
	if s.name == "" || !surnameAlone(s.name) {
		return s.name
	}
	found := ""
	for _, p := range r[surname(s.name)] {
		if !strings.HasSuffix(plain(p.name), " "+plain(s.name)) || !mayBe(s, p) {
			continue
		}
		if found != "" {
			return s.name
		}
		found = p.name
	}
	if found == "" {
		return s.name
	}
	return found
}

// mayBe says that neither title nor office speaks against a surname meaning this person.
func mayBe(s mention, p registered) bool {
	a, b := genderOf(s.title), genderOf(p.title)
	if a != "" && b != "" && a != b {
		return false
	}
	switch s.kind {
	case kindMember:
		return p.kind != kindOfficer && p.kind != kindPublic
	case kindOfficer:
		return p.kind != kindMember && p.kind != kindPublic
	default:
		return p.kind != kindMember
	}
}

// genderOf is what a courtesy title says: "m", "f" or nothing.
func genderOf(title string) string {
	for _, w := range strings.Fields(strings.ToLower(title)) {
		switch strings.TrimSuffix(w, ".") {
		case "mr", "sir":
			return "m"
		case "mrs", "ms", "miss", "dame", "lady":
			return "f"
		}
	}
	return ""
}

// surnameAlone says that a name is a surname without given name or initial: Ash, St John-Hill, de Vere.
func surnameAlone(name string) bool {
	words := strings.Fields(name)
	if len(words) == 1 {
		return !isInitials(words[0])
	}
	for _, w := range words[:len(words)-1] {
		if l := strings.ToLower(w); !nameParticle[l] && !namePrefix[l] {
			return false
		}
	}
	return true
}

// namePrefix begins a surname of two words: Ó Floinn, Mac Giolla.
var namePrefix = wordSet(`ó ní ui uí mac mc nic giolla de`)
