package plan

import (
	"strconv"
)

// writer writes the answer of a run.
type writer struct {
	*run
	to  []byte
	err error // a null where the schema has none, a cursor that cannot be written, or ErrTooLarge: nothing more is written then
}

// span writes a text that was read, once and for all the places where it stands: little that was read can be a long answer.
func (w *writer) span(s span) {
	if w.room(int(s.to - s.from)) {
		w.to = append(w.to, w.text[s.from:s.to]...)
	}
}

// room says whether so many bytes more are written.
func (w *writer) room(bytes int) bool {
	if w.err == nil && len(w.to)+bytes > w.c.MaxAnswer {
		w.err = ErrTooLarge
	}
	return w.err == nil
}

func (w *writer) raw(s string) { w.to = append(w.to, s...) }

func (w *writer) comma(first bool) {
	if !first {
		w.to = append(w.to, ',')
	}
}

// null writes null, which is an error where the schema promises a value.
func (w *writer) null(required bool) {
	if required && w.err == nil {
		w.err = errNull
	}
	w.raw("null")
}

// object writes a value that a resolver gave.
func (w *writer) object(o *object, cells []cell) {
	if !w.room(0) {
		return
	}
	w.to = append(w.to, '{')
	for i := range o.fields {
		f := &o.fields[i]
		w.comma(i == 0)
		w.raw(f.label)
		switch {
		case f.literal != "":
			w.raw(f.literal)
		case f.list != nil:
			w.connection(f.list, 0)
		default:
			w.cell(f.value, cells[i])
		}
	}
	w.to = append(w.to, '}')
}

func (w *writer) cell(v *value, c cell) {
	switch c.what {
	case cellNull:
		w.null(v.required)
	case cellText:
		w.span(c.at)
	case cellList:
		w.to = append(w.to, '[')
		for i, entry := range w.held(c.at) {
			w.comma(i == 0)
			w.cell(v.list, entry)
		}
		w.to = append(w.to, ']')
	case cellObject:
		w.object(v.object, w.held(c.at))
	case cellEntries:
		w.entries(w.run.entries[c.at.from])
	case cellNode:
		of := w.found[c.at.from]
		w.node(of.node, of.rows, int(c.at.to))
	}
}

// node writes a stored node.
func (w *writer) node(n *node, t *table, row int) {
	if !w.room(0) {
		return
	}
	w.to = append(w.to, '{')
	for i := range n.fields {
		f := &n.fields[i]
		w.comma(i == 0)
		w.raw(f.label)
		switch {
		case f.literal != "":
			w.raw(f.literal)
		case f.text >= 0:
			if s := t.text(row, f.text); s.null() {
				w.null(f.required)
			} else {
				w.span(s)
			}
		case f.one != nil:
			if t.key(row, f.one.id) == 0 {
				w.null(f.required)
			} else {
				w.node(f.one, t, row)
			}
		case f.list != nil:
			w.list(f.list, t.key(row, f.list.key))
		case f.ref != nil:
			w.ref(f, t.key(row, f.ref.key))
		case f.call != nil:
			w.cell(f.call.field.value, w.calls[f.call][t.key(row, f.call.key)])
		}
	}
	w.to = append(w.to, '}')
}

func (w *writer) ref(f *nodeField, id int64) {
	found := w.refs[f.ref]
	if found == nil || id == 0 {
		w.null(f.required)
		return
	}
	row, ok := found.rows[id]
	if !ok {
		w.null(f.required)
		return
	}
	w.node(f.ref.node, found, row)
}

// list writes the list of a node.
func (w *writer) list(l *list, id int64) {
	p := w.lists[l]
	g := p.groups[id]
	switch l.shape {
	case paged:
		w.connection(l, id)
	case first:
		if g.from == g.to {
			w.null(false)
			return
		}
		w.node(l.node, p.rows, p.row(g.from))
	case firstText:
		if g.from == g.to || p.rows.text(p.row(g.from), l.text).null() {
			w.null(false)
			return
		}
		w.span(p.rows.text(p.row(g.from), l.text))
	case distinct:
		w.distinct(l, p, g)
	case plain:
		w.nodes(l.node, p, g)
	}
}

