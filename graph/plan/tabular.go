package plan

import (
	"context"
	"slices"

	"councilgraph/internal/rows"
)

// Tabular is a value with a list, each entry of which is a row of a statement: what stands in the row goes from there to
// the answer, without becoming an object in between.
type Tabular interface {
	// Rows is the statement, and how many of its rows belong to the list: the first ones. Given what can stand beside them, they go on
	// with it from a column on; from is 0 where they do not.
	Rows(beside *rows.Beside) (text string, args []any, most, from int, err error)
	// Column is where in a row the value stands that a path of fields leads to from an entry, and a text that comes
	// after it; ok is false for what stands in no column.
	Column(path []string) (at int, after string, ok bool)
	// Kept says that the rows were kept beforehand. The statement takes so little then that those of many lists may run one
	// after the other; where no row comes, none may have been kept, and the list's field has to be asked.
	Kept() bool
}

// tabular is how entries of a list stand in the answer: pieces, one after the other, for each row.
type tabular struct {
	pieces []piece
	leaves []leafColumn
	nodes  []nodeColumn
}

// layout lays entries out.
type layout struct {
	tabular
	list Tabular // one of the lists: the columns are those of all
	text []byte  // that comes before the next piece's value
}

// piece is a text that is the same for all rows, and the value that comes after it: a leaf, a node, or none after the last.
type piece struct {
	before     string
	leaf, node int // -1 for none
}

type leafColumn struct {
	at       int
	after    string
	as       encoding
	required bool
}

type nodeColumn struct {
	at    int
	value *value
}

// entries are the rows of one list.
type entries struct {
	*tabular
	n      int
	leaves []span
	ids    []int64
	cells  []cell // of the nodes
	// beside has, for each row, that of the node which the first column of nodes leads to; nil where those are read afterwards. Its columns
	// begin after the row's own.
	beside *table
	from   int
}

// tabled answers lists from the rows of statements; ok is false where the values are not Tabular, where there are many whose statements
// are better run side by side, and where something is selected that no column holds.
func (r *run) tabled(ctx context.Context, f *goField, values []any) (cells []cell, ok bool, err error) {
	if !f.alone || len(values) == 0 {
		return nil, false, nil
	}
	lists := make([]Tabular, len(values))
	for i, v := range values {
		if lists[i], ok = v.(Tabular); !ok || len(values) > 1 && !lists[i].Kept() {
			return nil, false, nil
		}
	}
	l := layout{list: lists[0]}
	if !l.object(f.value.list.object, nil) {
		return nil, false, nil
	}
	l.piece(-1, -1)
	of, beside, err := l.beside(r, len(lists))
	if err != nil {
		return nil, false, err
	}
	all, reads := make([]*entries, len(values)), make([]reading, len(values))
	for i, list := range lists {
		text, args, most, from, err := list.Rows(beside)
		if err != nil {
			return nil, false, err
		}
		e := &entries{tabular: &l.tabular}
		if from > 0 {
			e.beside, e.from = &table{level: of.level}, from
		}
		if all[i] = e; most > 0 {
			reads[i].statements = []asking{{statement: statement{text, args}, take: func(row rows.Row) error { return r.entry(e, row, most) }}}
		}
	}
	if err := r.readAll(ctx, reads); err != nil {
		return nil, false, err
	}
	if err := r.led(ctx, &l.tabular, of, all); err != nil {
		return nil, false, err
	}
	cells = make([]cell, len(values))
	for i, e := range all {
		if e.n == 0 && reads[i].statements != nil && lists[i].Kept() {
			one, err := f.call.Call(ctx, values[i], nil)
			if err != nil {
				return nil, false, err
			}
			found, err := r.values(ctx, f.value, []any{one})
			if err != nil {
				return nil, false, err
			}
			cells[i] = found[0]
			continue
		}
		cells[i] = cell{cellEntries, span{from: uint32(len(r.entries))}} //nolint:gosec // one for each list of the query
		r.entries = append(r.entries, e)
	}
	return cells, true, nil
}

// beside is what can stand beside the rows: what is selected of the nodes that the first column of nodes leads to. It is nil where other
// nodes are selected with those, or they may be of several kinds: each row would lead to all of them anew. The nodes of many
// lists are read together instead.
func (l *layout) beside(r *run, lists int) (*nodesOf, *rows.Beside, error) {
	if lists > 1 || len(l.nodes) == 0 || l.nodes[0].value.nodes.kind == nil {
		return nil, nil, nil
	}
	of, err := l.nodes[0].value.nodes.of(r.op, l.nodes[0].value.nodes.kind)
	if err != nil || len(of.level.tables) > 1 {
		return nil, nil, err
	}
	return of, &rows.Beside{Column: l.nodes[0].at, Table: quoted(of.level.kind.Table), Columns: of.level.columns(window{})}, nil
}

