// Package rdf holds statements and writes them as Turtle, N-Triples, N-Quads and JSON-LD. What it writes depends on the
// statements and their order alone, so equal graphs are equal bytes. There are no blank nodes: everything has a name.
package rdf

import (
	"fmt"
	"sort"
	"strings"
)

// Graph is a set of statements, in the order in which they were made.
type Graph struct {
	own      map[string]string
	subjects []*Subject
	byIRI    map[string]*Subject
}

// Subject is what statements are made about.
type Subject struct {
	iri        string // absolute and encoded
	predicates []predicate
}

type predicate struct {
	name    string // prefixed
	objects []Term
}

// New is an empty graph. Names may have the prefixes of the package and those of own: short name to IRI.
func New(own map[string]string) *Graph { return &Graph{own: own, byIRI: map[string]*Subject{}} }

// About is the subject with an absolute IRI; statements about it are written together, where it was first named.
func (g *Graph) About(iri string) *Subject {
	iri = Encode(iri)
	s := g.byIRI[iri]
	if s == nil {
		s = &Subject{iri: iri}
		g.byIRI[iri] = s
		g.subjects = append(g.subjects, s)
	}
	return s
}

// Len is the number of statements.
func (g *Graph) Len() int {
	n := 0
	for _, s := range g.subjects {
		for _, p := range s.predicates {
			n += len(p.objects)
		}
	}
	return n
}

// IRI is the subject's name.
func (s *Subject) IRI() string { return s.iri }

// Is says what classes the subject is of.
func (s *Subject) Is(classes ...string) *Subject {
	for _, c := range classes {
		s.Add("rdf:type", Name(c))
	}
	return s
}

// Add makes statements with the prefixed name of a property; what was stated before is not stated again.
func (s *Subject) Add(property string, objects ...Term) *Subject {
	for _, o := range objects {
		s.add(property, o)
	}
	return s
}

func (s *Subject) add(property string, o Term) {
	for i := range s.predicates {
		p := &s.predicates[i]
		if p.name != property {
			continue
		}
		for _, known := range p.objects {
			if known == o {
				return
			}
		}
		p.objects = append(p.objects, o)
		return
	}
	s.predicates = append(s.predicates, predicate{property, []Term{o}})
}

// Text states a text that may be missing.
func (s *Subject) Text(property string, text *string, language string) *Subject {
	if text != nil && strings.TrimSpace(*text) != "" {
		s.add(property, Text(*text, language))
	}
	return s
}

// Date states a day that may be missing.
func (s *Subject) Date(property string, day *string) *Subject {
	if day != nil && *day != "" {
		s.add(property, Date(*day))
	}
	return s
}

// Bool states what may be unknown.
func (s *Subject) Bool(property string, b *bool) *Subject {
	if b != nil {
		s.add(property, Bool(*b))
	}
	return s
}

// Int states a number that may be unknown.
func (s *Subject) Int(property string, n *int) *Subject {
	if n != nil {
		s.add(property, Int(*n))
	}
	return s
}

// Decimal states a number that may be unknown.
func (s *Subject) Decimal(property string, f *float64) *Subject {
	if f != nil {
		s.add(property, Decimal(*f))
	}
	return s
}

// expand is the IRI of a prefixed name. A prefix that nobody knows is a mistake in the program.
func (g *Graph) expand(name string) string {
	prefix, local, ok := strings.Cut(name, ":")
	if iri, known := g.namespace(prefix); ok && known {
		return iri + local
	}
	panic(fmt.Sprintf("rdf: %q has no known prefix", name))
}

func (g *Graph) namespace(prefix string) (string, bool) {
	if iri, ok := g.own[prefix]; ok {
		return iri, true
	}
	iri, ok := prefixes[prefix]
	return iri, ok
}

// used are the prefixes that the statements need, in the order of the alphabet.
func (g *Graph) used() []string {
	seen := map[string]bool{}
	note := func(name string) {
		prefix, _, _ := strings.Cut(name, ":")
		seen[prefix] = true
	}
	for _, s := range g.subjects {
		for _, p := range s.predicates {
			if p.name != "rdf:type" {
				note(p.name)
			}
			for _, o := range p.objects {
				switch o.kind {
				case kindName:
					note(o.value)
				case kindTyped:
					note(o.with)
				}
			}
		}
	}
	out := make([]string, 0, len(seen))
	for prefix := range seen {
		out = append(out, prefix)
	}
	sort.Strings(out)
	return out
}
