package link

import "slices"

// scope is a place or a time in which people of one family are looked for.
type scope struct {
	kind   scopeKind
	of     string // source, meeting or committee
	within string // meeting, of a page
	year   int    // municipal year, of a committee
	family string
}

type scopeKind uint8

const (
	onPage      scopeKind = iota // the page, as far as it tells of one meeting
	onWhole                      // the page as a whole
	atMeeting                    // the record of who was there
	inMeeting                    // named anywhere in the meeting's pages
	ofCommittee                  // on the committee's lists or at its meetings in a municipal year
)

// sight is somebody in a scope, with the first namings that show it: those by a full name, where there are any.
type sight struct {
	person *someone
	full   bool
	refs   []Ref
}

const maxReasons = 3

// maxTerm bounds the years of one membership: a longer one is a slip of the page.
const maxTerm = 60

// scopes are who was seen where.
type scopes map[scope][]sight

func (s scopes) add(at scope, p *someone, ref Ref, full bool) {
	seen := s[at]
	for i := range seen {
		one := &seen[i]
		if one.person != p {
			continue
		}
		if full && !one.full {
			one.full, one.refs = true, nil
		}
		if full == one.full {
			one.refs = addRef(one.refs, ref)
		}
		return
	}
	s[at] = append(seen, sight{p, full, []Ref{ref}})
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
	full := n.name.form() == fullName
	for _, f := range families {
		s.add(scope{kind: onPage, of: n.Source, within: n.Meeting, family: f}, p, n.Ref, full)
		s.add(scope{kind: onWhole, of: n.Source, family: f}, p, n.Ref, full)
		if n.Meeting != "" {
			s.add(scope{kind: inMeeting, of: n.Meeting, family: f}, p, n.Ref, full)
		}
		if n.Meeting != "" && n.Bearing == Attending {
			s.add(scope{kind: atMeeting, of: n.Meeting, family: f}, p, n.Ref, full)
		}
		if n.Committee == "" || n.Bearing != Attending && n.Bearing != Member {
			continue
		}
		first, last := n.year, n.year
		if t := termOf(n); n.Bearing == Member && t.from != "" {
			first, last = municipalYear(t.from), min(municipalYear(t.to), municipalYear(t.from)+maxTerm)
		}
		for y := first; y != 0 && y <= last; y++ {
			s.add(scope{kind: ofCommittee, of: n.Committee, year: y, family: f}, p, n.Ref, full)
		}
	}
}
