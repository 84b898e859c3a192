package ingest

import (
	"context"

	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// Intake takes documents in as they come, for whoever fetches them.
type Intake struct {
	pipeline Pipeline
	batch    batch
	report   *Report
}

// Intake begins to take documents in. settled is called once for each of them, when the store holds it or has
// noted why it could not be taken in.
func (p Pipeline) Intake(settled func(doc record.Document, problem error)) *Intake {
	report := &Report{Nodes: load.Outcome{}, Problems: []Problem{}}
	return &Intake{pipeline: p, report: report, batch: batch{loader: p.Loader, report: report, failed: p.failed, settled: settled}}
}

// Read takes what is private out of a document and reads what is left. It touches no store.
func (i *Intake) Read(doc record.Document) (load.Reading, error) { return i.pipeline.read(doc) }

// Take takes in a document that has been read. Some gather before they are loaded: see Flush.
func (i *Intake) Take(ctx context.Context, doc load.Reading) error {
	i.report.Documents++
	return i.batch.add(ctx, doc)
}

// Refuse keeps that a document could not be had or read, and why. Its address must be known.
func (i *Intake) Refuse(ctx context.Context, doc record.Document, why error) error {
	i.report.Documents++
	return i.batch.problem(ctx, doc, why)
}

// Flush loads what has gathered. The error is for what stops the run.
func (i *Intake) Flush(ctx context.Context) error { return i.batch.flush(ctx) }

// Count counts in what else was done to nodes.
func (i *Intake) Count(out load.Outcome) { i.report.Nodes.Add(out) }

// Report is what was done so far.
func (i *Intake) Report() Report { return *i.report }
