package model

import (
	"context"

	"councilgraph/ent"
	"councilgraph/internal/relay"
)

// SearchConnection is one page of what a search found. What it counts is counted when it is asked for.
type SearchConnection struct {
	Edges    []*SearchEdge
	PageInfo relay.PageInfo

	CountTypes    func(context.Context) ([]*SearchTypeCount, error)
	CountCouncils func(context.Context) ([]*SearchCouncilCount, error)
}

// Nodes are the nodes of the edges.
func (c *SearchConnection) Nodes() []ent.Noder {
	out := make([]ent.Noder, len(c.Edges))
	for i, e := range c.Edges {
		out[i] = e.Node
	}
	return out
}

// TotalCount is how many texts fit, as far as they are counted.
func (c *SearchConnection) TotalCount(ctx context.Context) (int, error) {
	types, err := c.CountTypes(ctx)
	n := 0
	for _, t := range types {
		n += t.Count
	}
	return n, err
}

// Types are the counts by kind.
func (c *SearchConnection) Types(ctx context.Context) ([]*SearchTypeCount, error) {
	return c.CountTypes(ctx)
}

// Councils are the counts by council.
func (c *SearchConnection) Councils(ctx context.Context) ([]*SearchCouncilCount, error) {
	return c.CountCouncils(ctx)
}
