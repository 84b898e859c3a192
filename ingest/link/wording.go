package link

import (
	"cmp"
	"strings"
)

// wording remembers what titles and roles say, because a council writes the same few thousands of times.
type wording struct {
	titles map[string]titled
	roles  map[string]roled
}

type titled struct {
	member, elsewhere bool
	sex               string
}

type roled struct {
	parts    []string // folded
	presides bool
	partner  bool // held in another body
}

func (w wording) title(s string) titled {
	t, ok := w.titles[s]
	if !ok {
		var words []string
		for _, w := range strings.Fields(s) {
			words = append(words, foldWord(w))
		}
		t.member, t.sex = titleFacts(words)
		t.elsewhere = elsewhere(s)
		w.titles[s] = t
	}
	return t
}

func (w wording) role(s string) roled {
	r, ok := w.roles[s]
	if !ok {
		r = roled{rolesOf(s), presides(s), ofAnotherBody(foldRole(s))}
		w.roles[s] = r
	}
	return r
}

// naming is a mention with what its words say.
func (w wording) naming(m Mention, n *name) *naming {
	t, role := w.title(m.Title), w.role(m.Role)
	out := &naming{
		Mention: m, name: n, year: municipalYear(m.Date), offices: officesAt(role.parts, m), sat: role.presides, sex: cmp.Or(t.sex, n.sex),
	}
	if t.elsewhere || elsewhere(m.Name) {
		out.class = partner
		return out
	}
	if n.member || t.member || m.Capacity == "councillor" {
		out.class |= councillor
	}
	if m.Capacity == "officer" {
		out.class |= officer
	}
	switch {
	case out.class != 0:
	case m.Bearing == Roster:
		out.class = councillor
	case m.Role != "" && role.partner:
		out.class = partner
	}
	return out
}
