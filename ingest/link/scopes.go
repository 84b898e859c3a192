package link

import "slices"

// scope is a place or a time in which people of one family are looked for.
type scope struct {
	kind   scopeKind
	of     string // source, meeting or committee
	within string // meeting, of a page
	year   int    // municipal year, of a committee
	forms  inForm // of a page, and in a meeting's pages
	family string
}

// inForm says which names of a page are looked at.
type inForm uint8

const (
	inFull inForm = iota
	anyForm
)

type scopeKind uint8

const (
	onPage      scopeKind = iota // the page, as far as it tells of one meeting
	onWhole                      // the page as a whole
	atMeeting                    // the record of who was there
	inMeeting                    // named anywhere in the meeting's pages
	ofCommittee                  // on the committee's lists or at its meetings in a municipal year
)

// sight is somebody in a scope, with the first namings that show it.
type sight struct {
	person *someone
	refs   []Ref
}

const maxReasons = 3

// scopes are who was seen where.
type scopes map[scope][]sight

func (s scopes) add(at scope, p *someone, ref Ref) {
	seen := s[at]
	for i := range seen {
		if seen[i].person == p {
			seen[i].refs = addRef(seen[i].refs, ref)
			return
		}
	}
	s[at] = append(seen, sight{p, []Ref{ref}})
}

// addRef keeps the first few of the references, in order.
func addRef(refs []Ref, ref Ref) []Ref {
	i := 0
	for i < len(refs) && refs[i].before(ref) {
		i++
	}
	if i < len(refs) && refs[i] == ref || i >= maxReasons {
		return refs
	}
	refs = slices.Insert(refs, i, ref)
	return refs[:min(len(refs), maxReasons)]
}

// enter puts a naming's person, or one who could be meant, into all scopes in which the naming stands.
func (s scopes) enter(n *naming, p *someone) {
	var families []string
	for _, u := range p.names {
		if f := u.family(); !slices.Contains(families, f) {
			families = append(families, f)
		}
	}
	for _, f := range families {
		for forms := inFull; forms <= anyForm; forms++ {
			if forms == inFull && n.name.form() != fullName {
				continue
			}
			s.add(scope{kind: onPage, of: n.Source, within: n.Meeting, forms: forms, family: f}, p, n.Ref)
			s.add(scope{kind: onWhole, of: n.Source, forms: forms, family: f}, p, n.Ref)
			if n.Meeting != "" {
				s.add(scope{kind: inMeeting, of: n.Meeting, forms: forms, family: f}, p, n.Ref)
			}
		}
		if n.Meeting != "" && n.Bearing == Attending {
			s.add(scope{kind: atMeeting, of: n.Meeting, family: f}, p, n.Ref)
		}
		if n.Committee == "" || n.Bearing != Attending && n.Bearing != Member {
			continue
		}
		first, last := n.year, n.year
		if t := termOf(n); n.Bearing == Member && t.from != "" {
			first, last = municipalYear(t.from), municipalYear(t.to)
		}
		for y := first; y != 0 && y <= last; y++ {
			s.add(scope{kind: ofCommittee, of: n.Committee, year: y, family: f}, p, n.Ref)
		}
	}
}
