package plan

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"

	"councilgraph/ent"
	"councilgraph/internal/relay"
	"councilgraph/internal/rows"
	"councilgraph/internal/searchquery"
)

// page is what was read for a list: its rows, for each node that it is the list of. A list of the root is that of
// the node 0.
type page struct {
	rows   *table
	order  []int32 // of the rows, nil where they stand right
	groups map[int64]group
	pager  *relay.Pager
	counts map[int64]int
	// computed are the fields over the whole list, by their place among the connection's.
	computed map[int]map[int64]cell
}

// group is the rows of one node's list.
type group struct {
	from, to int // of order, as the answer has them
	more     bool
}

func (p *page) row(at int) int {
	if p.order == nil {
		return at
	}
	return int(p.order[at])
}

// list is the reading of a list for the nodes with the ids.
func (r *run) list(ctx context.Context, l *list, ids []int64) (reading, error) {
	args, err := r.arguments(ctx, l)
	if err == nil && (l.relation == nil || len(ids) > 0) {
		args, err = r.settled(ctx, l, args)
	}
	if err != nil {
		return reading{}, err
	}
	p := &page{rows: &table{level: l.level}}
	w, err := r.window(l, p, args)
	if err != nil {
		return reading{}, err
	}
	if l.relation == nil {
		ids = []int64{0}
	}
	made := reading{finish: func(ctx context.Context) error {
		r.group(p, w, ids)
		r.lists[l] = p
		if err := r.below(ctx, p.rows, nil); err != nil {
			return err
		}
		return r.wholes(ctx, l, p, w, args, ids)
	}}
	if w.limit != 0 && len(ids) > 0 && (l.rows || l.shape != paged) {
		made.statements, err = r.fill(l, p, w, ids)
	}
	return made, err
}

// arguments are those of the list's field.
func (r *run) arguments(ctx context.Context, l *list) (map[string]any, error) {
	if l.args == nil {
		return nil, nil
	}
	return l.args.Args(ctx, l.ast.ArgumentMap(r.op.Variables))
}

// window is which rows the arguments ask for.
func (r *run) window(l *list, p *page, args map[string]any) (window, error) {
	if l.shape == paged {
		pager, filter, err := l.level.kind.Page(args)
		if err != nil {
			return window{}, err
		}
		p.pager = pager
		w := window{terms: pager.Terms(), back: pager.Back(), limit: pager.Limit() + 1, filter: filter, guessed: filter != nil}
		if pager.After() || pager.Before() {
			w.seek = pager.Seek
		}
		if l.relation == nil && filter != nil {
			counted := l.counts && r.c.Reader.Dialect() == dialect.Postgres
			if newest := l.level.kind.Newest(args, pager, counted); newest != nil {
				w.filter, w.counted, w.guessed = newest, counted, false
			}
			w.column, w.of = r.several(l.level.kind, args, w)
		}
		return w, nil
	}
	limit := 1 // of what shows the first alone
	if args != nil {
		limit, _ = args["first"].(int)
		if err := relay.Within("first", limit, relay.MaxList); err != nil {
			return window{}, err
		}
	}
	terms := []relay.Term{{Column: l.relation.Position}, {Column: "id"}}
	if l.relation.Position == "id" {
		terms = terms[1:]
	}
	return window{terms: terms, limit: limit}, nil
}

// several are the nodes whose lists the list is made of, and the column that names them: the councils or committees that it is narrowed to
// by nothing else, on PostgreSQL, where they are few and an index has the rows of each in the list's order.
func (r *run) several(kind *ent.Kind, args map[string]any, w window) (string, []int64) {
	if kind.Several == nil || r.c.Reader.Dialect() != dialect.Postgres {
		return "", nil
	}
	column, ids := kind.Several(args)
	serves := func(index []string) bool {
		return len(index) == len(w.terms)+1 && index[0] == column &&
			slices.EqualFunc(index[1:], w.terms, func(name string, t relay.Term) bool { return name == t.Column })
	}
	if len(ids) == 0 || len(ids) > searchquery.MostMarked || !slices.ContainsFunc(kind.Indexes, serves) {
		return "", nil
	}
	of := make([]int64, len(ids))
	for i, id := range ids {
		of[i] = int64(id)
	}
	slices.Sort(of)
	return column, slices.Compact(of) // one that is named twice has its rows once
}

