package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/graph/model"
)

// rateLimit is what the query costs and what its client can still spend.
func (r *Resolver) rateLimit(ctx context.Context) *model.RateLimit {
	p, _ := graphql.GetOperationContext(ctx).Stats.GetExtension(priceKey).(price)
	shown := &model.RateLimit{Cost: p.points, NodeCount: p.nodes}
	if m := meterOf(ctx); m != nil && m.gate.limits.Points > 0 {
		full := m.left.full.UTC().Format(time.RFC3339)
		shown.Limit, shown.Remaining, shown.ResetAt = &m.left.limit, &m.left.remaining, &full
	}
	return shown
}

// costShown answers a request that has "extensions": {"cost": true} with extensions.cost.
type costShown struct{}

// ExtensionName names the extension.
func (costShown) ExtensionName() string { return "CostShown" }

// Validate accepts any schema.
func (costShown) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse adds the cost.
func (costShown) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	answer := next(ctx)
	if answer == nil || !graphql.HasOperationContext(ctx) {
		return answer
	}
	op := graphql.GetOperationContext(ctx)
	p, priced := op.Stats.GetExtension(priceKey).(price)
	if asked, _ := op.Extensions["cost"].(bool); !asked || !priced {
		return answer
	}
	shown := map[string]any{"cost": p.points, "nodeCount": p.nodes}
	if m := meterOf(ctx); m != nil && m.gate.limits.Points > 0 {
		shown["limit"], shown["remaining"] = m.left.limit, m.left.remaining
		shown["resetAt"] = m.left.full.UTC().Format(time.RFC3339)
	}
	if answer.Extensions == nil {
		answer.Extensions = map[string]any{}
	}
	answer.Extensions["cost"] = shown
	return answer
}
