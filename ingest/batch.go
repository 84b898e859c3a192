package ingest

import (
	"context"
	"fmt"
	"slices"

	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// How much is loaded together at most. What the pages of a council say depends on its other pages, and a
// batch works that out once.
const (
	batchDocuments = 200
	batchBytes     = 8 << 20 // of text
)

// batch gathers documents and loads them together: those of one council that stand one behind the other, or in a bulk run of several.
type batch struct {
	loader *load.Loader
	report *Report
	failed func(context.Context, record.Document, Problem) error // keeps what cannot be loaded; nil for nothing
	docs   []load.Reading
	bytes  int
	large  bool // of a bulk run

	settled func(record.Document, error) // is told what became of each document; nil for nobody
}

// add takes a document in, and loads what is full.
func (b *batch) add(ctx context.Context, doc load.Reading) error {
	if len(b.docs) > 0 && b.docs[0].Council != doc.Council {
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	b.put(doc)
	if b.full() {
		return b.flush(ctx)
	}
	return nil
}

// put puts a document to those that wait, and says of how many bytes it is.
func (b *batch) put(doc load.Reading) int {
	n := len(doc.Page.Text)
	b.docs = append(b.docs, doc)
	b.bytes += n
	return n
}

func (b *batch) full() bool {
	if b.large {
		return len(b.docs) >= bulkDocuments || b.bytes >= bulkBytes
	}
	return len(b.docs) >= batchDocuments || b.bytes >= batchBytes
}

// flush loads what has gathered. Where documents cannot be loaded together they are loaded apart, in the end one by one, so
// that one which cannot be loaded takes no other with it. The error is for what stops the run.
func (b *batch) flush(ctx context.Context) error {
	docs := b.docs
	b.docs, b.bytes = nil, 0
	if len(docs) == 0 {
		return nil
	}
	out, err := b.loader.Load(ctx, docs...)
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("stopped after %d documents: %w", b.report.Documents, ctx.Err())
	case err == nil:
		b.report.Nodes.Add(out)
		for _, doc := range docs {
			b.report.loaded(doc.Page)
			b.tell(doc.Document, nil)
		}
	case len(docs) == 1:
		return b.problem(ctx, docs[0].Document, err)
	default:
		for _, some := range apart(docs) {
			b.docs = some
			if err := b.flush(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// apart are documents that cannot be loaded together, as they are tried next: each council's, or, of one council, each.
func apart(docs []load.Reading) [][]load.Reading {
	if councils := load.Councils(docs); len(councils) > 1 {
		return councils
	}
	return slices.Collect(slices.Chunk(docs, 1))
}

// problem reports a document that cannot be taken in, and keeps that. Earlier documents of the same page go in
// before: of two, the later one says whether a failure is over.
func (b *batch) problem(ctx context.Context, doc record.Document, err error) error {
	if b.mends(doc) {
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	p := problem(doc, err)
	b.report.Problems = append(b.report.Problems, p)
	if b.failed != nil {
		if err := b.failed(ctx, doc, p); err != nil {
			return err
		}
	}
	b.tell(doc, err)
	return nil
}

// mends says whether the failure of a document could be taken for resolved by one that waits.
func (b *batch) mends(doc record.Document) bool {
	for _, d := range b.docs {
		if d.SHA256 == doc.SHA256 || d.Name == doc.Name || d.URL != "" && record.CanonicalURL(d.URL) == record.CanonicalURL(doc.URL) {
			return true
		}
	}
	return false
}

func (b *batch) tell(doc record.Document, problem error) {
	if b.settled != nil {
		b.settled(doc, problem)
	}
}