// object lays out what is selected of an object that a path of fields leads to; false where something stands in no column.
func (l *layout) object(o *object, path []string) bool {
	l.text = append(l.text, '{')
	for i := range o.fields {
		f := &o.fields[i]
		if i > 0 {
			l.text = append(l.text, ',')
		}
		l.text = append(append(l.text, f.label...), f.literal...)
		if f.literal == "" && !l.field(f, append(slices.Clip(path), f.name)) {
			return false
		}
	}
	l.text = append(l.text, '}')
	return true
}

// field lays out a field that a path leads to.
func (l *layout) field(f *goField, path []string) bool {
	if f.call.Args != nil || f.value.list != nil {
		return false
	}
	if f.value.object != nil {
		return f.value.required && l.object(f.value.object, path)
	}
	at, after, ok := l.list.Column(path)
	switch {
	case !ok:
	case f.value.leaf:
		l.piece(len(l.leaves), -1)
		l.leaves = append(l.leaves, leafColumn{at, after, f.value.as, f.value.required})
	default:
		l.piece(-1, len(l.nodes))
		l.nodes = append(l.nodes, nodeColumn{at: at, value: f.value})
	}
	return ok
}

// piece ends a text by the value that comes after it.
func (l *layout) piece(leaf, node int) {
	l.pieces = append(l.pieces, piece{string(l.text), leaf, node})
	l.text = l.text[:0]
}

// entry takes a row, unless it is beyond the list.
func (r *run) entry(e *entries, row rows.Row, most int) error {
	if e.n == most {
		return nil
	}
	if e.n == 0 {
		e.leaves, e.ids = make([]span, 0, most*len(e.tabular.leaves)), make([]int64, 0, most*len(e.nodes))
	}
	e.n++
	for i := range e.tabular.leaves {
		l := &e.tabular.leaves[i]
		if row.Null(l.at) {
			if l.required {
				return errNull
			}
			e.leaves = append(e.leaves, span{})
			continue
		}
		from := len(r.text)
		r.text = encode(r.text, row, l.at, l.as)
		if l.after != "" {
			r.text = append(append(r.text[:len(r.text)-1], l.after...), '"')
		}
		e.leaves = append(e.leaves, span{uint32(from), uint32(len(r.text))}) //nolint:gosec // what is answered is bounded
	}
	for _, n := range e.nodes {
		e.ids = append(e.ids, row.Int(n.at)) // 0 for null
	}
	if e.beside != nil {
		return r.take(e.beside, row, nil, e.from)
	}
	return r.bounded()
}

// led reads the nodes that the rows of lists lead to, those of one column together. Of are those that stand beside the rows.
func (r *run) led(ctx context.Context, t *tabular, of *nodesOf, all []*entries) error {
	for _, e := range all {
		e.cells = make([]cell, len(e.ids))
	}
	for i, column := range t.nodes {
		if e := all[0]; i == 0 && e.beside != nil {
			if err := r.leading(ctx, of, e); err != nil {
				return err
			}
			continue
		}
		var ids []int64
		places := map[int64]int{}
		for _, e := range all {
			for at := i; at < len(e.ids); at += len(t.nodes) {
				if id := e.ids[at]; id != 0 && places[id] == 0 {
					ids = append(ids, id)
					places[id] = len(ids)
				}
			}
		}
		found, err := r.stored(ctx, column.value.nodes, ids)
		if err != nil {
			return err
		}
		for _, e := range all {
			for at := i; at < len(e.ids); at += len(t.nodes) {
				if place := places[e.ids[at]]; place > 0 {
					e.cells[at] = found[place-1]
				}
			}
		}
	}
	return nil
}

// leading takes the nodes that stand beside the rows of a list, and reads what belongs to them.
func (r *run) leading(ctx context.Context, of *nodesOf, e *entries) error {
	which := uint32(len(r.found)) //nolint:gosec // one for each place of the query
	r.found = append(r.found, found{of.node, e.beside})
	for row := range e.n {
		if e.beside.key(row, 0) != 0 {
			e.cells[row*len(e.nodes)] = cell{cellNode, span{which, uint32(row)}} //nolint:gosec // what is read is bounded
		}
	}
	return r.below(ctx, e.beside, nil)
}

// entries writes the rows of a list.
func (w *writer) entries(e *entries) {
	w.to = append(w.to, '[')
	for row := range e.n {
		w.comma(row == 0)
		leaves, cells := e.leaves[row*len(e.tabular.leaves):], e.cells[row*len(e.nodes):]
		for _, p := range e.pieces {
			w.raw(p.before)
			switch {
			case p.node >= 0:
				w.cell(e.nodes[p.node].value, cells[p.node])
			case p.leaf < 0:
			case leaves[p.leaf].null():
				w.raw("null")
			default:
				w.span(leaves[p.leaf])
			}
		}
	}
	w.to = append(w.to, ']')
}
