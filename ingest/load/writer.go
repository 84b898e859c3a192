package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"councilgraph/ent"
)

// writer writes one document.
type writer struct {
	loader  *Loader
	store   *store
	at      string
	outcome Outcome
	changes [][]any
}

// subject names a node by its kind and key.
type subject struct{ kind, key string }

// replace makes the source say just these statements in place of its own earlier ones and of the older
// versions of its page, and settles every node that this touches.
func (w *writer) replace(ctx context.Context, src *source, text string, said []statement) error {
	old, err := w.evidenceOf(ctx, src.id)
	if err != nil {
		return err
	}
	fresh, err := newEvidence(src, text, said)
	if err != nil {
		return err
	}
	touched, before := map[subject]bool{}, map[subject]bool{}
	for _, e := range old {
		touched[e.subject], before[e.subject] = true, true
	}
	for _, e := range fresh {
		touched[e.subject] = true
	}
	silent := []int{src.id}
	for _, v := range src.older {
		withdrawn, err := w.withdraw(ctx, v)
		if err != nil {
			return err
		}
		for _, e := range withdrawn {
			touched[e.subject], before[e.subject] = true, true
		}
		silent = append(silent, v.ID)
	}
	settled, err := w.settle(ctx, silent, touched, before, fresh)
	if err != nil {
		return err
	}
	if err := w.writeEvidence(ctx, src, old, fresh, settled.ids); err != nil {
		return err
	}
	if err := w.delete(ctx, settled.gone); err != nil {
		return err
	}
	return w.writeChanges(ctx)
}

// withdraw takes back what an older version of a page said, and gives it.
func (w *writer) withdraw(ctx context.Context, v *ent.Source) ([]evidenceRow, error) {
	said, err := w.evidenceOf(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	if err := w.store.remove(ctx, "evidences", "source_id", []any{v.ID}); err != nil {
		return nil, err
	}
	if err := v.Update().SetSuperseded(true).Exec(ctx); err != nil {
		return nil, fmt.Errorf("withdraw %s: %w", v.URI, err)
	}
	w.count("Source", Count{Updated: 1})
	w.change("UPDATED", "Source", int64(v.ID), v.URI)
	if len(said) > 0 {
		w.count("Evidence", Count{Deleted: len(said)})
	}
	return said, nil
}

// writeSource inserts or updates the document's own row.
func (w *writer) writeSource(ctx context.Context, old *ent.Source, r row) (int, error) {
	k := w.loader.source
	if old == nil {
		columns, values := k.values(r)
		ids, err := w.store.insert(ctx, k.table, "key", columns, [][]any{values})
		if err != nil {
			return 0, err
		}
		id := ids[r["key"].(string)]
		w.count("Source", Count{Inserted: 1})
		w.change("CREATED", "Source", id, r["uri"])
		return int(id), w.address(ctx, map[string]int64{r["uri"].(string): id})
	}
	stored, err := w.store.keyed(ctx, k, []string{old.Key})
	if err != nil {
		return 0, err
	}
	diff := k.diff(stored[old.Key], r)
	if len(diff) == 0 {
		w.count("Source", Count{Unchanged: 1})
		return old.ID, nil
	}
	w.count("Source", Count{Updated: 1})
	w.change("UPDATED", "Source", int64(old.ID), old.URI)
	return old.ID, w.store.update(ctx, k.table, int64(old.ID), diff)
}

func (w *writer) count(kind string, c Count) { w.outcome.Add(Outcome{kind: c}) }

// change notes a step for the feed.
func (w *writer) change(action, kind string, id int64, uri any) {
	w.changes = append(w.changes, []any{action, kind, id, uri, w.at})
}

func (w *writer) writeChanges(ctx context.Context) error {
	rows := w.changes
	w.changes = nil
	_, err := w.store.insert(ctx, "changes", "action", []string{"action", "node_type", "node_id", "node_uri", "at"}, rows)
	return err
}

// address makes lasting addresses lead to nodes.
func (w *writer) address(ctx context.Context, ids map[string]int64) error {
	rows := make([][]any, 0, len(ids))
	for _, uri := range sorted(ids) {
		rows = append(rows, []any{uri, ids[uri]})
	}
	_, err := w.store.insert(ctx, "addresses", "uri", []string{"uri", "node_id"}, rows)
	return err
}

// short is a few digits that tell one address from another.
func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:3])
}
