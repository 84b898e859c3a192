package graph

import (
	"bytes"
	"context"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"councilgraph/graph/generated"
)

// What is answered at once is byte for byte what the executor answers.
func TestIntrospection(t *testing.T) {
	executable := generated.NewExecutableSchema(generated.Config{})
	schema := executable.Schema()
	exec := executor.New(executable)
	exec.Use(extension.Introspection{})
	for _, query := range []string{
		standardIntrospection,
		`{ __schema { types { name } } }`,
		`{ a: __schema { __typename queryType { b: name b: name __typename } } __typename __schema { queryType { kind } queryType { name } } }`,
		`query($name: String!, $yes: Boolean = true) { __type(name: $name) { name @skip(if: $yes) ...F ... @include(if: $yes) { kind } fields { name type { ofType { ofType { ofType { name } } } } } } } fragment F on __Type { description }`,
		`{ none: __type(name: "Nothing") { name } scalar: __type(name: "Date") { fields { name } enumValues { name } interfaces { name } possibleTypes { name } inputFields { name } ofType { name } specifiedByURL isOneOf } }`,
		`{ __schema { directives { name description locations isRepeatable args { name description defaultValue isDeprecated deprecationReason __typename type { name } } } description mutationType { name } subscriptionType { name } } }`,
		`{ __type(name: "Node") { possibleTypes { name } fields(includeDeprecated: true) { args(includeDeprecated: true) { name } isDeprecated deprecationReason } } e: __type(name: "OrderDirection") { enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason __typename } } }`,
	} {
		ctx := graphql.StartOperationTrace(context.Background())
		op, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: map[string]any{"name": "Council"}})
		if len(errs) > 0 {
			t.Fatalf("%s: %v", query, errs)
		}
		responses, ctx := exec.DispatchOperation(ctx, op)
		want := responses(ctx)
		got, ok := (&introspection{schema}).answer(op.Operation, op.Variables)
		if !ok || len(want.Errors) > 0 || !describes(op.Operation.SelectionSet) {
			t.Errorf("%s is not answered at once: %v", query, want.Errors)
			continue
		}
		for i := range min(len(got), len(want.Data)) {
			if got[i] != want.Data[i] {
				t.Errorf("%s\n... %s, want\n... %s", query, got[max(0, i-60):min(len(got), i+60)], want.Data[max(0, i-60):min(len(want.Data), i+60)])
				break
			}
		}
		if !bytes.HasPrefix(got, want.Data) || len(got) != len(want.Data) {
			t.Errorf("%s: %d bytes, want %d", query, len(got), len(want.Data))
		}
	}
}
