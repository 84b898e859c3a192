package load

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/ent/council"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// Standing is the hash of the bytes of the version of a page that speaks, as they were received; "" where the store has
// none. A page that is fetched with this hash brings nothing new.
func (l *Loader) Standing(ctx context.Context, code, url string) (string, error) {
	s, err := l.client.Source.Query().
		Where(entsource.URL(record.CanonicalURL(url)), entsource.HasCouncilWith(council.RegisterCode(code)), entsource.Superseded(false)).First(ctx)
	if ent.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("find the page's version: %w", err)
	}
	return s.Sha256, nil
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
