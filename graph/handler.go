package graph

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/generated"
	"councilgraph/internal/relay"
)

// Config is what the API needs.
type Config struct {
	Resolver *Resolver
	Log      *slog.Logger
	// Timeout is how long one request may take.
	Timeout time.Duration
}

// Handler answers GraphQL over HTTP: POST with a JSON body, and GET with the query in the address.
func Handler(c Config) http.Handler {
	server := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: c.Resolver}))
	server.AddTransport(transport.GET{})
	server.AddTransport(transport.POST{})
	server.SetQueryCache(lru.New[*ast.QueryDocument](1000))
	server.SetParserTokenLimit(maxTokens)
	server.SetErrorPresenter(present(c.Log, requestID))
	server.SetRecoverFunc(recovered(c.Log))
	server.Use(extension.Introspection{})
	server.Use(guard{})
	server.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		return next(relay.WithLoaders(ctx))
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(withRequestID(r.Context(), w), c.Timeout)
		defer cancel()
		if !acceptable(w, r) {
			return
		}
		server.ServeHTTP(w, r.WithContext(ctx))
	})
}
