// Package load turns records into rows of the graph: one transaction for each document, every node
// found again by its key, and nothing changed where nothing is new.
//
// A document's facts are stored as statements (the evidence rows), and the nodes are computed from all
// statements about them. So a page read twice changes nothing, the order in which pages are read does
// not matter, and a page that no longer says something takes back just that.
package load

import (
	"context"
	"errors"
	"fmt"
	"time"

	"councilgraph/ent"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// Loader writes documents into one store.
type Loader struct {
	client  *ent.Client
	dialect string
	version int
	now     func() time.Time
	kinds   []*kind           // in the order of writing
	source  *kind             // a source's own row
	tables  map[string]string // by kind

	derivations []derivation
}

// New makes a loader. The dialect is the store's, the version that of the reading rules, now the clock
// that dates the change feed.
func New(client *ent.Client, dialect string, version int, now func() time.Time) (*Loader, error) {
	if err := checkDialect(dialect); err != nil {
		return nil, err
	}
	all, src, err := kinds()
	if err != nil {
		return nil, err
	}
	tables := map[string]string{"Council": "councils"}
	for _, k := range all {
		tables[k.name] = k.table
	}
	return &Loader{
		client: client, dialect: dialect, version: version, now: now, kinds: all, source: src, tables: tables,
		derivations: derivations(),
	}, nil
}

// ErrUnknownCouncil says that a document's council is not in the register.
var ErrUnknownCouncil = errors.New("no such council in the register; pass its GSS or register code")

// Load writes what one document says, all of it or nothing. The document's bytes are those after
// redaction; redacted says whether anything was removed. Its Council is a register code.
func (l *Loader) Load(ctx context.Context, doc record.Document, redacted bool, page *record.Page) (Outcome, error) {
	tx, err := l.client.Tx(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	out, err := l.load(ctx, &store{tx, l.dialect}, doc, redacted, page)
	if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	return out, nil
}

func (l *Loader) load(ctx context.Context, s *store, doc record.Document, redacted bool, page *record.Page) (Outcome, error) {
	c, err := findCouncil(ctx, s.tx, doc.Council)
	if err != nil {
		return nil, err
	}
	if err := s.alone(ctx, c.ID); err != nil {
		return nil, err
	}
	w := &writer{loader: l, store: s, at: l.now().UTC().Format(time.RFC3339), outcome: Outcome{}}
	src, err := w.source(ctx, c, doc, redacted, page)
	if err != nil {
		return nil, err
	}
	var said []statement
	if !src.superseded {
		people := link.FromPage(page)
		ids, err := identify(ctx, s.tx, c.Slug, people, page)
		if err != nil {
			return nil, err
		}
		said = state(c.Slug, c.RegisterCode, doc.SHA256, page, people, ids)
	}
	if err := w.replace(ctx, src, page.Text, said); err != nil {
		return nil, err
	}
	return w.outcome, nil
}
