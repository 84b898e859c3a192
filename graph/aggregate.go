package graph

import (
	"context"

	"councilgraph/graph/aggregate"
	"councilgraph/internal/relay"
)

// aggregate is the figures over a whole list that the query asks for.
func (r *Resolver) aggregate(ctx context.Context, whole *relay.Whole) (*aggregate.Aggregate, error) {
	set, err := aggregate.Of(ctx, r.Store, whole)
	if err != nil {
		return nil, err
	}
	return set.Aggregate(ctx)
}

// groupBy is a page of the groups of a whole list.
func (r *Resolver) groupBy(ctx context.Context, whole *relay.Whole, a aggregate.Args) (*aggregate.Groups, error) {
	set, err := aggregate.Of(ctx, r.Store, whole)
	if err != nil {
		return nil, err
	}
	return set.GroupBy(ctx, a)
}
