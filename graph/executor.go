package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/generated"
	"councilgraph/internal/relay"
)

// knownQueries is how many parsed and validated documents are kept.
const knownQueries = 1000

// newExecutor is what runs operations, whichever way they came in: parsing, validation, limits, resolvers.
func newExecutor(c Config) *executor.Executor {
	exec := executor.New(generated.NewExecutableSchema(generated.Config{Resolvers: c.Resolver}))
	exec.SetQueryCache(lru.New[*ast.QueryDocument](knownQueries))
	exec.SetParserTokenLimit(maxTokens)
	exec.SetErrorPresenter(present(c.Log, requestID))
	exec.SetRecoverFunc(recovered(c.Log))
	exec.Use(extension.Introspection{})
	exec.Use(guard{})
	// A stream has many responses, and each must read what is stored by then.
	exec.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		return next(relay.WithLoaders(ctx))
	})
	return exec
}
