package aggregate

import (
	"context"
	"fmt"
	"sync"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
)

// Groups is one page of the groups of a list. They are read when something of them is first asked for.
type Groups struct {
	grouping *grouping
	source   source
	wording  sync.Mutex // held while a statement is put together: the groups' own is part of each
	once     sync.Once
	edges    []*GroupEdge
	more     bool // groups after those of the page
	err      error
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
func (p *Groups) PageInfo(ctx context.Context) (relay.PageInfo, error) {
	edges, err := p.Edges(ctx)
	info := relay.PageInfo{HasNextPage: p.more, HasPreviousPage: p.grouping.after != nil}
	if len(edges) == 0 {
		return info, err
	}
	start, err := edges[0].Cursor()
	if err != nil {
		return info, err
	}
	end, err := edges[len(edges)-1].Cursor()
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
	return &Groups{grouping: g, source: src}, nil
}

// Edges are the groups of the page.
func (p *Groups) Edges(ctx context.Context) ([]*GroupEdge, error) {
	p.once.Do(func() {
		p.edges = []*GroupEdge{}
		if p.err = p.read(ctx, p.source); p.err != nil || len(p.edges) > 0 {
			return
		}
		var other *source
		if other, p.err = p.settled(ctx); other != nil {
			p.err = p.read(ctx, *other)
		}
	})
	return p.edges, p.err
}

// settled is where the groups of a page come from that came empty, nil where they come from nowhere else.
func (p *Groups) settled(ctx context.Context) (*source, error) {
	if !p.source.unsure {
		return nil, nil
	}
	src := p.source
	if err := p.grouping.settle(ctx, &src); err != nil || src.groups == p.source.groups {
		return nil, err
	}
	return &src, nil
}

// worded puts a statement together.
func (p *Groups) worded(by func(source) *sql.Builder, src source) *sql.Builder {
	p.wording.Lock()
	defer p.wording.Unlock()
	return by(src)
}

// read reads the groups of the page.
func (p *Groups) read(ctx context.Context, src source) error {
	g := p.grouping
	width := g.width()
	values := make([]any, width)
	places := into(values)
	var room []any // for the values of some groups, and the groups: one by one they are most of what an answer takes
	var made []piece
	return g.whole.Read(ctx, p.worded(g.statement, src), func(row relay.Scanner) error {
		if len(p.edges) == g.first {
			p.more = true
			return nil
		}
		if err := row.Scan(places...); err != nil {
			return fmt.Errorf("read a group: %w", err)
		}
		if len(made) == cap(made) {
			n := min(g.first-len(p.edges), together)
			room, made = make([]any, 0, n*width), make([]piece, 0, n)
		}
		from := len(room)
		room, made = append(room, values...), append(made, piece{})
		p.edges = append(p.edges, g.edge(&made[len(made)-1], room[from:len(room):len(room)]))
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
func (p *Groups) Nodes(ctx context.Context) ([]*Group, error) {
	edges, err := p.Edges(ctx)
	out := make([]*Group, len(edges))
	for i, e := range edges {
		out[i] = e.Node
	}
	return out, err
}

// TotalCount counts the groups, and only when it is asked for.
func (p *Groups) TotalCount(ctx context.Context) (int, error) {
	n := 0
	count := func(src source) error {
		return p.grouping.whole.Read(ctx, p.worded(p.grouping.number, src), func(row relay.Scanner) error { return row.Scan(&n) })
	}
	if err := count(p.source); err != nil || n > 0 {
		return n, err
	}
	other, err := p.settled(ctx)
	if other != nil {
		err = count(*other)
	}
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
