package plan

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/ent"
	"councilgraph/internal/rows"
)

// run is one query that is being answered.
type run struct {
	c    *Compiler
	op   *graphql.OperationContext
	text []byte // all values that were read, as they stand in the answer
	// What was read for the places of the plan.
	lists map[*list]*page
	refs  map[*ref]*table
	calls map[*call]map[int64]cell
}

// read runs a statement and takes its rows.
func (r *run) read(ctx context.Context, s statement, each func(rows.Row) error) error {
	for i, a := range s.args {
		switch a.(type) {
		case nil, int, int64, float64, bool, string, []int64, []string:
		default: // an enum, which is a text
			if v := reflect.ValueOf(a); v.Kind() == reflect.String {
				s.args[i] = v.String()
			}
		}
	}
	return r.c.Reader.Read(ctx, s.text, s.args, each)
}

// byID reads the rows of a level with the ids, and all that belongs to them.
func (r *run) byID(ctx context.Context, l *level, ids []int64) (*table, error) {
	t := &table{level: l}
	for some := range slices.Chunk(ids, idsAtOnce) {
		err := r.read(ctx, l.byID(r.c.Reader.Dialect(), some), func(row rows.Row) error { return r.take(t, row, nil, false) })
		if err != nil {
			return nil, err
		}
	}
	return t, r.below(ctx, t)
}

// idsAtOnce is how many ids one statement looks up.
const idsAtOnce = 10_000

// below reads what belongs to the rows of a table.
func (r *run) below(ctx context.Context, t *table) error {
	if t.n == 0 {
		return nil
	}
	for _, l := range t.level.lists {
		p, err := r.list(ctx, l, t.distinct(l.key))
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		r.lists[l] = p
	}
	for _, one := range t.level.refs {
		found, err := r.byID(ctx, one.level, t.distinct(one.key))
		if err != nil {
			return err
		}
		r.refs[one] = found.indexed()
	}
	for _, asked := range t.level.calls {
		found, err := r.ask(ctx, asked, t.distinct(asked.key))
		if err != nil {
			return fmt.Errorf("%s.%s: %w", asked.kind.Name, asked.field.name, err)
		}
		r.calls[asked] = found
	}
	return nil
}

// distinct are the values of a column of keys, each once, without null.
func (t *table) distinct(column int) []int64 {
	out := make([]int64, 0, t.n)
	if t.n == 1 {
		if id := t.key(0, column); id != 0 && t.beyond == nil {
			out = append(out, id)
		}
		return out
	}
	seen := make(map[int64]struct{}, t.n)
	for row := range t.n {
		id := t.key(row, column)
		if _, known := seen[id]; id == 0 || known || t.beyond != nil && t.beyond[row] {
			continue
		}
		seen[id] = struct{}{}
		out = append(out, id)
	}
	return out
}

// ask calls a resolver for the nodes with the ids.
func (r *run) ask(ctx context.Context, asked *call, ids []int64) (map[int64]cell, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	wanted := make([]int, len(ids))
	for i, id := range ids {
		wanted[i] = int(id)
	}
	found, err := r.c.Store.Nodes(ctx, wanted)
	if err != nil {
		return nil, err
	}
	objects := make([]any, len(found))
	for i, n := range found {
		if n == nil {
			return nil, fmt.Errorf("%s %d has gone", asked.kind.Name, ids[i])
		}
		objects[i] = n
	}
	cells, err := r.field(ctx, asked.field, objects)
	if err != nil {
		return nil, err
	}
	out := make(map[int64]cell, len(ids))
	for i, id := range ids {
		out[id] = cells[i]
	}
	return out, nil
}

// kindOf is the kind of a node that a resolver gave.
func (r *run) kindOf(node any) (*ent.Kind, int64, error) {
	for _, kind := range r.c.kinds {
		if id, ok := kind.ID(node); ok {
			return kind, int64(id), nil
		}
	}
	return nil, 0, fmt.Errorf("a value of type %T: %w", node, ErrNotCompiled)
}
