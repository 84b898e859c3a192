package graph

import (
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/generated"
)

const (
	pageMark  = "__page"  // the name under which a page of rows says where the next one begins
	pageAfter = "__after" // the variable that holds where a page begins
)

// pages are the two operations that give the rows: the query as it is, and the query with another after.
// They are made once, and are documents of their own to whatever keeps plans for documents.
type pages struct {
	op             *graphql.OperationContext
	first, further *ast.QueryDocument
}

// pages makes the operations, each of which also tells where its page ends. The query's own document, which
// is kept and shared, is not changed.
func (p *flatPlan) pages(op *graphql.OperationContext) *pages {
	if p.paged == nil {
		return &pages{op: op}
	}
	return &pages{op, p.document(op, false), p.document(op, true)}
}

func (p *flatPlan) document(op *graphql.OperationContext, further bool) *ast.QueryDocument {
	operation := *op.Operation
	after := &ast.VariableDefinition{Variable: pageAfter, Type: ast.NamedType("String", nil), Position: operation.Position}
	operation.SelectionSet = along(operation.SelectionSet, p.page, func(f *ast.Field) {
		if further {
			f.Arguments = goOn(f, after)
		}
		f.SelectionSet = append(f.SelectionSet[:len(f.SelectionSet):len(f.SelectionSet)], pageInfo(f))
	})
	if further {
		operation.VariableDefinitions = append(operation.VariableDefinitions[:len(operation.VariableDefinitions):len(operation.VariableDefinitions)], after)
	}
	return &ast.QueryDocument{Operations: ast.OperationList{&operation}, Fragments: op.Doc.Fragments, Position: op.Doc.Position}
}

// at is the operation that gives the page after a cursor; "" is the page that the query itself asks for.
func (p *pages) at(after string) *graphql.OperationContext {
	doc, name := p.first, "\n# rows"
	variables := p.op.Variables
	if doc == nil {
		return p.op
	}
	if after != "" {
		doc, name, variables = p.further, "\n# further rows", maps.Clone(variables)
		if variables == nil {
			variables = map[string]any{}
		}
		variables[pageAfter] = after
	}
	return &graphql.OperationContext{
		RawQuery: p.op.RawQuery + name, Variables: variables, OperationName: p.op.OperationName, Doc: doc,
		Extensions: p.op.Extensions, Headers: p.op.Headers, Operation: doc.Operations[0],
		DisableIntrospection: p.op.DisableIntrospection, RecoverFunc: p.op.RecoverFunc,
		ResolverMiddleware: p.op.ResolverMiddleware, RootResolverMiddleware: p.op.RootResolverMiddleware,
		Stats: p.op.Stats,
	}
}

// along copies a selection along a path of names, and changes the fields at its end. Fragments along the
// path are copied too, as inline ones.
func along(set ast.SelectionSet, path []string, change func(*ast.Field)) ast.SelectionSet {
	out := make(ast.SelectionSet, len(set))
	for i, s := range set {
		out[i] = s
		switch s := s.(type) {
		case *ast.Field:
			if s.Alias != path[0] {
				continue
			}
			f := *s
			if len(path) == 1 {
				change(&f)
			} else {
				f.SelectionSet = along(f.SelectionSet, path[1:], change)
			}
			out[i] = &f
		case *ast.InlineFragment:
			f := *s
			f.SelectionSet = along(f.SelectionSet, path, change)
			out[i] = &f
		case *ast.FragmentSpread:
			out[i] = &ast.InlineFragment{
				TypeCondition: s.Definition.TypeCondition, Directives: s.Directives, ObjectDefinition: s.ObjectDefinition,
				Position: s.Position, SelectionSet: along(s.Definition.SelectionSet, path, change),
			}
		}
	}
	return out
}

// goOn are a field's arguments with its after in a variable.
func goOn(f *ast.Field, after *ast.VariableDefinition) ast.ArgumentList {
	out := ast.ArgumentList{{Name: "after", Position: f.Position, Value: &ast.Value{
		Kind: ast.Variable, Raw: after.Variable, VariableDefinition: after, Position: f.Position, ExpectedType: after.Type,
	}}}
	for _, a := range f.Arguments {
		if a.Name != "after" {
			out = append(out, a)
		}
	}
	return out
}

// pageInfo selects where a page of the field ends.
func pageInfo(f *ast.Field) *ast.Field {
	types := generated.NewExecutableSchema(generated.Config{}).Schema().Types
	connection := types[f.Definition.Type.Name()]
	info := connection.Fields.ForName("pageInfo")
	of := types[info.Type.Name()]
	var set ast.SelectionSet
	for _, name := range []string{"hasNextPage", "endCursor"} {
		set = append(set, &ast.Field{Alias: name, Name: name, Definition: of.Fields.ForName(name), ObjectDefinition: of, Position: f.Position})
	}
	return &ast.Field{Alias: pageMark, Name: "pageInfo", Definition: info, ObjectDefinition: connection, SelectionSet: set, Position: f.Position}
}
