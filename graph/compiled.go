package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/generated"
	"councilgraph/graph/plan"
)

// compiled answers queries by SQL made for them, and leaves to the schema that it stands before what goes wrong or
// is not taken.
type compiled struct {
	graphql.ExecutableSchema
	plans *plan.Compiler
	log   *slog.Logger
}

func newCompiled(c Config, executable graphql.ExecutableSchema) graphql.ExecutableSchema {
	schema := executable.Schema()
	fields := generated.NewFields(generated.Config{Schema: schema, Resolvers: c.Resolver})
	return &compiled{executable, plan.New(plan.Config{Schema: schema, Fields: fields, Store: c.Resolver.Store, Reader: c.Reader, MaxAnswer: maxAnswer}), c.Log}
}

// Ways in which a query was answered.
const (
	wayCompiled = "compiled"
	wayExecuted = "executed" // by gqlgen: the compiler does not take it
	wayKept     = "kept"     // from memory, as it was answered before
	wayFailed   = "failed"   // by gqlgen, which words what went wrong
)

// Exec answers an operation.
func (c *compiled) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if op.Operation.Operation != ast.Query {
		return c.ExecutableSchema.Exec(ctx)
	}
	answered := false
	return func(ctx context.Context) *graphql.Response {
		if answered {
			return nil
		}
		answered = true
		asked := askedOf(ctx)
		data, err := c.plans.Answer(ctx, op)
		switch {
		case err == nil:
			asked.Way = wayCompiled
			return &graphql.Response{Data: data}
		case errors.Is(err, plan.ErrTooLarge):
			asked.Way = wayCompiled
			return &graphql.Response{Data: []byte("null"), Errors: gqlerror.List{tooLarge()}}
		case errors.Is(err, plan.ErrNotCompiled):
			asked.Way = wayExecuted
		default:
			asked.Way = wayFailed
		}
		if asked.Way == wayFailed {
			level := slog.LevelDebug // gqlgen's answer tells the client, and what it masks is logged there
			if errors.Is(err, plan.ErrPanicked) {
				level = slog.LevelError
			}
			c.log.Log(ctx, level, "compiled query", "id", requestID(ctx), "error", err)
		}
		return c.ExecutableSchema.Exec(ctx)(ctx)
	}
}
