package ingest

import (
	"context"
	"fmt"

	"councilgraph/ingest/load"
)

// Rebuild reads every stored page, of Council where one is named, again with today's rules. A page that today's rules refuse is
// reported and keeps what it said before. Of the files of documents the text is stored, out of which today's rules take what is private.
func (p Pipeline) Rebuild(ctx context.Context) (Report, error) {
	report := Report{Nodes: load.Outcome{}, Problems: []Problem{}}
	b := batch{loader: p.Loader, report: &report}
	for doc, err := range p.Loader.Stored(ctx) {
		if ctx.Err() != nil {
			return report, fmt.Errorf("stopped after %d pages: %w", report.Documents, ctx.Err())
		}
		if err == nil && p.Council != "" && doc.Council != p.Council {
			continue
		}
		report.Documents++
		var read load.Reading
		if err == nil {
			read, err = Reader(p.Words)(doc.Document)
			read.Redacted = read.Redacted || doc.Redacted
		}
		if err := p.next(ctx, &b, read, doc.Document, err); err != nil {
			return report, err
		}
	}
	if err := p.finish(ctx, &b); err != nil {
		return report, err
	}
	return report, p.derive(ctx)
}

// derive makes what is kept beside the nodes, of Council where one is named, what follows from them: a store
// can be older than what is kept today.
func (p Pipeline) derive(ctx context.Context) error {
	codes, err := p.Loader.Named(ctx)
	if err != nil {
		return err
	}
	for _, code := range codes {
		if p.Council != "" && code != p.Council {
			continue
		}
		if err := p.rereadFiles(ctx, code); err != nil {
			return err
		}
		if err := p.Loader.Derive(ctx, code); err != nil {
			return err
		}
	}
	return nil
}
