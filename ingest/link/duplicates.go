package link

import (
	"cmp"
	"slices"
	"strings"
)

// Pair is two people who may be one, for somebody to look at. The first key is the smaller.
type Pair struct {
	A, B string // keys
	Why  string // one of the Why constants
}

// Why two people may be one, the most telling first.
const (
	WhySameName = "same name"                       // two of one name that no number tells apart
	WhyNickname = "nickname"                        // Sue and Susan Marlow
	WhyMisspelt = "one letter apart"                // Pemberly, Pemberley
	WhyLonger   = "longer and shorter name"         // John A Semple, John Semple
	WhyHalf     = "half of a double-barrelled name" // Ann Wright, Ann Smith-Wright
	WhyInitials = "same initials and committee"     // S Kelby and Sean Kelby, both of planning
)

// Duplicates are the likely duplicates among the people of a result, in the order of their keys. Two whom the source numbers apart
// and two who stand on one list are none. mentions are those that the result was made of.
func Duplicates(result Result, mentions []Mention) []Pair {
	seen := map[string]*sighted{}
	for _, p := range result.People {
		s := &sighted{Person: p, committees: map[string]bool{}, lists: map[list]bool{}}
		for _, text := range append([]string{p.Name}, p.Names...) {
			n := parseName(text)
			s.names = append(s.names, &n)
		}
		seen[p.Key] = s
	}
	for _, m := range mentions {
		s := seen[result.Answers[m.Ref].Person]
		if s == nil {
			continue
		}
		if m.Committee != "" {
			s.committees[m.Committee] = true
		}
		if m.Bearing != Part && m.Name != "" {
			s.lists[list{m.Source, m.Meeting}] = true
		}
	}
	buckets := map[string][]*sighted{}
	for _, p := range result.People {
		s := seen[p.Key]
		for _, k := range s.buckets() {
			buckets[k] = append(buckets[k], s)
		}
	}
	found := map[[2]string]string{}
	for _, people := range buckets {
		for i, a := range people {
			for _, b := range people[:i] {
				if a == b {
					continue
				}
				if why := a.like(b); why != "" {
					key := [2]string{min(a.Key, b.Key), max(a.Key, b.Key)}
					found[key] = why
				}
			}
		}
	}
	out := make([]Pair, 0, len(found))
	for k, why := range found {
		out = append(out, Pair{k[0], k[1], why})
	}
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return out
}

// sighted is a person with where the person was seen.
type sighted struct {
	Person
	names      []*name
	committees map[string]bool
	lists      map[list]bool
}

// buckets are the words under which likely duplicates lie together: each word of a surname with the first letter or the
// nicknames of the given name, and for surnames mistyped the given name with either end of the surname.
func (s *sighted) buckets() []string {
	var out []string
	add := func(k string) {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	for _, n := range s.names {
		if n.form() < initialed {
			continue
		}
		first := n.words[0]
		for _, w := range n.words[n.surname:] {
			add(w + "," + first[:1])
			for _, g := range nicknames[first] {
				add(w + ",group," + string(rune(g)))
			}
		}
		surname := strings.Join(n.words[n.surname:], " ")
		if len(first) > 1 && len(surname) > 3 { // a letter that differs is not at both ends
			add(first + ",begins," + surname[:2])
			add(first + ",ends," + surname[len(surname)-2:])
		}
	}
	return out
}

// like says why two people may be one, "" where they are not alike.
func (s *sighted) like(o *sighted) string {
	if len(s.SourceIDs) > 0 && len(o.SourceIDs) > 0 || s.Capacity != o.Capacity && s.Capacity != "" && o.Capacity != "" {
		return ""
	}
	for l := range s.lists {
		if o.lists[l] {
			return ""
		}
	}
	together := false
	for c := range s.committees {
		together = together || o.committees[c]
	}
	best := len(whys)
	for _, a := range s.names {
		for _, b := range o.names {
			if i := slices.Index(whys, alikeNames(a, b, together)); i >= 0 {
				best = min(best, i)
			}
		}
	}
	if best == len(whys) {
		return ""
	}
	return whys[best]
}

var whys = []string{WhySameName, WhyNickname, WhyMisspelt, WhyLonger, WhyHalf, WhyInitials}

// alikeNames says why two names may be one person's.
func alikeNames(a, b *name, sameCommittee bool) string {
	if a.form() < initialed || b.form() < initialed {
		return ""
	}
	surnameA, surnameB := strings.Join(a.words[a.surname:], " "), strings.Join(b.words[b.surname:], " ")
	full := a.form() == fullName && b.form() == fullName
	switch {
	case a.key == b.key:
		return WhySameName
	case full && surnameA == surnameB && nicknamed(a.words[0], b.words[0]):
		return WhyNickname
	case full && a.suffix == b.suffix && (surnameA == surnameB && nearly(strings.Join(a.given(), " "), strings.Join(b.given(), " ")) || slices.Equal(a.given(), b.given()) && nearly(surnameA, surnameB)):
		return WhyMisspelt
	case max(fits(a, b), fits(b, a)) >= loose:
		if full {
			return WhyLonger
		}
		if sameCommittee {
			return WhyInitials
		}
	case full && max(fits(a, b), fits(b, a)) == inPart && a.words[0] == b.words[0]:
		return WhyHalf
	}
	return ""
}

// nearly says whether two words of some length differ by one letter: left out, put in, another, or two that changed places.
func nearly(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || len(y) < 5 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) {
		return false
	}
	if i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:]) {
		return true
	}
	return slices.Equal(x[i+1:], y[i+1:])
}