// fill is the statement that gives the rows.
func (r *run) fill(l *list, p *page, w window, ids []int64) ([]asking, error) {
	d := r.c.Reader.Dialect()
	p.rows.terms, p.rows.counted = len(w.terms), w.counted
	one := func(row rows.Row) error { return r.take(p.rows, row, w.terms, 0) }
	switch {
	case l.relation == nil && len(w.of) > 0:
		s, err := l.level.ofSeveral(d, w)
		s.args = append([]any{w.of}, s.args...)
		return []asking{{statement: s, take: one}}, err
	case l.relation == nil:
		s, err := l.whole(d, w)
		return []asking{{statement: s, take: one, instead: r.instead(l, p, w)}}, err
	case len(ids) == 1:
		s, err := l.of(d, w)
		s.args = append([]any{ids[0]}, s.args...)
		return []asking{{statement: s, take: one}}, err
	case d == dialect.SQLite: // which has no LATERAL, and no way to go: a statement that is ready costs next to nothing
		s, err := l.of(d, w)
		return []asking{{statement: s, ids: ids, takeOf: func(of int64, row rows.Row) error {
			p.rows.parents = append(p.rows.parents, of)
			return one(row)
		}}}, err
	}
	s, err := l.ofMany(d, w)
	s.args = append([]any{ids}, s.args...)
	return []asking{{statement: s, take: func(row rows.Row) error {
		p.rows.parents = append(p.rows.parents, row.Int(0))
		return r.take(p.rows, row, w.terms, 1)
	}}}, err
}

// group finds each node's rows, and leaves out the one beyond the page.
func (r *run) group(p *page, w window, ids []int64) {
	p.order = r.order(p.rows, w.terms, w.back)
	p.groups = make(map[int64]group, len(ids))
	close := func(id int64, from, to int) {
		g := group{from: from, to: to}
		if p.pager != nil && to-from > p.pager.Limit() {
			g.to, g.more = to-1, true
			if p.rows.beyond == nil {
				p.rows.beyond = make([]bool, p.rows.n)
			}
			p.rows.beyond[p.row(g.to)] = true
		}
		p.groups[id] = g
	}
	if len(p.rows.parents) == 0 {
		if p.rows.n > 0 && len(ids) == 1 {
			close(ids[0], 0, p.rows.n)
		}
		return
	}
	from := 0
	for at := 1; at <= p.rows.n; at++ {
		parent := p.rows.parents[p.row(from)]
		if at == p.rows.n || p.rows.parents[p.row(at)] != parent {
			close(parent, from, at)
			from = at
		}
	}
}

// wholes computes what a connection shows of the whole list.
func (r *run) wholes(ctx context.Context, l *list, p *page, w window, args map[string]any, ids []int64) error {
	if l.counts {
		if err := r.count(ctx, l, p, w, args, ids); err != nil {
			return err
		}
	}
	for i, f := range l.fields {
		if f.what != partComputed {
			continue
		}
		connections := make([]any, len(ids))
		for n, id := range ids {
			connections[n] = l.level.kind.Connection(r.whole(l, args, id))
		}
		cells, err := r.field(ctx, f.field, connections)
		if err != nil {
			return err
		}
		if p.computed == nil {
			p.computed = map[int]map[int64]cell{}
		}
		p.computed[i] = make(map[int64]cell, len(ids))
		for n, id := range ids {
			p.computed[i][id] = cells[n]
		}
	}
	return nil
}

func (r *run) whole(l *list, args map[string]any, id int64) *relay.Whole {
	if l.relation == nil {
		return l.level.kind.Whole(r.c.Store, args)
	}
	return l.relation.Whole(r.c.Store, int(id), args)
}

// count counts the whole list of each node.
func (r *run) count(ctx context.Context, l *list, p *page, w window, args map[string]any, ids []int64) error {
	p.counts = make(map[int64]int, len(ids))
	if p.rows.counted && p.rows.n > 0 {
		p.counts[ids[0]] = p.rows.total
		return nil
	}
	if l.relation == nil || len(ids) == 1 || l.relation.Kept && w.filter == nil {
		counts, err := each(ids, func(id int64) (int, error) { return r.whole(l, args, id).Count(ctx) })
		for i, id := range ids {
			p.counts[id] = counts[i]
		}
		return err
	}
	s, err := l.level.counted(r.c.Reader.Dialect(), w, l.relation, ids)
	if err != nil {
		return err
	}
	return r.ask(ctx, asking{statement: s, take: func(row rows.Row) error {
		p.counts[row.Int(0)] = int(row.Int(1))
		return nil
	}})
}

// cursor is the place of a row in its list.
func (r *run) cursor(p *page, row int) (string, error) {
	values := make([]any, p.rows.terms)
	terms := p.pager.Terms()
	for i, v := range p.rows.place(row) {
		if p.rows.level.kind.Numbers[terms[i].Column] {
			values[i] = v.number
		} else {
			values[i] = string(r.text[v.text.from:v.text.to])
		}
	}
	return p.pager.Cursor(values)
}
