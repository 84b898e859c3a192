// Package link settles who and what a page means: which of its names are one person.
package link

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"councilgraph/ingest/record"
)

// People are the persons that one page names.
type People struct {
	canonical map[string]string // folded name -> the fullest name of the same person, "" where two could be meant
}

// FromPage settles the names of a page among themselves: a surname, or initials with a surname, is the
// one fuller name that it fits. Where it fits several, it stays open. A name of a member of the public
// is nobody's.
func FromPage(page *record.Page) People {
	names := pageNames(page)
	bySurname := map[string][]string{}
	for folded := range names {
		words := strings.Fields(folded)
		last := words[len(words)-1]
		bySurname[last] = append(bySurname[last], folded)
	}
	p := People{canonical: make(map[string]string, len(names))}
	for _, family := range bySurname {
		for _, name := range family {
			switch full := fuller(name, family); len(full) {
			case 0:
				p.canonical[name] = names[name]
			case 1:
				p.canonical[name] = names[full[0]]
			default:
				p.canonical[name] = ""
			}
		}
	}
	return p
}

// Person is the fullest name on the page of whom the name means. It is false where the name is empty,
// where it could mean two people, or where it is nobody of the page.
func (p People) Person(name string) (string, bool) {
	full := p.canonical[fold(name)]
	return full, full != ""
}

// All are the persons of the page, each once, by their fullest names.
func (p People) All() []string {
	seen := map[string]bool{}
	var out []string
	for _, name := range p.canonical {
		if name != "" && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// pageNames are the names that the page gives in a public capacity, by their folded form.
func pageNames(page *record.Page) map[string]string {
	names, public := map[string]string{}, map[string]bool{}
	add := func(name string) {
		if f := fold(name); f != "" {
			if old, ok := names[f]; !ok || len(name) > len(old) || len(name) == len(old) && name < old {
				names[f] = name
			}
		}
	}
	for _, person := range page.People {
		add(person.Name)
	}
	for _, m := range page.Meetings {
		for _, item := range m.Items {
			for _, v := range item.NamedVotes {
				add(v.Name)
			}
			for _, m := range item.Motions {
				add(m.Mover)
				add(m.Seconder)
			}
			for _, r := range item.Resolutions {
				add(r.Mover)
				add(r.Seconder)
			}
			for _, p := range item.Participations {
				if p.Kind == "public" {
					public[fold(p.Name)] = true
				} else {
					add(p.Name)
				}
			}
		}
	}
	for _, m := range page.Memberships {
		add(m.Person)
	}
	for _, m := range page.Meetings {
		for _, d := range m.Declarations {
			add(d.Person)
		}
		for _, a := range m.Attendances {
			add(a.Name)
			add(a.SubstituteFor)
		}
	}
	for f := range public {
		delete(names, f)
	}
	return names
}

// fuller are the names of a family that say more than this one and can mean the same person; two of
// them that are short and long forms of each other count once. All names are folded.
func fuller(name string, family []string) []string {
	var out []string
	for _, other := range family {
		if short(name, other) {
			out = append(out, other)
		}
	}
	var longest []string
	for _, a := range out {
		covered := false
		for _, b := range out {
			covered = covered || short(a, b)
		}
		if !covered {
			longest = append(longest, a)
		}
	}
	return longest
}

// short says whether a is a shorter way to write b: the same surname, and given names that are left
// out or cut to initials.
func short(a, b string) bool {
	as, bs := strings.Fields(a), strings.Fields(b)
	if as[len(as)-1] != bs[len(bs)-1] || len(bs) < len(as) {
		return false
	}
	as, bs = as[:len(as)-1], bs[:len(bs)-1]
	if len(as) == 0 {
		return len(bs) > 0
	}
	shorter := len(bs) > len(as)
	for i, given := range as {
		switch {
		case given == bs[i]:
		case len([]rune(given)) == 1 && strings.HasPrefix(bs[i], given):
			shorter = true
		default:
			return false
		}
	}
	return shorter
}

// fold is a name without case, accents, dots, apostrophes and stray blanks: "Cawley- Harrison" and
// "Cawley-Harrison" are one.
func fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-':
			b.WriteRune(r)
		case unicode.IsSpace(r), r == '.':
			b.WriteByte(' ')
		}
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	return strings.ReplaceAll(strings.ReplaceAll(s, "- ", "-"), " -", "-")
}
