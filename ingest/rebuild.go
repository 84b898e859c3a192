package ingest

import (
	"context"
	"fmt"

	"councilgraph/ingest/format"
	"councilgraph/ingest/load"
	"councilgraph/ingest/redact"
)

// Rebuild reads every stored page again with today's rules. A page that today's rules refuse is
// reported and keeps what it said before.
func (p Pipeline) Rebuild(ctx context.Context) (Report, error) {
	report := Report{Nodes: load.Outcome{}, Problems: []Problem{}}
	for doc, err := range p.Loader.Stored(ctx) {
		if ctx.Err() != nil {
			return report, fmt.Errorf("stopped after %d pages: %w", report.Documents, ctx.Err())
		}
		report.Documents++
		if err == nil {
			err = p.again(ctx, doc, &report)
		}
		if err != nil {
			report.Problems = append(report.Problems, problem(doc.Document, err))
		} else {
			report.Loaded++
		}
		if p.Progress != nil {
			p.Progress(report)
		}
	}
	return report, nil
}

func (p Pipeline) again(ctx context.Context, stored load.StoredDocument, report *Report) error {
	doc, removed := redact.Redact(stored.Document)
	page, err := format.Parse(doc)
	if err != nil {
		return err
	}
	out, err := p.Loader.Load(ctx, doc, stored.Redacted || removed > 0, &page)
	if err != nil {
		return err
	}
	report.add(out, &page)
	return nil
}
