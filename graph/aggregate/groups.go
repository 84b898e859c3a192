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
	grouping *grouping
	source   source
	more     bool // groups after those of the page
}

// GroupEdge is a group in a list, with its place there.
type GroupEdge struct {
	Node     *Group
	grouping *grouping
	values   []any // of the row: see statement
}

// Cursor is the place of the group in its list. It is written when it is asked for: most queries ask for none.
func (e *GroupEdge) Cursor() (string, error) { return e.grouping.cursor(e.values) }

// PageInfo is where the page stands in its list.
func (p *Groups) PageInfo() (relay.PageInfo, error) {
	info := relay.PageInfo{HasNextPage: p.more, HasPreviousPage: p.grouping.after != nil}
	n := len(p.Edges)
	if n == 0 {
		return info, nil
	}
	start, err := p.Edges[0].Cursor()
	if err != nil {
		return info, err
	}
	end, err := p.Edges[n-1].Cursor()
	info.StartCursor, info.EndCursor = &start, &end
	return info, err
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
	if err = page.read(ctx); err == nil && len(page.Edges) == 0 && src.unsure {
		if err = g.settle(ctx, &page.source); err == nil && page.source.groups != src.groups {
			err = page.read(ctx)
		}
	}
	if err != nil {
		return nil, err
	}
	return page, nil
}

// read reads the groups of the page.
func (p *Groups) read(ctx context.Context) error {
	g := p.grouping
	width := g.width()
	values := make([]any, width)
	places := into(values)
	var room []any // for the values of some groups, and the groups: one by one they are most of what an answer takes
	var made []piece
	return g.whole.Read(ctx, g.statement(p.source), func(row relay.Scanner) error {
		if len(p.Edges) == g.first {
			p.more = true
			return nil
		}
		if err := row.Scan(places...); err != nil {
			return fmt.Errorf("read a group: %w", err)
		}
		if len(made) == cap(made) {
			n := min(g.first-len(p.Edges), together)
			room, made = make([]any, 0, n*width), make([]piece, 0, n)
		}
		from := len(room)
		room, made = append(room, values...), append(made, piece{})
		p.Edges = append(p.Edges, g.edge(&made[len(made)-1], room[from:len(room):len(room)]))
		return nil
	})
}

// piece is a group with all that belongs to it.
type piece struct {
	edge    GroupEdge
	group   Group
	key     Key
	figures Aggregate
}

// together is of how many groups the pieces are made at a time.
const together = 50

// edge makes the group of a row.
func (g *grouping) edge(e *piece, values []any) *GroupEdge {
	by, measured := len(g.by), len(g.by)+len(g.measures)
	e.key = Key{client: g.client, by: g.by, values: values[:by:by]}
	e.figures = Aggregate{g.measures, values[by:measured:measured]}
	e.group = Group{Key: &e.key, Aggregate: &e.figures, set: g.Set}
	e.edge = GroupEdge{Node: &e.group, grouping: g, values: values}
	return &e.edge
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
