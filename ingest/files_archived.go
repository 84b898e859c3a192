package ingest

import (
	"context"
	"encoding/json"
	"fmt"

	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// ArchivedFile is what came of a document's file in the form that a web archive holds, which Run and Bulk take in again.
func ArchivedFile(f load.File) (record.Document, error) {
	content, err := json.Marshal(f)
	if err != nil {
		return record.Document{}, fmt.Errorf("archive the file %s: %w", f.URL, err)
	}
	return record.Document{URL: f.URL, MediaType: record.FileType, FetchedAt: f.AskedAt, Bytes: content}, nil
}

// takeFile takes in what an archive says of a document's file, unless something later is known of it. What is private by
// today's rules is taken out.
func (p Pipeline) takeFile(ctx context.Context, report *Report, doc record.Document) error {
	code, err := p.council(doc)
	if err != nil {
		return err
	}
	var f load.File
	if err := json.Unmarshal(doc.Bytes, &f); err != nil {
		return fmt.Errorf("it is no file of a document as this program archives it: %w", err)
	}
	f.URL = doc.URL
	pages, removed := p.private(code, f.URL, f.Pages)
	f.Pages, f.Redacted = pages, f.Redacted || removed
	out, err := p.Loader.RestoreFile(ctx, code, f)
	if err != nil {
		return err
	}
	report.Nodes.Add(out)
	report.Loaded++
	return nil
}
