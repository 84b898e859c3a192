package graph

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/generated"
)

// pageMark is the name under which a page of rows says where the next one begins.
const pageMark = "__page"

// at is the operation that asks for the page after a cursor, and for where that page ends. "" asks for the
// page that the query itself asks for. The query's document, which is kept and shared, is not changed.
func (p *flatPlan) at(op *graphql.OperationContext, after string) *graphql.OperationContext {
	if p.paged == nil {
		return op
	}
	operation := *op.Operation
	operation.SelectionSet = along(operation.SelectionSet, p.page, func(f *ast.Field) {
		if after != "" {
			f.Arguments = goOn(f, after)
		}
		f.SelectionSet = append(f.SelectionSet[:len(f.SelectionSet):len(f.SelectionSet)], pageInfo(f))
	})
	return &graphql.OperationContext{
		RawQuery: op.RawQuery, Variables: op.Variables, OperationName: op.OperationName, Doc: op.Doc,
		Extensions: op.Extensions, Headers: op.Headers, Operation: &operation,
		DisableIntrospection: op.DisableIntrospection, RecoverFunc: op.RecoverFunc,
		ResolverMiddleware: op.ResolverMiddleware, RootResolverMiddleware: op.RootResolverMiddleware,
		Stats: op.Stats,
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

// goOn are a field's arguments with another cursor.
func goOn(f *ast.Field, after string) ast.ArgumentList {
	out := ast.ArgumentList{{Name: "after", Position: f.Position, Value: &ast.Value{
		Kind: ast.StringValue, Raw: after, Position: f.Position, ExpectedType: ast.NamedType("String", nil),
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
