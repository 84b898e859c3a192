package model

import (
	"context"

	"councilgraph/ent"
	"councilgraph/internal/relay"
)

// PersonDecisionConnection is one page of the resolutions that a person had a part in.
type PersonDecisionConnection struct {
	Edges    []*PersonDecisionEdge
	PageInfo relay.PageInfo
	// Count counts the whole list.
	Count func(context.Context) (int, error)
}

// Nodes are the resolutions of the edges.
func (c *PersonDecisionConnection) Nodes() []*ent.Resolution {
	out := make([]*ent.Resolution, len(c.Edges))
	for i, e := range c.Edges {
		out[i] = e.Node
	}
	return out
}

// TotalCount counts the whole list, and only when it is asked for.
func (c *PersonDecisionConnection) TotalCount(ctx context.Context) (int, error) { return c.Count(ctx) }
