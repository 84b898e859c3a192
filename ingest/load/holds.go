package load

import (
	"context"
	"fmt"

	"councilgraph/ent/council"
	"councilgraph/ent/predicate"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// Empty says whether the store holds no page yet, and none that failed.
func (l *Loader) Empty(ctx context.Context) (bool, error) {
	pages, err := l.client.Source.Query().Exist(ctx)
	if err != nil || pages {
		return false, err
	}
	failed, err := l.client.Failure.Query().Exist(ctx)
	return !failed, err
}

// Holds says whether taking the document in would change nothing, because just these bytes of its page were taken
// in by today's rules. It asks the store alone; the document's Council is a register code.
func (l *Loader) Holds(ctx context.Context, doc record.Document) (bool, error) {
	where := []predicate.Source{
		entsource.Sha256(doc.SHA256), entsource.ReaderVersion(l.version), entsource.WithdrawnAtIsNil(),
		entsource.HasCouncilWith(council.RegisterCode(doc.Council)),
	}
	if doc.URL == "" {
		where = append(where, entsource.URLIsNil())
	} else {
		where = append(where, entsource.URL(record.CanonicalURL(doc.URL)))
	}
	fetched, err := moment(doc.FetchedAt)
	if err != nil {
		return false, nil //nolint:nilerr // Load says what is wrong with it
	}
	if fetched != "" {
		where = append(where, entsource.FetchedAtGTE(fetched))
	}
	held, err := l.client.Source.Query().Where(where...).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look for a page: %w", err)
	}
	return held, nil
}
