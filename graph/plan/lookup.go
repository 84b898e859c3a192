package plan

import (
	"context"
	"errors"

	"councilgraph/ent"
	"councilgraph/internal/relay"
)

// errNull says that a value is missing where the schema promises one.
var errNull = errors.New("null where the schema has none")

// lookup is a field of the root that gives the nodes with the ids in its arguments.
type lookup struct{ many bool }

// lookup looks nodes up by their ids. Ok is false where one of them leads nowhere: it may have been merged, which
// the resolver knows.
func (r *run) lookup(ctx context.Context, f *goField, args map[string]any) ([]cell, bool, error) {
	var ids []int64
	if f.lookup.many {
		given, _ := args["ids"].([]int)
		if err := relay.Within("ids", len(given), relay.MaxNodes); err != nil {
			return nil, false, err
		}
		for _, id := range given {
			ids = append(ids, int64(id))
		}
	} else {
		id, _ := args["id"].(int)
		ids = []int64{int64(id)}
	}
	nodes := f.value.nodes
	if f.lookup.many {
		nodes = f.value.list.nodes
	}
	cells, err := r.stored(ctx, nodes, ids)
	if err != nil {
		return nil, false, err
	}
	for _, c := range cells {
		if c.what == cellNull {
			return nil, false, nil
		}
	}
	if f.lookup.many {
		cells = []cell{r.listOf(cells)}
	}
	return cells, true, nil
}

// stored reads the nodes with the ids, and gives null in the place of those that are not there.
func (r *run) stored(ctx context.Context, n *nodes, ids []int64) ([]cell, error) {
	out := make([]cell, len(ids))
	byKind := map[*ent.Kind][]int64{}
	for _, id := range ids {
		if kind := r.c.kindByID(id); kind != nil {
			byKind[kind] = append(byKind[kind], id)
		}
	}
	for kind, some := range byKind {
		of, err := n.of(r.op, kind)
		if err != nil {
			return nil, err
		}
		table, err := r.byID(ctx, of.level, unique(some))
		if err != nil {
			return nil, err
		}
		which := uint32(len(r.found)) //nolint:gosec // one for each place of the query
		r.found = append(r.found, found{of.node, table})
		rows := table.indexed().rows
		for i, id := range ids {
			if row, ok := rows[id]; ok {
				out[i] = cell{cellNode, span{which, uint32(row)}} //nolint:gosec // what is read is bounded
			}
		}
	}
	return out, nil
}

func unique(ids []int64) []int64 {
	seen := make(map[int64]bool, len(ids))
	out := ids[:0:0]
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// kindByID is the kind of the node with the id, which its upper half tells; nil where it tells none.
func (c *Compiler) kindByID(id int64) *ent.Kind { return c.ranges[id>>32] }
