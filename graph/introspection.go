package graph

import (
	"context"
	"encoding/json"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// keptDescriptions is how many answers about the schema are kept. Tools ask a handful of questions, and each
// answer can have a megabyte.
const keptDescriptions = 8

// introspection keeps answers about the schema, which stays as it is while the program runs: they cost as much as
// fifteen ordinary queries.
type introspection struct {
	mu     sync.Mutex
	kept   map[string]json.RawMessage // by the query without its blanks and comments
	recent []string                   // the keys, the one that was asked last at the end
}

// ExtensionName names the extension.
func (*introspection) ExtensionName() string { return "KeptIntrospection" }

// Validate accepts any schema.
func (*introspection) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse answers a query that asks for nothing but the schema from what is kept.
func (k *introspection) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if !graphql.HasOperationContext(ctx) {
		return next(ctx)
	}
	op := graphql.GetOperationContext(ctx)
	if op.Operation == nil || op.Doc == nil || len(op.Operation.VariableDefinitions) > 0 || !describes(op.Operation.SelectionSet) {
		return next(ctx)
	}
	var key strings.Builder
	key.WriteString(op.OperationName + "\n")
	formatter.NewFormatter(&key, formatter.WithIndent("")).FormatQueryDocument(op.Doc)
	if data, ok := k.get(key.String()); ok {
		return &graphql.Response{Data: data}
	}
	answer := next(ctx)
	if answer != nil && len(answer.Errors) == 0 {
		k.keep(key.String(), answer.Data)
	}
	return answer
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
		schema = schema || f.Name == "__schema"
	}
	return schema
}

func (k *introspection) get(key string) (json.RawMessage, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	data, ok := k.kept[key]
	if ok {
		k.last(key)
	}
	return data, ok
}

func (k *introspection) keep(key string, data json.RawMessage) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.kept[key] = data
	k.last(key)
	if len(k.recent) > keptDescriptions {
		delete(k.kept, k.recent[0])
		k.recent = k.recent[1:]
	}
}

// last puts a key at the end.
func (k *introspection) last(key string) {
	rest := make([]string, 0, len(k.recent)+1)
	for _, r := range k.recent {
		if r != key {
			rest = append(rest, r)
		}
	}
	k.recent = append(rest, key)
}

// usualIntrospection is how many objects and values tools ask for to learn the schema.
func usualIntrospection(schema *ast.Schema, sizes described) int {
	doc, err := parser.ParseQuery(&ast.Source{Input: standardIntrospection})
	if err != nil {
		panic(err) // a constant of this program
	}
	validator.Walk(schema, doc, &validator.Events{}) // finds the definitions
	p := &pricing{schema: schema, sizes: sizes}
	total, _ := p.selections([]ast.SelectionSet{doc.Operations[0].SelectionSet}) // no arguments that can be wrong
	return total.descriptions
}
