package load

import (
	"context"
	"fmt"

	"councilgraph/ent"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// Withdraw notes that a council's site was found at this time (RFC 3339) not to have a page any longer: no version of it
// speaks that was fetched before, and what it alone said is taken back. Its bytes stay. A version that is fetched
// later speaks again.
func (l *Loader) Withdraw(ctx context.Context, council, url, at string) (Outcome, error) {
	at, err := moment(at)
	if err != nil {
		return nil, err
	}
	return l.transaction(ctx, func(w *writer) error {
		b, err := w.batch(ctx, council)
		if err != nil {
			return err
		}
		all, err := b.store.tx.Source.Query().
			Where(entsource.URL(record.CanonicalURL(url)), entsource.CouncilID(b.council.ID), entsource.WithdrawnAtIsNil()).Order(ent.Asc(entsource.FieldID)).All(ctx)
		if err != nil {
			return fmt.Errorf("find the versions of the page: %w", err)
		}
		for _, v := range all {
			if value(v.FetchedAt) > at {
				continue
			}
			if err := v.Update().SetSuperseded(true).SetWithdrawnAt(at).Exec(ctx); err != nil {
				return fmt.Errorf("withdraw %s: %w", v.URI, err)
			}
			b.count("Source", Count{Updated: 1})
			b.changes.note("UPDATED", "Source", int64(v.ID), v.URI)
			if !v.Superseded {
				b.work(sourceOf(v), false).silent = true
			}
		}
		return b.load(ctx)
	})
}

// withdrawnAt is when a page was last found to be gone, "" where it never was.
func (b *batch) withdrawnAt(ctx context.Context, url string) (string, error) {
	if url == "" {
		return "", nil
	}
	last, err := b.store.tx.Source.Query().Where(entsource.URL(url), entsource.CouncilID(b.council.ID), entsource.WithdrawnAtNotNil()).
		Order(ent.Desc(entsource.FieldWithdrawnAt)).First(ctx)
	if ent.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("find other versions of the page: %w", err)
	}
	return value(last.WithdrawnAt), nil
}
