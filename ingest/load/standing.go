package load

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/ent/council"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// Standing is the version of a page that speaks, as the store keeps it; false where it has none. A page that is fetched
// with its hash brings nothing new.
func (l *Loader) Standing(ctx context.Context, code, url string) (StoredDocument, bool, error) {
	s, err := l.client.Source.Query().
		Where(entsource.URL(record.CanonicalURL(url)), entsource.HasCouncilWith(council.RegisterCode(code)), entsource.Superseded(false)).First(ctx)
	if ent.IsNotFound(err) {
		return StoredDocument{}, false, nil
	}
	if err != nil {
		return StoredDocument{}, false, fmt.Errorf("find the page's version: %w", err)
	}
	doc, err := stored(ctx, l.client.Content, s, code)
	return doc, err == nil, err
}

// Recovered marks the failures of a page as resolved: it can be had again, and is as it was.
func (l *Loader) Recovered(ctx context.Context, council, url string) error {
	_, err := l.transaction(ctx, func(w *writer) error {
		b, err := w.batch(ctx, council)
		if err != nil {
			return err
		}
		b.taking(record.Document{URL: url})
		if err := b.mended(ctx); err != nil {
			return err
		}
		if err := b.store.recount(ctx); err != nil {
			return err
		}
		return b.writeChanges(ctx)
	})
	return err
}
