package graph

import "github.com/vektah/gqlparser/v2/ast"

// counts is what stands in the text of a query.
type counts struct{ aliases, directives int }

func (c *counts) document(doc *ast.QueryDocument) {
	for _, op := range doc.Operations {
		c.directives += len(op.Directives)
		for _, v := range op.VariableDefinitions {
			c.directives += len(v.Directives)
		}
		c.selections(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		c.directives += len(f.Directives)
		c.selections(f.SelectionSet)
	}
}

func (c *counts) selections(set ast.SelectionSet) {
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			if sel.Alias != sel.Name {
				c.aliases++
			}
			c.directives += len(sel.Directives)
			c.selections(sel.SelectionSet)
		case *ast.InlineFragment:
			c.directives += len(sel.Directives)
			c.selections(sel.SelectionSet)
		case *ast.FragmentSpread:
			c.directives += len(sel.Directives)
		}
	}
}
