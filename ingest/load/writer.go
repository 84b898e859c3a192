package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
)

// writer writes one transaction, or a council's part of it.
type writer struct {
	loader          *Loader
	store           *store
	at              string
	outcome         Outcome
	changes         changes
	taken           map[string]bool     // addresses, hashes and files of the documents of this transaction
	councilID       any                 // whose nodes change; nil for none
	known           map[subject]row     // values of nodes that do not come from statements
	near            touched             // nodes that others stood under before, or of which sources say something else
	before          map[int64]row       // nodes that were changed, as they were
	resolutionKinds map[string][]string // that statements of this transaction tell, by the key of the item
}

// subject names a node by its kind and key.
type subject struct{ kind, key string }

// writeSource inserts or updates the document's own row.
func (w *writer) writeSource(ctx context.Context, old *ent.Source, r row) (int, error) {
	k := w.loader.source
	if old == nil {
		key, ids := r["key"].(string), map[subject]int64{}
		err := w.insertRows(ctx, k, []string{key}, map[string]row{key: r}, ids)
		return int(ids[subject{k.name, key}]), err
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
	w.changes.note("UPDATED", "Source", int64(old.ID), old.URI)
	if uri, moved := diff["uri"].(string); moved {
		if err := w.address(ctx, map[string]int64{uri: int64(old.ID)}); err != nil {
			return 0, err
		}
	}
	return old.ID, w.store.update(ctx, k.table, int64(old.ID), diff)
}

func (w *writer) count(kind string, c Count) { w.outcome.Add(Outcome{kind: c}) }

// address makes lasting addresses lead to nodes. One that led to another node leads to this from now on.
func (w *writer) address(ctx context.Context, ids map[string]int64) error {
	if len(ids) == 0 {
		return nil
	}
	if w.store.dialect == dialect.Postgres {
		return w.addressAll(ctx, ids)
	}
	for chunk := range slices.Chunk(sorted(ids), bound/2) {
		insert := w.store.sql().Insert("addresses").Columns("uri", "node_id")
		for _, uri := range chunk {
			insert.Values(uri, ids[uri])
		}
		query, args := insert.OnConflict(entsql.ConflictColumns("uri"), entsql.ResolveWithNewValues()).Query()
		if _, err := w.store.tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("keep addresses: %w", err)
		}
	}
	return nil
}

// addressAll is address in one statement of one text, which PostgreSQL takes lists for.
func (w *writer) addressAll(ctx context.Context, ids map[string]int64) error {
	uris := sorted(ids)
	nodes := make([]int64, len(uris))
	for i, uri := range uris {
		nodes[i] = ids[uri]
	}
	_, err := w.store.tx.ExecContext(ctx, `INSERT INTO "addresses" ("uri", "node_id") SELECT * FROM unnest($1::text[], $2::bigint[])
		ON CONFLICT ("uri") DO UPDATE SET "node_id" = excluded."node_id"`, uris, nodes)
	if err != nil {
		return fmt.Errorf("keep addresses: %w", err)
	}
	return nil
}

// short is a few digits that tell one address from another.
func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:3])
}
