package aggregate

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
)

// Groups is one page of the groups of a list.
type Groups struct {
	Edges    []*GroupEdge
	PageInfo relay.PageInfo
	grouping *grouping
	source   source
}

// GroupEdge is a group in a list, with its place there.
type GroupEdge struct {
	Node   *Group
	Cursor string
}

// Group is what has a key in common.
type Group struct {
	Key       *Key
	Aggregate *Aggregate
	set       *Set
}

// GroupBy is a page of the list's groups, with the figures that the query asks for.
func (s *Set) GroupBy(ctx context.Context, a Args) (*Groups, error) {
	g, err := s.grouping(ctx, a, asked(ctx, []string{"nodes", "aggregate"}, []string{"edges", "node", "aggregate"}))
	if err != nil {
		return nil, err
	}
	src, err := g.source(ctx)
	if err != nil {
		return nil, err
	}
	page := &Groups{grouping: g, source: src, Edges: []*GroupEdge{}}
	page.PageInfo.HasPreviousPage = g.after != nil
	err = s.whole.Read(ctx, g.statement(src), func(row relay.Scanner) error {
		if len(page.Edges) == g.first {
			page.PageInfo.HasNextPage = true
			return nil
		}
		edge, err := g.edge(row)
		page.Edges = append(page.Edges, edge)
		return err
	})
	if err != nil {
		return nil, err
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

// edge reads a group: its keys, its measures, and the values that the orders go by.
func (g *grouping) edge(row relay.Scanner) (*GroupEdge, error) {
	values := make([]any, len(g.by)+len(g.measures)+len(g.terms))
	if err := row.Scan(into(values)...); err != nil {
		return nil, fmt.Errorf("read a group: %w", err)
	}
	cursor, err := g.cursor(values[len(g.by)+len(g.measures):])
	if err != nil {
		return nil, err
	}
	a := &Aggregate{values: make(map[measure]any, len(g.measures))}
	for i, m := range g.measures {
		a.values[m] = values[len(g.by)+i]
	}
	key := &Key{client: g.client, by: g.by, values: values[:len(g.by)]}
	return &GroupEdge{Node: &Group{Key: key, Aggregate: a, set: g.Set}, Cursor: cursor}, nil
}

// Nodes are the groups of the edges.
func (p *Groups) Nodes() []*Group {
	out := make([]*Group, len(p.Edges))
	for i, e := range p.Edges {
		out[i] = e.Node
	}
	return out
}

// TotalCount counts the groups, and only when it is asked for.
func (p *Groups) TotalCount(ctx context.Context) (int, error) {
	n := 0
	err := p.grouping.whole.Read(ctx, p.grouping.number(p.source), func(row relay.Scanner) error { return row.Scan(&n) })
	return n, err
}

// Share is how much of the whole list is in the group.
func (g *Group) Share() (float64, error) {
	n, err := g.Aggregate.Count()
	if err != nil || n == 0 {
		return 0, err
	}
	all, err := g.set.total()
	if err != nil || all == 0 {
		return 0, err
	}
	return float64(n) / float64(all), nil
}

// Key is what a group has in common.
type Key struct {
	client *ent.Client
	by     []figures.Dimension
	values []any
}
