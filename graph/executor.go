package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"councilgraph/graph/generated"
	"councilgraph/internal/limits"
	"councilgraph/internal/relay"
)

// knownTokens is how many tokens the documents have together that are kept parsed and validated.
const knownTokens = 100_000

// newExecutor is what runs operations, whichever way they came in: parsing, validation, limits, resolvers.
func newExecutor(c Config, l *limits.Limits) *executor.Executor {
	executable := generated.NewExecutableSchema(generated.Config{Resolvers: c.Resolver})
	schema, known := executable.Schema(), newDocuments(knownTokens)
	exec := executor.New(executable)
	exec.SetQueryCache(known)
	exec.SetErrorPresenter(present(c.Log, requestID))
	exec.SetRecoverFunc(recovered(c.Log))
	exec.Use(extension.Introspection{})
	exec.Use(&prevalidate{limits: l, schema: schema, known: known})
	exec.Use(&guard{limits: l, schema: schema, sizes: describe(schema)})
	exec.Use(costShown{})
	// A stream has many responses, and each must read what is stored by then.
	exec.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		return next(relay.WithLoaders(ctx))
	})
	return exec
}
