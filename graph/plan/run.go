package plan

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/ent"
)

// run is one query that is being answered.
type run struct {
	c    *Compiler
	op   *graphql.OperationContext
	text []byte // all values that were read, as they stand in the answer
	// What cells say where it is.
	cells   []cell
	found   []found
	entries []*entries
	// What was read for the places of the plan.
	lists map[*list]*page
	refs  map[*ref]*table
	calls map[*call]map[int64]cell
}

// bounded says whether more was read than can be answered: not all of it has to stand in the answer.
func (r *run) bounded() error {
	if len(r.text) > r.c.MaxAnswer+(r.c.MaxAnswer>>1) {
		return ErrTooLarge
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

// called calls a resolver for the nodes with the ids.
func (r *run) called(ctx context.Context, asked *call, ids []int64) (map[int64]cell, error) {
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
