package load

import (
	"context"
	"fmt"
	"slices"

	entsql "entgo.io/ent/dialect/sql"
)

// delete removes nodes that no source states any longer, what leads to others first, and brings what
// follows from nodes in step. Where all that was said of a node is said of another one now, the node is
// merged into that: its id and its addresses lead there for ever.
func (w *writer) delete(ctx context.Context, gone []subject, into map[subject]string) error {
	ids, err := w.leaving(ctx, gone, into)
	if err != nil {
		return err
	}
	return w.derive(ctx, ids, func() error { return w.remove(ctx, ids) })
}

// leaving notes the nodes that are about to be deleted for the feed, and gives their ids.
func (w *writer) leaving(ctx context.Context, gone []subject, into map[subject]string) (touched, error) {
	out := touched{}
	for i := len(w.loader.kinds) - 1; i >= 0; i-- {
		k := w.loader.kinds[i]
		var keys, survivors []string
		for _, s := range gone {
			if s.kind == k.name {
				keys = append(keys, s.key)
				if to := into[s]; to != "" {
					survivors = append(survivors, to)
				}
			}
		}
		stored, err := w.store.keyed(ctx, k, keys)
		if err != nil {
			return nil, err
		}
		surviving, err := w.store.keyed(ctx, k, survivors)
		if err != nil {
			return nil, err
		}
		for _, key := range sorted(stored) {
			id := stored[key]["id"].(int64)
			out[k.name] = append(out[k.name], id)
			survivor, merged := surviving[into[subject{k.name, key}]]
			if k.name == "Committee" {
				var to *int
				if merged {
					to = new(int)
					*to = int(survivor["id"].(int64))
				}
				if err := w.leaveFailures(ctx, id, to); err != nil {
					return nil, err
				}
			}
			if !merged {
				w.changes.note("DELETED", k.name, id, stored[key]["uri"])
				w.count(k.name, Count{Deleted: 1})
				continue
			}
			w.changes.merged(k.name, id, stored[key]["uri"], survivor["id"].(int64), survivor["uri"])
			w.count(k.name, Count{Merged: 1})
			if err := w.redirect(ctx, id, survivor["id"].(int64)); err != nil {
				return nil, err
			}
		}
		slices.Sort(out[k.name])
	}
	return out, nil
}

// redirect makes the id and the addresses of a node lead to another one.
func (w *writer) redirect(ctx context.Context, from, to int64) error {
	addresses, args := w.store.sql().Update("addresses").Set("node_id", to).Where(entsql.EQ("node_id", from)).Query()
	if _, err := w.store.tx.ExecContext(ctx, addresses, args...); err != nil {
		return fmt.Errorf("redirect addresses: %w", err)
	}
	earlier, args := w.store.sql().Update("redirects").Set("to_id", to).Where(entsql.EQ("to_id", from)).Query()
	if _, err := w.store.tx.ExecContext(ctx, earlier, args...); err != nil {
		return fmt.Errorf("redirect ids: %w", err)
	}
	return w.store.add(ctx, "redirects", []string{"from_id", "to_id"}, []any{from, to})
}

func (w *writer) remove(ctx context.Context, gone touched) error {
	for i := len(w.loader.kinds) - 1; i >= 0; i-- {
		k := w.loader.kinds[i]
		ids := anys(gone[k.name])
		if len(ids) == 0 {
			continue
		}
		if k.addressed {
			if err := w.store.remove(ctx, "addresses", "node_id", ids); err != nil {
				return err
			}
		}
		if err := w.store.remove(ctx, k.table, "id", ids); err != nil {
			return err
		}
	}
	return nil
}
