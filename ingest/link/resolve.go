package link

import (
	"cmp"
	"slices"
)

// settled is what is known so far of who a naming is.
type settled struct {
	person     *someone
	rule       string
	because    []Ref
	candidates []*someone
}

// resolver settles the mentions of one council, the surest first: what it learns of a person from the surer
// ones is what the less sure are settled by.
type resolver struct {
	namings []*naming
	answers []settled // beside namings
	people  []*someone
	begun   int                   // persons so far, with those who turned out to be nobody of their own
	byName  map[string][]*someone // by the key of a name
	byWord  map[string][]*someone // by the last word of a surname
	seen    scopes
	held    holdings
	fitting map[cluster][]candidate
}

// Resolve says who the mentions of a council are. It is a pure function of the set of its arguments: their order, and a mention
// that is given twice, change nothing. slug is the way in which names become keys.
//
// What it needs to be given is said at Mention.Families.
func Resolve(mentions []Mention, corrections []Correction, slug func(string) string) Result {
	r := &resolver{
		byName: map[string][]*someone{}, byWord: map[string][]*someone{},
		seen: scopes{}, held: holdings{}, fitting: map[cluster][]candidate{},
	}
	r.read(mentions)
	r.numbered()
	r.fullNames()
	r.initials()
	r.surnames()
	r.roles()
	return r.result(corrections, slug)
}

// read takes the mentions apart, in an order of their own.
func (r *resolver) read(mentions []Mention) {
	words := wording{titles: map[string]titled{}, roles: map[string]roled{}}
	names := map[string]*name{} // by the text, so that equal texts are one name
	r.namings = make([]*naming, 0, len(mentions))
	for _, m := range mentions {
		m = m.asRole()
		n := names[m.Name]
		if n == nil {
			parsed := parseName(m.Name)
			n = &parsed
			names[m.Name] = n
		}
		r.namings = append(r.namings, words.naming(m, n))
	}
	compounds(names)
	slices.SortFunc(r.namings, compareNamings)
	r.namings = slices.CompactFunc(r.namings, func(a, b *naming) bool { return a.Ref == b.Ref })
	r.answers = make([]settled, len(r.namings))
}

func compareNamings(a, b *naming) int {
	switch {
	case a.Ref.before(b.Ref):
		return -1
	case b.Ref.before(a.Ref):
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.Title, b.Title), cmp.Compare(a.SourceID, b.SourceID), cmp.Compare(a.Role, b.Role),
		cmp.Compare(a.Capacity, b.Capacity), cmp.Compare(a.Date, b.Date), cmp.Compare(a.Committee, b.Committee), cmp.Compare(a.Meeting, b.Meeting),
		cmp.Compare(a.Bearing, b.Bearing), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To),
	)
}

// add begins a new person.
func (r *resolver) add(uid string) *someone {
	r.begun++
	p := &someone{id: r.begun, uid: uid}
	r.people = append(r.people, p)
	return p
}

// learn takes in that a naming surely is of a person, and keeps the person findable by the name.
func (r *resolver) learn(n *naming, p *someone) {
	had := n.name.key == "" || p.bears(n.name.key)
	p.see(n)
	if had {
		return
	}
	r.byName[n.name.key] = append(r.byName[n.name.key], p)
	if f := n.name.family(); !slices.Contains(r.byWord[f], p) {
		r.byWord[f] = append(r.byWord[f], p)
	}
}

// settle says who the naming i is.
func (r *resolver) settle(i int, p *someone, rule string, because []Ref) {
	r.answers[i] = settled{person: p, rule: rule, because: slices.Clone(because)}
}

// enter makes what was settled of namings known to those that are settled after them. Of one that is
// open, all who could be meant are taken to be where it stands.
func (r *resolver) enter(namings []int) {
	clear(r.fitting)
	for _, i := range namings {
		n, a := r.namings[i], &r.answers[i]
		if a.person != nil {
			r.seen.enter(n, a.person)
			r.held.enter(n, a.person)
			continue
		}
		for _, p := range a.candidates {
			r.seen.enter(n, p)
		}
	}
}

// numbered settles the namings whose person the source numbers.
func (r *resolver) numbered() {
	byID := map[string]*someone{}
	first := map[string][]Ref{}
	var done []int
	for i, n := range r.namings {
		if n.SourceID == "" {
			continue
		}
		p := byID[n.SourceID]
		if p == nil {
			p = r.add(n.SourceID)
			byID[n.SourceID] = p
		}
		r.learn(n, p)
		first[n.SourceID] = addRef(first[n.SourceID], n.Ref)
		done = append(done, i)
	}
	for id, p := range byID {
		p.numberedAs = first[id]
	}
	for _, i := range done {
		id := r.namings[i].SourceID
		r.settle(i, byID[id], RuleSourceID, first[id])
	}
	r.enter(done)
}
