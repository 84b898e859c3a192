package ingest

import (
	"context"
	"errors"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
)

// gathering holds documents of many councils until there are enough of one to be loaded together.
type gathering struct {
	pipeline Pipeline
	report   *Report
	of       map[string]*batch // by the council's register code
	order    []string          // councils as they came up, so that a run does the same each time
	bytes    int
}

// take takes in a document that has been read, or reports why it could not be.
func (g *gathering) take(ctx context.Context, a arrival) error {
	if a.err == nil && a.doc.MediaType == record.FileType {
		if err := g.finish(ctx); err != nil { // documents come before their files
			return err
		}
		a.err = g.pipeline.takeFile(ctx, g.report, a.doc)
		if a.err == nil {
			return nil
		}
	}
	switch {
	case a.held:
		g.report.Loaded++
	case a.err != nil && a.doc.Archived && errors.Is(a.err, format.ErrNotCouncilPage):
		g.report.Skipped++
	case a.err != nil:
		return g.problem(ctx, a.doc, a.err)
	default:
		return g.add(ctx, a)
	}
	return nil
}

// add gathers a document, and loads what is full: its council's, or, where all together are too many, that of
// which most is there.
func (g *gathering) add(ctx context.Context, a arrival) error {
	b := g.batch(a.read.Council)
	before := b.bytes
	if err := b.add(ctx, a.read); err != nil {
		return err
	}
	g.bytes += b.bytes - before
	if g.bytes < heldBytes {
		return nil
	}
	most := b
	for _, code := range g.order {
		if g.of[code].bytes > most.bytes {
			most = g.of[code]
		}
	}
	return g.flush(ctx, most)
}

func (g *gathering) batch(code string) *batch {
	b := g.of[code]
	if b == nil {
		b = &batch{loader: g.pipeline.Loader, report: g.report, failed: g.pipeline.failed, large: true}
		g.of[code] = b
		g.order = append(g.order, code)
	}
	return b
}

func (g *gathering) flush(ctx context.Context, b *batch) error {
	g.bytes -= b.bytes
	return b.flush(ctx)
}

// problem reports a document that cannot be taken in. Earlier documents of the same page go in before, of whatever
// council they are: see batch.problem.
func (g *gathering) problem(ctx context.Context, doc record.Document, err error) error {
	for _, code := range g.order {
		if b := g.of[code]; b.mends(doc) {
			if err := g.flush(ctx, b); err != nil {
				return err
			}
		}
	}
	none := batch{loader: g.pipeline.Loader, report: g.report, failed: g.pipeline.failed}
	return none.problem(ctx, doc, err)
}

// finish loads what is left.
func (g *gathering) finish(ctx context.Context) error {
	for _, code := range g.order {
		if err := g.flush(ctx, g.of[code]); err != nil {
			return err
		}
		g.pipeline.progress(g.report)
	}
	return nil
}
