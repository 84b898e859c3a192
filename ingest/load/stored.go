package load

import (
	"context"
	"fmt"
	"iter"

	"councilgraph/ent"
	"councilgraph/ent/content"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// Stored yields every document that the store keeps, with its bytes after redaction, in the order in
// which they came. With a document comes whether something was removed from it.
func (l *Loader) Stored(ctx context.Context) iter.Seq2[StoredDocument, error] {
	return func(yield func(StoredDocument, error) bool) {
		for last := 0; ; {
			rows, err := l.client.Source.Query().Where(entsource.IDGT(last)).Order(ent.Asc(entsource.FieldID)).WithCouncil().Limit(100).All(ctx)
			if err != nil {
				yield(StoredDocument{}, fmt.Errorf("read sources: %w", err))
				return
			}
			if len(rows) == 0 {
				return
			}
			for _, s := range rows {
				last = s.ID
				doc, err := stored(ctx, l.client.Content, s, s.Edges.Council.RegisterCode)
				if !yield(doc, err) {
					return
				}
			}
		}
	}
}

// StoredDocument is a document as the store keeps it.
type StoredDocument struct {
	record.Document
	Redacted bool
}

func stored(ctx context.Context, contents *ent.ContentClient, s *ent.Source, council string) (StoredDocument, error) {
	doc := StoredDocument{record.Document{
		Name: s.URI, URL: value(s.URL), Council: council, MediaType: s.MediaType, FetchedAt: value(s.FetchedAt), SHA256: s.Sha256,
	}, s.Redacted}
	c, err := contents.Query().Where(content.Sha256(s.Sha256)).Only(ctx)
	if err != nil {
		return doc, fmt.Errorf("read the content of %s: %w", s.URI, err)
	}
	if doc.Bytes, err = unpack(c.Bytes); err != nil {
		return doc, fmt.Errorf("unpack the content of %s: %w", s.URI, err)
	}
	return doc, nil
}
