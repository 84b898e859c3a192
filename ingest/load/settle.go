package load

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/evidence"
)

// settled is what became of the touched nodes.
type settled struct {
	ids  map[subject]int64
	gone []subject // no source states them any longer
}

// settle computes the touched nodes from all statements about them, and writes those that changed.
func (w *writer) settle(ctx context.Context, said *restated) (*settled, error) {
	keys := map[string][]string{}
	for s := range said.touched {
		keys[s.kind] = append(keys[s.kind], s.key)
	}
	out := &settled{ids: map[subject]int64{}}
	for _, k := range w.loader.kinds {
		if len(keys[k.name]) == 0 {
			continue
		}
		slices.Sort(keys[k.name])
		if k.name == "AgendaItem" {
			w.expectOutcomes(said.fresh["Resolution"])
		}
		if err := w.settleKind(ctx, k, keys[k.name], said, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (w *writer) settleKind(ctx context.Context, k *kind, keys []string, said *restated, out *settled) error {
	stored, err := w.earlier(ctx, k, keys)
	if err != nil {
		return err
	}
	fresh := said.fresh[k.name]
	if keys, err = w.nothingNew(ctx, k, keys, said.disturbed, fresh, stored, out.ids); err != nil {
		return err
	}
	statements, err := w.others(ctx, k.name, keys)
	if err != nil {
		return err
	}
	for _, e := range fresh {
		statements[e.key] = append(statements[e.key], ranked{e.rank, e.says, e.values})
	}
	rows := map[string]row{}
	for _, key := range keys {
		all := statements[key]
		if len(all) == 0 {
			out.gone = append(out.gone, subject{k.name, key})
			continue
		}
		slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.text, b.text)) })
		r := merge(all)
		for name, v := range w.known[subject{k.name, key}] {
			r[name] = v
		}
		if err := k.complete(key, r); err != nil {
			return err
		}
		rows[key] = r
	}
	if err := w.resolve(ctx, k, rows, stored, out.ids); err != nil {
		return err
	}
	return w.write(ctx, k, rows, stored, out.ids)
}

// earlier are the nodes of a council with these keys that the store held before this transaction.
func (w *writer) earlier(ctx context.Context, k *kind, keys []string) (map[string]row, error) {
	if w.store.first {
		return map[string]row{}, nil
	}
	return w.store.keyed(ctx, k, keys)
}

// others are the statements about these nodes that the store holds.
func (w *writer) others(ctx context.Context, kind string, keys []string) (map[string][]ranked, error) {
	out := make(map[string][]ranked, len(keys))
	if w.store.first {
		return out, nil
	}
	for chunk := range slices.Chunk(keys, bound) {
		// Hundreds of pages say the same of a committee: what they say counts once, at its best rank.
		var found []struct {
			SubjectKey string `json:"subject_key"`
			Says       string `json:"says"`
			Rank       string `json:"rank"`
		}
		err := w.store.tx.Evidence.Query().
			Where(evidence.SubjectType(kind), evidence.SubjectKeyIn(chunk...)).
			GroupBy(evidence.FieldSubjectKey, evidence.FieldSays).Aggregate(ent.As(ent.Min(evidence.FieldRank), "rank")).
			Scan(ctx, &found)
		if err != nil {
			return nil, fmt.Errorf("read statements: %w", err)
		}
		for _, e := range found {
			says, err := decode(e.Says)
			if err != nil {
				return nil, err
			}
			out[e.SubjectKey] = append(out[e.SubjectKey], ranked{e.Rank, e.Says, says})
		}
	}
	return out, nil
}

// resolve turns the keys in relation columns into ids. A relation to a node of the same kind is settled
// by write, once all of them have ids.
func (w *writer) resolve(ctx context.Context, k *kind, rows, stored map[string]row, ids map[subject]int64) error {
	for _, c := range k.columns {
		if c.refers == "" || c.refers == k.name {
			continue
		}
		leads := map[string]int64{}
		var missing []string
		for _, r := range rows {
			key, ok := r[c.name].(string)
			if _, known := leads[key]; !ok || known {
				continue
			}
			id, known := ids[subject{c.refers, key}]
			if leads[key] = id; !known {
				missing = append(missing, key)
			}
		}
		slices.Sort(missing)
		found, err := w.store.ids(ctx, w.loader.tables[c.refers], missing)
		if err != nil {
			return err
		}
		for key, id := range found {
			ids[subject{c.refers, key}], leads[key] = id, id
		}
		for key, r := range rows {
			to, ok := r[c.name].(string)
			if !ok {
				continue
			}
			id := leads[to]
			if id == 0 {
				return fmt.Errorf("%s %s: its %s %q is not in the store", k.name, key, c.name, to)
			}
			r[c.name] = id
		}
	}
	return nil
}

