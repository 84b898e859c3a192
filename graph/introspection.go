package graph

import (
	"bytes"
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	described "github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// introspection answers what is asked about the schema alone. What tools ask has tens of thousands of values, and
// gqlgen resolves each of them as though it came from a store, which costs ten times as much as writing them down.
type introspection struct{ schema *ast.Schema }

// ExtensionName names the extension.
func (*introspection) ExtensionName() string { return "Introspection answered at once" }

// Validate accepts any schema.
func (*introspection) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse answers a query that asks for the schema alone, and leaves all others to the executor.
func (i *introspection) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if !graphql.HasOperationContext(ctx) {
		return next(ctx)
	}
	op := graphql.GetOperationContext(ctx)
	if op.Stats.GetExtension(priceKey) == nil { // refused: the errors are on their way
		return next(ctx)
	}
	if op.Operation.Operation != ast.Query || !describes(op.Operation.SelectionSet) {
		return next(ctx)
	}
	if data, ok := i.answer(op.Operation, op.Variables); ok {
		return &graphql.Response{Data: data}
	}
	return next(ctx)
}

// describes says whether a selection at the root asks for the schema and nothing else. Fragments are not looked
// into: no tool has them there.
func describes(set ast.SelectionSet) bool {
	schema := false
	for _, s := range set {
		f, ok := s.(*ast.Field)
		if !ok || !strings.HasPrefix(f.Name, "__") {
			return false
		}
		schema = schema || f.Name != "__typename"
	}
	return schema
}

// answer writes the answer; ok is false where something is asked that is not known here.
func (i *introspection) answer(op *ast.OperationDefinition, variables map[string]any) (data []byte, ok bool) {
	p := &pricing{schema: i.schema, variables: variables}
	var b bytes.Buffer
	w := &describer{to: &b, schema: i.schema}
	w.object(p.shape("Query", []ast.SelectionSet{op.SelectionSet}), described.WrapSchema(i.schema))
	return b.Bytes(), !w.unknown
}

// shape is what is selected of one kind of description, worked out once for all of that kind.
type shape struct {
	kind  string
	lines []line
}

// line is one field of the answer.
type line struct {
	label     string // the field's name in the answer, as JSON, with a colon
	field     string
	arguments map[string]any
	below     *shape
}

func (p *pricing) shape(kind string, sets []ast.SelectionSet) *shape {
	s := &shape{kind: kind}
	for _, m := range p.merge(sets) {
		l := line{label: `"` + m.field.Alias + `":`, field: m.field.Name}
		if len(m.field.Definition.Arguments) > 0 {
			l.arguments = m.field.ArgumentMap(p.variables)
		}
		if len(m.below) > 0 {
			l.below = p.shape(m.field.Definition.Type.Name(), m.below)
		}
		s.lines = append(s.lines, l)
	}
	return s
}

// usualIntrospection is how many objects and values tools ask for to learn the schema.
func usualIntrospection(schema *ast.Schema, sizes introspected) int {
	doc, err := parser.ParseQuery(&ast.Source{Input: standardIntrospection})
	if err != nil {
		panic(err) // a constant of this program
	}
	validator.Walk(schema, doc, &validator.Events{}) // finds the definitions
	p := &pricing{schema: schema, sizes: sizes}
	total, _ := p.selections([]ast.SelectionSet{doc.Operations[0].SelectionSet}) // no arguments that can be wrong
	return total.descriptions
}
