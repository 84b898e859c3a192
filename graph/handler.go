package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
		if !bounded(w, r) {
			return
		}
		server.ServeHTTP(w, r.WithContext(ctx))
	})
}

// bounded reads the body up to its limit, and refuses one that is larger.
func bounded(w http.ResponseWriter, r *http.Request) bool {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	r.Body = io.NopCloser(bytes.NewReader(body))
	if err == nil {
		return true
	}
	status, message := http.StatusBadRequest, "the request's body did not arrive whole; send it again"
	if errors.As(err, new(*http.MaxBytesError)) {
		status, message = http.StatusRequestEntityTooLarge, fmt.Sprintf("the request's body is over %d bytes; ask for less at once", maxBody)
	}
	answer(w, status, message, CodeBody)
	return false
}

// answer is a GraphQL error that was found before GraphQL began.
func answer(w http.ResponseWriter, status int, message, code string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{"message": message, "extensions": map[string]any{"code": code}}}})
}
