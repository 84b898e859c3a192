package graph

import "github.com/vektah/gqlparser/v2/ast"

// merged is the fields of a selection that are one field of the answer: the same name of the same type.
type merged struct {
	field *ast.Field // one of them; they have the same arguments
	below []ast.SelectionSet
}

// merge takes fields together as the answer does, fragments spread out, and leaves out what is skipped.
func (p *pricing) merge(sets []ast.SelectionSet) []*merged {
	type name struct{ alias, of string }
	var all []*merged
	byName := map[name]*merged{}
	var collect func(ast.SelectionSet)
	collect = func(set ast.SelectionSet) {
		for _, sel := range set {
			switch sel := sel.(type) {
			case *ast.Field:
				if p.skipped(sel.Directives) {
					continue
				}
				n := name{alias: sel.Alias}
				if sel.ObjectDefinition != nil {
					n.of = sel.ObjectDefinition.Name
				}
				m := byName[n]
				if m == nil {
					m = &merged{field: sel}
					byName[n] = m
					all = append(all, m)
				}
				if len(sel.SelectionSet) > 0 {
					m.below = append(m.below, sel.SelectionSet)
				}
			case *ast.InlineFragment:
				if !p.skipped(sel.Directives) {
					collect(sel.SelectionSet)
				}
			case *ast.FragmentSpread:
				if !p.skipped(sel.Directives) {
					collect(sel.Definition.SelectionSet)
				}
			}
		}
	}
	for _, set := range sets {
		collect(set)
	}
	return all
}

// skipped says whether @skip or @include leave something out of the answer.
func (p *pricing) skipped(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		if when, ok := d.ArgumentMap(p.variables)["if"].(bool); ok && when == (d.Name == "skip") {
			return true
		}
	}
	return false
}
