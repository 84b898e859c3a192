package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

// mergeable says whether few enough fields share a name of the answer. Fields of one name are taken together,
// with all that they select, as the answer does; validation compares each with each, at every level, so without
// this bound its cost is the product of their numbers. It runs after the selections have been bounded.
func (s *spread) mergeable(l *limits.Limits) *gqlerror.Error {
	for i, root := range s.roots() {
		same := s.merge([]ast.SelectionSet{root})
		if n := len(same); i < len(s.doc.Operations) && n > l.RootFields {
			return refuse(CodeRootFields, l.RootFields, n, "the query asks for %d fields at its root; at most %d are allowed: send several queries", n, l.RootFields)
		}
		if err := s.repeated(same, l.Repeats); err != nil {
			return err
		}
	}
	return nil
}

// namesake is the fields of a selection that share a name of the answer.
type namesake struct {
	name  string
	at    *ast.Position // of the last
	count int
	below []ast.SelectionSet
}

func (s *spread) repeated(same []*namesake, most int) *gqlerror.Error {
	for _, n := range same {
		if n.count > most {
			err := refuse(CodeRepeats, most, n.count, "%s stands %d times in one selection, fragments spread out; at most %d are allowed: name it once, in one fragment", n.name, n.count, most)
			err.Locations = []gqlerror.Location{{Line: n.at.Line, Column: n.at.Column}}
			return err
		}
		if len(n.below) > 0 {
			if err := s.repeated(s.merge(n.below), most); err != nil {
				return err
			}
		}
	}
	return nil
}

// merge takes the fields of several selections together by name, fragments spread out.
func (s *spread) merge(sets []ast.SelectionSet) []*namesake {
	var all []*namesake
	byName := map[string]*namesake{}
	var collect func(ast.SelectionSet)
	collect = func(set ast.SelectionSet) {
		for _, sel := range set {
			switch sel := sel.(type) {
			case *ast.Field:
				n := byName[sel.Alias]
				if n == nil {
					n = &namesake{name: sel.Alias}
					byName[sel.Alias] = n
					all = append(all, n)
				}
				n.count++
				n.at = sel.Position
				if len(sel.SelectionSet) > 0 {
					n.below = append(n.below, sel.SelectionSet)
				}
			case *ast.InlineFragment:
				collect(sel.SelectionSet)
			case *ast.FragmentSpread:
				if f := s.fragments[sel.Name]; f != nil {
					collect(f.SelectionSet)
				}
			}
		}
	}
	for _, set := range sets {
		collect(set)
	}
	return all
}
