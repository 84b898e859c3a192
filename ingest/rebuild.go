package ingest

import (
	"context"
	"fmt"

	"councilgraph/ingest/load"
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
	read, err := Read(stored.Document)
	if err != nil {
		return err
	}
	read.Redacted = read.Redacted || stored.Redacted
	return p.load(ctx, read, report)
}
