package model

import (
	"context"

	"councilgraph/ent"
	"councilgraph/internal/relay"
)

// CoverageConnection is one page of what the graph holds of a council's committees by month.
type CoverageConnection struct {
	Edges    []*CoverageEdge
	PageInfo relay.PageInfo
	// Count counts the whole list.
	Count func(context.Context) (int, error)
}

// Nodes are the entries of the edges.
func (c *CoverageConnection) Nodes() []*ent.Coverage {
	out := make([]*ent.Coverage, len(c.Edges))
	for i, e := range c.Edges {
		out[i] = e.Node
	}
	return out
}

// TotalCount counts the whole list, and only when it is asked for.
func (c *CoverageConnection) TotalCount(ctx context.Context) (int, error) { return c.Count(ctx) }
