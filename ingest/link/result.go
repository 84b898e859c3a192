package link

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// result gives the persons their names and keys, and applies the corrections.
func (r *resolver) result(corrections []Correction, slug func(string) string) Result {
	people := map[string]*Person{}
	keys := map[*someone]string{}
	bySlug := map[string][]*someone{}
	for _, p := range r.people {
		if p.into == nil {
			s := cmp.Or(slug(p.shown().shown), "person")
			bySlug[s] = append(bySlug[s], p)
		}
	}
	for _, s := range slices.Sorted(maps.Keys(bySlug)) {
		same := bySlug[s]
		slices.SortFunc(same, namesakes)
		for i, p := range same {
			key := s
			if i > 0 {
				key += "-" + strconv.Itoa(i+1)
			}
			for i := 2; people[key] != nil; i++ { // such as the slug of a name that ends in a number
				key = s + "-" + strconv.Itoa(i)
			}
			keys[p] = key
			people[key] = p.person(key)
		}
	}
	out := Result{Answers: make(map[Ref]Answer, len(r.namings))}
	for i, n := range r.namings {
		out.Answers[n.Ref] = r.answers[i].answer(keys)
	}
	c := corrector{resolver: r, people: people, answers: out.Answers}
	out.Unfit = c.apply(corrections)
	for _, key := range slices.Sorted(maps.Keys(people)) {
		out.People = append(out.People, *people[key])
	}
	return out
}

func (s *settled) answer(keys map[*someone]string) Answer {
	if s.person != nil {
		return Answer{Person: keys[s.person.root()], Rule: s.rule, Because: s.because}
	}
	var a Answer
	for _, p := range s.candidates {
		a.Candidates = append(a.Candidates, keys[p.root()])
	}
	slices.Sort(a.Candidates)
	a.Candidates = slices.Compact(a.Candidates)
	return a
}

// namesakes is the order in which people of one name are numbered: those whom the source numbers by their number, members
// before officers, then who was seen first.
func namesakes(a, b *someone) int {
	if x, y := a.uid == "", b.uid == ""; x != y {
		if x {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(len(a.uid), len(b.uid)), cmp.Compare(a.uid, b.uid), cmp.Compare(a.rank(), b.rank()),
		cmp.Compare(a.first, b.first), cmp.Compare(a.known.Source, b.known.Source), cmp.Compare(a.known.At, b.known.At))
}

func (p *someone) rank() int {
	switch {
	case p.class&councillor != 0:
		return 0
	case p.class == 0:
		return 1
	}
	return 2
}

// shown is the name by which a person is shown: in full, with the surname that was used last, with the most given names.
func (p *someone) shown() *name {
	if len(p.names) == 0 {
		return &name{}
	}
	return slices.MaxFunc(p.names, func(a, b use) int {
		return cmp.Or(
			cmp.Compare(a.form(), b.form()),
			cmp.Compare(p.usedLast(a), p.usedLast(b)),
			cmp.Compare(len(a.given()), len(b.given())),
			cmp.Compare(len(a.key), len(b.key)),
			cmp.Compare(a.last, b.last),
			cmp.Compare(b.key, a.key),
		)
	}).name
}

// usedLast is when the surname of one of a person's names was last used.
func (p *someone) usedLast(of use) string {
	last := ""
	for _, u := range p.names {
		if u.form() == of.form() && slices.Equal(u.words[u.surname:], of.words[of.surname:]) {
			last = max(last, u.last)
		}
	}
	return last
}

func (p *someone) person(key string) *Person {
	main := p.shown()
	out := &Person{Key: key, Name: main.shown}
	for _, u := range p.names {
		if u.key != main.key {
			out.Names = append(out.Names, u.shown)
		}
	}
	slices.Sort(out.Names)
	if p.uid != "" {
		out.SourceIDs = []string{p.uid}
	}
	switch {
	case p.class&councillor != 0:
		out.Capacity = "councillor"
	case p.class&officer != 0:
		out.Capacity = "officer"
	case p.class&partner != 0:
		out.Capacity = "other"
	}
	return out
}

func capitals(s string) bool { return s == strings.ToUpper(s) }
