package load

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"

	"councilgraph/ent/council"
	"councilgraph/ent/predicate"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// Writers is how many transactions can write the store at a time, each of another council: SQLite has one writer, and
// PostgreSQL is kept busy by two, of which one waits for the server while the other works out what it says.
func (l *Loader) Writers() int {
	if l.dialect == dialect.Postgres {
		return 2
	}
	return 1
}

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
