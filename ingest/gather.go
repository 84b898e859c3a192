package ingest

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"councilgraph/ingest/format"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// gathering holds documents of many councils until there are enough of one to be loaded together, and loads as many
// councils at a time as the store can be written by.
type gathering struct {
	pipeline Pipeline
	report   *Report
	of       map[string]*batch // by the council's register code
	order    []string          // councils as they came up
	bytes    int               // of what waits and of what is being loaded

	writers int
	loading map[string]bool // councils of which documents are being loaded
	ended   chan loaded
	err     error // what stops the run
}

// loaded is a batch whose loading has come to its end.
type loaded struct {
	councils []string
	bytes    int
	report   *Report
	err      error
}

func (p Pipeline) gathering(report *Report) *gathering {
	n := p.Loader.Writers()
	return &gathering{pipeline: p, report: report, of: map[string]*batch{}, writers: n, loading: map[string]bool{}, ended: make(chan loaded, n)}
}

// take takes in a document that has been read, or reports why it could not be.
func (g *gathering) take(ctx context.Context, a arrival) error {
	if err := g.look(); err != nil {
		return err
	}
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

// add gathers a document, and loads what is full: its council's, or, where all together are too many, those of
// which most is there.
func (g *gathering) add(ctx context.Context, a arrival) error {
	b := g.batch(a.read.Council)
	g.bytes += b.put(a.read)
	if b.full() {
		if err := g.flush(ctx, a.read.Council); err != nil {
			return err
		}
	}
	for g.bytes >= heldBytes {
		if len(g.loading) == 0 {
			for _, code := range g.most() {
				if err := g.flush(ctx, code); err != nil {
					return err
				}
			}
		}
		if err := g.until(func() bool { return len(g.loading) == 0 || g.bytes < heldBytes }); err != nil {
			return err
		}
	}
	return nil
}

// most are the councils of which most waits, as many as are loaded at a time.
func (g *gathering) most() []string {
	codes := slices.Clone(g.order)
	slices.SortStableFunc(codes, func(x, y string) int { return cmp.Compare(g.of[y].bytes, g.of[x].bytes) })
	return codes[:min(len(codes), g.writers)]
}

// bulkBatch is a batch of a bulk run. Where it is loaded it is given a report.
func (p Pipeline) bulkBatch() *batch { return &batch{loader: p.Loader, failed: p.failed, large: true} }

func (g *gathering) batch(code string) *batch {
	b := g.of[code]
	if b == nil {
		b = g.pipeline.bulkBatch()
		g.of[code] = b
		g.order = append(g.order, code)
	}
	return b
}

// flush begins to load what waits of councils, together, when what came before of them is loaded.
func (g *gathering) flush(ctx context.Context, codes ...string) error {
	waits := func(code string) bool { return len(g.of[code].docs) > 0 }
	if !slices.ContainsFunc(codes, waits) {
		return nil
	}
	loading := func(code string) bool { return g.loading[code] }
	if err := g.until(func() bool { return !slices.ContainsFunc(codes, loading) && len(g.loading) < g.writers }); err != nil {
		return err
	}
	b := g.pipeline.bulkBatch()
	b.report = &Report{Documents: g.report.Documents, Nodes: load.Outcome{}}
	for _, code := range codes {
		waiting := g.of[code]
		b.docs, b.bytes = append(b.docs, waiting.docs...), b.bytes+waiting.bytes
		waiting.docs, waiting.bytes = nil, 0
		g.loading[code] = true
	}
	go func() {
		bytes := b.bytes
		err := b.flush(ctx)
		g.ended <- loaded{codes, bytes, b.report, err}
	}()
	if g.writers == 1 {
		return g.finished()
	}
	return nil
}

// together are the councils of which something waits, as they are loaded together: each by itself where the store can be written by several
// at a time, and otherwise as many as are no more than one batch.
func (g *gathering) together() (out [][]string) {
	documents, bytes := 0, 0
	for _, code := range g.order {
		b := g.of[code]
		if len(b.docs) == 0 {
			continue
		}
		documents, bytes = documents+len(b.docs), bytes+b.bytes
		if len(out) == 0 || g.writers > 1 || documents > bulkDocuments || bytes > bulkBytes {
			out = append(out, nil)
			documents, bytes = len(b.docs), b.bytes
		}
		out[len(out)-1] = append(out[len(out)-1], code)
	}
	return out
}

// until waits for batches to be loaded until that is so.
func (g *gathering) until(fits func() bool) error {
	for !fits() {
		g.end(<-g.ended)
	}
	return g.err
}

// finished waits for all that is being loaded.
func (g *gathering) finished() error { return g.until(func() bool { return len(g.loading) == 0 }) }

// look takes note of what has been loaded meanwhile.
func (g *gathering) look() error {
	for {
		select {
		case l := <-g.ended:
			g.end(l)
		default:
			return g.err
		}
	}
}

func (g *gathering) end(l loaded) {
	for _, code := range l.councils {
		delete(g.loading, code)
	}
	g.bytes -= l.bytes
	g.report.add(l.report)
	if g.err == nil {
		g.err = l.err
	}
}

// problem reports a document that cannot be taken in. Earlier documents of the same page go in before, of whatever
// council they are: see batch.problem.
func (g *gathering) problem(ctx context.Context, doc record.Document, err error) error {
	for _, code := range g.order {
		if g.of[code].mends(doc) {
			if err := g.flush(ctx, code); err != nil {
				return err
			}
		}
	}
	if err := g.finished(); err != nil {
		return err
	}
	none := batch{loader: g.pipeline.Loader, report: g.report, failed: g.pipeline.failed}
	return none.problem(ctx, doc, err)
}

// finish loads what is left.
func (g *gathering) finish(ctx context.Context) error {
	for _, codes := range g.together() {
		if err := g.flush(ctx, codes...); err != nil {
			return err
		}
		g.pipeline.progress(g.report)
	}
	if err := g.finished(); err != nil {
		return err
	}
	g.pipeline.progress(g.report)
	return nil
}
