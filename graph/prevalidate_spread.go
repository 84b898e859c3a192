package graph

import (
	"strings"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

// deepestIntrospection is how many levels a query about the schema may have, below __schema or __type. The
// query that tools send has 14.
const deepestIntrospection = 30

// spread is a query with its fragments spread out, without ever writing it out: what a fragment holds is
// measured once, however often it stands in others.
type spread struct {
	doc       *ast.QueryDocument
	fragments map[string]*ast.FragmentDefinition
	measured  map[string]extent
	reached   map[string]bool
}

// extent is how large a selection is.
type extent struct {
	selections int // fields and spreads, saturated at tooMany
	depth      int // levels of fields
	inner      int // levels of fields below __schema and __type
}

// tooMany is what counts stop at, far above every limit and far below what a number holds.
const tooMany = 1 << 40

func newSpread(doc *ast.QueryDocument) (*spread, *gqlerror.Error) {
	s := &spread{
		doc: doc, fragments: make(map[string]*ast.FragmentDefinition, len(doc.Fragments)),
		measured: map[string]extent{}, reached: map[string]bool{},
	}
	for _, f := range doc.Fragments {
		if s.fragments[f.Name] == nil {
			s.fragments[f.Name] = f
		}
	}
	for _, f := range doc.Fragments {
		if _, err := s.fragment(f.Name, nil); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// roots are where the query is looked at from: its operations, and fragments that none of them reaches, which
// validation reads all the same.
func (s *spread) roots() []ast.SelectionSet {
	var all []ast.SelectionSet
	for _, op := range s.doc.Operations {
		s.reach(op.SelectionSet)
		all = append(all, op.SelectionSet)
	}
	for _, f := range s.doc.Fragments {
		if !s.reached[f.Name] {
			all = append(all, f.SelectionSet)
		}
	}
	return all
}

func (s *spread) reach(set ast.SelectionSet) {
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			s.reach(sel.SelectionSet)
		case *ast.InlineFragment:
			s.reach(sel.SelectionSet)
		case *ast.FragmentSpread:
			if f := s.fragments[sel.Name]; f != nil && !s.reached[sel.Name] {
				s.reached[sel.Name] = true
				s.reach(f.SelectionSet)
			}
		}
	}
}

// fragment measures one fragment. path is the fragments that are being measured: one that stands among them
// spreads itself.
func (s *spread) fragment(name string, path []string) (extent, *gqlerror.Error) {
	if e, ok := s.measured[name]; ok {
		return e, nil
	}
	f := s.fragments[name]
	if f == nil {
		return extent{}, nil // validation says that there is none of that name
	}
	for i, p := range path {
		if p == name {
			err := gqlerror.ErrorPosf(f.Position, "the fragment %s spreads itself (%s); take one of the spreads out", name, strings.Join(append(path[i:len(path):len(path)], name), " > "))
			errcode.Set(err, errcode.ValidationFailed)
			return extent{}, err
		}
	}
	e, err := s.measure(f.SelectionSet, append(path, name))
	if err == nil {
		s.measured[name] = e
	}
	return e, err
}

func (s *spread) measure(set ast.SelectionSet, path []string) (extent, *gqlerror.Error) {
	var total extent
	for _, sel := range set {
		var e extent
		var err *gqlerror.Error
		switch sel := sel.(type) {
		case *ast.Field:
			if e, err = s.measure(sel.SelectionSet, path); sel.Name == "__schema" || sel.Name == "__type" {
				e.inner, e.depth = max(e.inner, e.depth), 0
			}
			e.depth++
		case *ast.InlineFragment:
			e, err = s.measure(sel.SelectionSet, path)
		case *ast.FragmentSpread:
			e, err = s.fragment(sel.Name, path)
		}
		if err != nil {
			return extent{}, err
		}
		total.selections = min(total.selections+e.selections+1, tooMany)
		total.depth, total.inner = max(total.depth, e.depth), max(total.inner, e.inner)
	}
	return total, nil
}

// within says whether the whole query is small enough.
func (s *spread) within(l *limits.Limits) *gqlerror.Error {
	var whole extent
	for _, root := range s.roots() {
		e, err := s.measure(root, nil)
		if err != nil {
			return err
		}
		whole.selections = min(whole.selections+e.selections, tooMany)
		whole.depth, whole.inner = max(whole.depth, e.depth), max(whole.inner, e.inner)
	}
	switch {
	case whole.selections > l.Selections:
		return refuse(CodeSelections, l.Selections, whole.selections, "the query selects %d fields once its fragments are spread out; at most %d are allowed: ask for less at once", whole.selections, l.Selections)
	case whole.depth > l.Depth:
		return refuse(CodeDepth, l.Depth, whole.depth, "the query is %d levels deep; at most %d are allowed: ask for the deeper part in a query of its own, from node(id:) or resource(uri:)", whole.depth, l.Depth)
	case whole.inner > deepestIntrospection:
		return refuse(CodeDepth, deepestIntrospection, whole.inner, "the query about the schema is %d levels deep; at most %d are allowed: the schema is at /schema.graphql too", whole.inner, deepestIntrospection)
	}
	var c counts
	c.document(s.doc)
	switch {
	case c.aliases > l.Aliases:
		return refuse(CodeAliases, l.Aliases, c.aliases, "the query has %d aliases; at most %d are allowed: ask with a where for several things at once", c.aliases, l.Aliases)
	case c.directives > l.Directives:
		return refuse(CodeDirectives, l.Directives, c.directives, "the query has %d directives; at most %d are allowed", c.directives, l.Directives)
	}
	return nil
}