// write inserts the rows that are new and updates those that differ.
func (w *writer) write(ctx context.Context, k *kind, rows, stored map[string]row, ids map[subject]int64) error {
	var fresh []string
	for _, key := range sorted(rows) {
		if old, ok := stored[key]; ok {
			ids[subject{k.name, key}] = old["id"].(int64)
		} else {
			fresh = append(fresh, key)
		}
	}
	if err := w.insertRows(ctx, k, fresh, rows, ids); err != nil {
		return err
	}
	inserted := map[string]bool{}
	for _, key := range fresh {
		inserted[key] = true
	}
	reflexive := slices.ContainsFunc(k.columns, func(c column) bool { return c.refers == k.name })
	for _, key := range sorted(rows) {
		if inserted[key] && !reflexive { // written as it is
			continue
		}
		r := rows[key]
		id := ids[subject{k.name, key}]
		for _, c := range k.columns {
			if to, ok := r[c.name].(string); ok && c.refers == k.name {
				r[c.name] = ids[subject{k.name, to}]
			}
		}
		old := stored[key]
		var diff row
		if inserted[key] {
			diff = k.self(r)
		} else {
			diff = k.diff(old, r)
		}
		switch renamed := w.changes.has(id) && !inserted[key]; {
		case len(diff) > 0 || renamed:
			if !inserted[key] {
				w.replaced(k, id, old)
			}
			if err := w.store.update(ctx, k.table, id, diff); err != nil {
				return err
			}
			if !inserted[key] {
				w.left(k, old, diff)
				w.store.keep(k.name, id, old)
				w.count(k.name, Count{Updated: 1})
				w.changes.note("UPDATED", k.name, id, r["uri"])
			}
		case !inserted[key]:
			w.count(k.name, Count{Unchanged: 1})
		}
	}
	return nil
}

func (w *writer) insertRows(ctx context.Context, k *kind, keys []string, rows map[string]row, ids map[subject]int64) error {
	if len(keys) == 0 {
		return nil
	}
	outcome := k.name == "AgendaItem"
	columns := k.names()
	if outcome {
		columns = append(columns, "outcome")
	}
	values := make([]any, 0, len(keys)*len(columns))
	for _, key := range keys {
		values = k.appendValues(append(values, nil), rows[key])
		if outcome {
			values = append(values, w.expectedOutcome(key, rows[key]))
		}
	}
	got, err := w.store.insert(ctx, k.table, columns, values)
	if err != nil {
		return err
	}
	addresses := map[string]int64{}
	for i, key := range keys {
		ids[subject{k.name, key}] = got[i]
		w.changes.note("CREATED", k.name, got[i], rows[key]["uri"])
		if k.addressed {
			addresses[rows[key]["uri"].(string)] = got[i]
		}
	}
	w.count(k.name, Count{Inserted: len(keys)})
	return w.address(ctx, addresses)
}

// names are the names of the columns, the id's first.
func (k *kind) names() []string {
	out := []string{"id"}
	for _, c := range k.columns {
		out = append(out, c.name)
	}
	return out
}

// appendValues appends what stands in a row's columns, in the order of the kind. Relations to its own kind are left open: those
// to which they lead may have no ids yet.
func (k *kind) appendValues(to []any, r row) []any {
	for _, c := range k.columns {
		var v any
		if c.refers != k.name {
			v = r[c.name]
		}
		to = append(to, v)
	}
	return to
}

// diff is what must change in the old row to make it the new one.
func (k *kind) diff(old, r row) row {
	d := row{}
	for _, c := range k.columns {
		if !reflect.DeepEqual(old[c.name], r[c.name]) {
			d[c.name] = r[c.name]
		}
	}
	return d
}

// self is what the row has of relations to its own kind.
func (k *kind) self(r row) row {
	out := row{}
	for _, c := range k.columns {
		if v := r[c.name]; c.refers == k.name && v != nil {
			out[c.name] = v
		}
	}
	return out
}