func (w *writer) nodes(n *node, p *page, g group) {
	w.to = append(w.to, '[')
	for i := range g.to - g.from {
		w.comma(i == 0)
		w.node(n, p.rows, p.row(w.at(p, g, i)))
	}
	w.to = append(w.to, ']')
}

// at is where the i-th entry of a page stands among the rows, which are read backwards where the page is the last.
func (w *writer) at(p *page, g group, i int) int {
	if p.pager != nil && p.pager.Back() {
		return g.to - 1 - i
	}
	return g.from + i
}

func (w *writer) distinct(l *list, p *page, g group) {
	seen := map[int64]bool{}
	w.to = append(w.to, '[')
	for at := g.from; at < g.to; at++ {
		row := p.row(at)
		id := p.rows.key(row, l.node.id)
		if seen[id] {
			continue
		}
		w.comma(len(seen) == 0)
		seen[id] = true
		w.node(l.node, p.rows, row)
	}
	w.to = append(w.to, ']')
}

// connection writes the page of a node's list.
func (w *writer) connection(l *list, id int64) {
	p := w.lists[l]
	g := p.groups[id]
	w.to = append(w.to, '{')
	for i := range l.fields {
		f := &l.fields[i]
		w.comma(i == 0)
		w.raw(f.label)
		switch f.what {
		case partEdges:
			w.edges(f, p, g)
		case partNodes:
			w.nodes(f.node, p, g)
		case partPageInfo:
			w.pageInfo(f, p, g)
		case partTotalCount:
			w.to = strconv.AppendInt(w.to, int64(p.counts[id]), 10)
		case partComputed:
			w.cell(f.field.value, p.computed[i][id])
		default:
			w.raw(f.literal)
		}
	}
	w.to = append(w.to, '}')
}

func (w *writer) edges(f *pageField, p *page, g group) {
	w.to = append(w.to, '[')
	for i := range g.to - g.from {
		row := p.row(w.at(p, g, i))
		w.comma(i == 0)
		w.to = append(w.to, '{')
		for n := range f.below {
			part := &f.below[n]
			w.comma(n == 0)
			w.raw(part.label)
			switch part.what {
			case partNode:
				w.node(part.node, p.rows, row)
			case partCursor:
				w.cursor(p, row)
			default:
				w.raw(part.literal)
			}
		}
		w.to = append(w.to, '}')
	}
	w.to = append(w.to, ']')
}

func (w *writer) cursor(p *page, row int) {
	c, err := w.run.cursor(p, row)
	if err != nil {
		w.err = err
	}
	w.to = append(w.to, '"')
	w.raw(c)
	w.to = append(w.to, '"')
}

// pageInfo writes where the page stands in its list.
func (w *writer) pageInfo(f *pageField, p *page, g group) {
	next, previous := g.more, p.pager.After()
	if p.pager.Back() {
		next, previous = p.pager.Before(), g.more
	}
	w.to = append(w.to, '{')
	for i := range f.below {
		part := &f.below[i]
		w.comma(i == 0)
		w.raw(part.label)
		switch part.what {
		case partHasNextPage:
			w.to = strconv.AppendBool(w.to, next)
		case partHasPreviousPage:
			w.to = strconv.AppendBool(w.to, previous)
		case partStartCursor, partEndCursor:
			at := 0
			if part.what == partEndCursor {
				at = g.to - g.from - 1
			}
			if g.from == g.to {
				w.raw("null")
			} else {
				w.cursor(p, p.row(w.at(p, g, at)))
			}
		default:
			w.raw(part.literal)
		}
	}
	w.to = append(w.to, '}')
}
