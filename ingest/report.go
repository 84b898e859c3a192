package ingest

import (
	"errors"
	"fmt"
	"strings"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// Report is what a run did.
type Report struct {
	Documents int          `json:"documents"` // seen
	Loaded    int          `json:"loaded"`
	Skipped   int          `json:"skipped"`   // of a web archive: no pages of a council's meetings
	Unsettled int          `json:"unsettled"` // readings left open because two rules contradict each other
	Nodes     load.Outcome `json:"nodes"`
	Problems  []Problem    `json:"problems"`
}

// loaded counts a page that went in.
func (r *Report) loaded(page *record.Page) {
	r.Loaded++
	r.Unsettled += page.Unsettled()
}

// add adds what came of documents that are counted already.
func (r *Report) add(part *Report) {
	r.Loaded += part.Loaded
	r.Skipped += part.Skipped
	r.Unsettled += part.Unsettled
	r.Nodes.Add(part.Nodes)
	r.Problems = append(r.Problems, part.Problems...)
}

// Problem is a document that could not be taken, and why.
type Problem struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

func problem(doc record.Document, err error) Problem {
	var f *fetch.Error
	if errors.As(err, &f) {
		reason := f.Err.Error()
		if f.Line > 0 {
			reason = fmt.Sprintf("%s (line %d of %s)", reason, f.Line, f.Manifest)
		}
		return Problem{File: f.File, Reason: reason}
	}
	return Problem{File: doc.Name, Reason: strings.TrimPrefix(err.Error(), doc.Name+": ")}
}
