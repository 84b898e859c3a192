package link

import (
	"cmp"
	"slices"
)

// class is in what capacities somebody is named, as bits; 0 where no naming tells.
type class uint8

const (
	councillor class = 1 << iota
	officer
	partner // of another body: the police, a trust
)

// apart says whether two capacities are clearly different ones.
func (c class) apart(o class) bool { return c != 0 && o != 0 && c&o == 0 }

// naming is a mention with what its words say.
type naming struct {
	Mention
	name    *name
	class   class
	sex     string
	year    int
	offices []string
	sat     bool // the role tells only who took the chair at this meeting
}

// list is one record of who was at a meeting, or of who is of a committee: nobody stands on it under two names.
type list struct{ source, meeting string }

// term is days between which somebody is known to have been there.
type term struct {
	from, to string
	read     string // latest day on which a page stated an end; "" where none is stated
}

func (t term) covers(d string) bool { return t.from <= d && (t.to == "" || d <= t.to) }

// use is a name of somebody, with where it stands.
type use struct {
	*name
	last string // latest day on which it was used
}

// someone is a person as far as the mentions have shown.
type someone struct {
	id      int
	uid     string
	names   []use // by key
	class   class
	sexes   string // "m", "f", "mf"
	terms   []term
	years   map[int]Ref // municipal years of sightings, each with the first naming
	rosters map[int]Ref // municipal years in which a roster lists the person; they tell nothing where it states terms
	known   Ref         // first naming of all
	term    Ref         // first naming that states a term
	first   string      // first and last day of a sighting
	last    string
	lists   map[list]bool
	into    *someone // whom it was found to be the same as

	numberedAs []Ref // the first namings with the number
}

func (p *someone) bears(key string) bool {
	_, ok := slices.BinarySearchFunc(p.names, key, func(u use, k string) int { return cmp.Compare(u.key, k) })
	return ok
}

func (p *someone) take(n *name, date string) {
	i, ok := slices.BinarySearchFunc(p.names, n.key, func(u use, k string) int { return cmp.Compare(u.key, k) })
	if !ok {
		p.names = slices.Insert(p.names, i, use{n, date})
		return
	}
	u := &p.names[i]
	if date > u.last {
		u.last = date
	}
	if betterShown(n.shown, u.shown) {
		u.name = n
	}
}

// betterShown says which of two spellings of one name is shown: not all in capitals, then with hyphens and accents, then the
// first in order.
func betterShown(a, b string) bool {
	if x, y := capitals(a), capitals(b); x != y {
		return y
	}
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a < b
}

// see takes in a naming that surely is of this person.
func (p *someone) see(n *naming) {
	if n.name.key != "" {
		p.take(n.name, day(n.Date))
	}
	p.class |= n.class
	p.addressed(n.sex)
	if p.known == (Ref{}) || n.Ref.before(p.known) {
		p.known = n.Ref
	}
	if n.Bearing != Part && n.name.key != "" {
		if p.lists == nil {
			p.lists = map[list]bool{}
		}
		p.lists[list{n.Source, n.Meeting}] = true
	}
	if n.From != "" || n.To != "" {
		p.hold(n)
		return
	}
	if n.year == 0 {
		return
	}
	if n.Bearing == Roster {
		p.rosters = earliest(p.rosters, n.year, n.Ref)
		return
	}
	p.years = earliest(p.years, n.year, n.Ref)
	d := day(n.Date)
	if p.first == "" || d < p.first {
		p.first = d
	}
	if d > p.last {
		p.last = d
	}
}

// addressed takes in a sex as titles say it; where they contradict each other, they say nothing.
func (p *someone) addressed(sex string) {
	switch {
	case sex == "" || sex == p.sexes:
	case p.sexes == "":
		p.sexes = sex
	default:
		p.sexes = "mf"
	}
}

// hold takes in a term.
func (p *someone) hold(n *naming) {
	t := termOf(n)
	if t.from == "" || t.to != "" && t.to < t.from {
		return
	}
	if p.term == (Ref{}) || n.Ref.before(p.term) {
		p.term = n.Ref
	}
	if !slices.Contains(p.terms, t) {
		p.terms = append(p.terms, t)
	}
}

// termYears is for how many municipal years a councillor is elected (Local Government Act 1972, section 7, and its like in
// Wales, Scotland and Northern Ireland, where it has been five at times). A term that a page without a date gives no end runs so long.
const termYears = 4

// termOf is the days for which a naming states a term or a membership, empty where it states none. One without an end holds to the
// end of the municipal year in which it was read, or where that is not known of its first, a councillor's term of its last; one
// without a beginning from the beginning of the municipal year of its end.
func termOf(n *naming) term {
	t := term{from: n.From, to: n.To}
	switch {
	case t == term{}:
		return t
	case t.to == "":
		read := n.year
		if read == 0 {
			read = municipalYear(t.from)
			if n.Bearing == Roster {
				read += termYears - 1
			}
		}
		t.to = max(yearEnd(read), t.from)
	case t.from == "":
		t.from = yearStart(municipalYear(t.to))
	}
	if n.To != "" {
		t.read = day(n.Date)
	}
	return t
}

// merge takes over all that is known of another.
func (p *someone) merge(o *someone) {
	o.into = p
	p.uid = cmp.Or(p.uid, o.uid)
	for _, u := range o.names {
		p.take(u.name, u.last)
	}
	p.class |= o.class
	p.addressed(o.sexes)
	for _, t := range o.terms {
		if !slices.Contains(p.terms, t) {
			p.terms = append(p.terms, t)
		}
	}
	for y, r := range o.years {
		p.years = earliest(p.years, y, r)
	}
	for y, r := range o.rosters {
		p.rosters = earliest(p.rosters, y, r)
	}
	for l := range o.lists {
		if p.lists == nil {
			p.lists = map[list]bool{}
		}
		p.lists[l] = true
	}
	if p.known == (Ref{}) || o.known.before(p.known) {
		p.known = o.known
	}
	if p.term == (Ref{}) || o.term != (Ref{}) && o.term.before(p.term) {
		p.term = o.term
	}
	if p.first == "" || o.first != "" && o.first < p.first {
		p.first = o.first
	}
	p.last = max(p.last, o.last)
}

// earliest keeps the first naming of a year.
func earliest(years map[int]Ref, year int, ref Ref) map[int]Ref {
	if years == nil {
		years = map[int]Ref{}
	}
	if r, ok := years[year]; !ok || ref.before(r) {
		years[year] = ref
	}
	return years
}

// fit is how well a name fits any of the person's names. Sue Marlow, whom some pages call S Marlow, is not thereby Susan: where full
// names of one surname contradict each other, initials do not count.
func (p *someone) fit(n *name) fit {
	best, full := unfit, unfit
	contradicts := false
	for _, u := range p.names {
		f := fits(n, u.name)
		if u.form() == fullName {
			full = max(full, f)
			contradicts = contradicts || f == unfit && n.form() == fullName && slices.Equal(u.words[u.surname:], n.words[n.surname:])
		}
		best = max(best, f)
	}
	if contradicts && best != exact {
		return full
	}
	return best
}

// could says whether capacity and sex let a naming be of this person.
func (p *someone) could(c class, sex string) bool {
	return !p.class.apart(c) && (sex == "" || p.sexes == "" || p.sexes == "mf" || p.sexes == sex)
}
