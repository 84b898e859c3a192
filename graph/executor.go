package graph

import (
	"context"
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/generated"
	"councilgraph/internal/limits"
	"councilgraph/internal/relay"
)

// knownTokens is how many tokens the documents have together that are kept parsed and validated.
const knownTokens = 100_000

// newExecutor is what runs operations, whichever way they came in: parsing, validation, limits, resolvers.
func newExecutor(c Config, l *limits.Limits) *executor.Executor {
	schema, known := withoutDefer(generated.NewExecutableSchema(generated.Config{}).Schema()), newDocuments(knownTokens)
	executable := generated.NewExecutableSchema(generated.Config{Schema: schema, Resolvers: c.Resolver})
	if c.Reader != nil {
		executable = newCompiled(c, executable)
	}
	if c.Instead != nil {
		executable = c.Instead(executable)
	}
	exec := executor.New(executable)
	exec.SetQueryCache(known)
	exec.SetErrorPresenter(present(c.Log, requestID))
	exec.SetRecoverFunc(recovered(c.Log))
	exec.Use(extension.Introspection{})
	exec.Use(&prevalidate{limits: l, schema: schema, known: known})
	exec.Use(noting{})
	exec.Use(newGuard(l, schema, known))
	exec.Use(costShown{})
	exec.Use(&introspection{schema})
	// A stream has many responses, and each must read what is stored by then.
	exec.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		return next(relay.WithLoaders(ctx))
	})
	exec.AroundResponses(boundAnswer)
	exec.AroundFields(boundTexts)
	return exec
}

// withoutDefer is the schema without the directive that every server of gqlgen offers: answers come whole, and
// over plain HTTP the deferred parts would be missing without a word.
func withoutDefer(schema *ast.Schema) *ast.Schema {
	served := *schema
	served.Directives = maps.Clone(schema.Directives)
	delete(served.Directives, "defer")
	return &served
}
