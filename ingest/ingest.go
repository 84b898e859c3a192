// Package ingest is the pipeline that brings councils' pages into the graph: fetch, redact, read, link, load.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/format"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/ingest/redact"
)

// ReaderVersion is the version of the reading rules. It rises when they change, so that what was read
// by older rules can be told.
const ReaderVersion = 2

// Councils settles whose page a document is.
type Councils interface {
	// Code is the register code of the council with this GSS or register code.
	Code(code string) (string, error)
	// Host is the register code of the council that publishes under the address's host.
	Host(url string) (string, error)
}

// Pipeline is what a run needs.
type Pipeline struct {
	Councils Councils
	Loader   *load.Loader
	Fetch    fetch.Options
	// Council is the code of the council of documents that do not say whose they are, "" for none.
	Council string
	// Words are what must not be kept of pages, by the register code of their council.
	Words map[string]redact.Words
	// Files reads the files of documents, nil where these are not taken in.
	Files FileReader
	// Progress is called as documents are read and loaded, if it is set.
	Progress func(Report)
}

// Run takes in all documents under the paths. A document that cannot be taken is reported and the
// others go on; the error is for what stops the run.
func (p Pipeline) Run(ctx context.Context, paths []string) (Report, error) {
	report := Report{Nodes: load.Outcome{}, Problems: []Problem{}}
	b := batch{loader: p.Loader, report: &report, failed: p.failed}
	if p.Fetch.Wanted == nil {
		p.Fetch.Wanted = p.wanted
	}
	for doc, err := range fetch.Walk(ctx, paths, p.Fetch) {
		if ctx.Err() != nil {
			return report, fmt.Errorf("stopped after %d documents: %w", report.Documents, ctx.Err())
		}
		report.Documents++
		if err == nil && doc.MediaType == record.FileType {
			if err = b.flush(ctx); err != nil {
				return report, err
			}
			if err = p.takeFile(ctx, &report, doc); err == nil {
				p.progress(&report)
				continue
			}
		}
		var read load.Reading
		if err == nil {
			read, err = p.read(doc)
		}
		if err := p.next(ctx, &b, read, doc, err); err != nil {
			return report, err
		}
	}
	return report, p.finish(ctx, &b)
}

func (p Pipeline) read(doc record.Document) (load.Reading, error) {
	var err error
	if n := len(record.CanonicalURL(doc.URL)); n > record.MaxURL {
		return load.Reading{}, fmt.Errorf("its address has %d bytes, and at most %d are kept: leave out of it what the page does not need", n, record.MaxURL)
	}
	if doc.Council, err = p.council(doc); err != nil {
		return load.Reading{}, err
	}
	return Reader(p.Words)(doc)
}

// failed keeps in the store that a document could not be taken in. Folders are left out: they are a matter
// of the machine.
func (p Pipeline) failed(ctx context.Context, doc record.Document, problem Problem) error {
	doc.Council, _ = p.council(doc) // "" where nothing says whose it is
	reason := problem.Reason
	if folder, _ := filepath.Split(doc.Name); folder != "" {
		reason = strings.ReplaceAll(reason, folder, "")
	}
	return p.Loader.Failed(ctx, doc, folders.ReplaceAllString(reason, "$1"))
}

// folders are absolute paths up to the last name.
var folders = regexp.MustCompile(`(^|[\s("])/(?:[^/\s"]+/)+`)

// next takes in a document that has been read, or reports why it could not be.
func (p Pipeline) next(ctx context.Context, b *batch, read load.Reading, doc record.Document, problematic error) error {
	if doc.Archived && errors.Is(problematic, format.ErrNotCouncilPage) {
		b.report.Skipped++
	} else if problematic != nil {
		if err := b.problem(ctx, doc, problematic); err != nil {
			return err
		}
	} else if err := b.add(ctx, read); err != nil {
		return err
	}
	p.progress(b.report)
	return nil
}

// finish takes in what is left.
func (p Pipeline) finish(ctx context.Context, b *batch) error {
	if err := b.flush(ctx); err != nil {
		return err
	}
	p.progress(b.report)
	return nil
}

func (p Pipeline) progress(report *Report) {
	if p.Progress != nil {
		p.Progress(*report)
	}
}

// Read takes what is private out of a document and reads what is left.
func Read(doc record.Document) (load.Reading, error) { return Reader(nil)(doc) }

// Reader is Read that takes out these words as well, by the register code of the document's council.
func Reader(words map[string]redact.Words) load.Reader {
	return func(doc record.Document) (load.Reading, error) {
		doc, removed := redact.Redact(doc)
		doc, more := words[doc.Council].Remove(doc)
		page, err := format.Parse(doc)
		return load.Reading{Document: doc, Redacted: doc.Redacted || removed+more > 0, Page: &page}, err
	}
}

// wanted says whether a page of a web archive is of an address under which a council publishes.
func (p Pipeline) wanted(url string) bool {
	_, err := p.council(record.Document{URL: url})
	return err == nil
}

// council is the register code of the council whose page the document is.
func (p Pipeline) council(doc record.Document) (string, error) {
	switch {
	case doc.Council != "":
		return p.Councils.Code(doc.Council)
	case doc.URL != "":
		code, err := p.Councils.Host(doc.URL)
		if err != nil && p.Council != "" {
			return p.Councils.Code(p.Council)
		}
		return code, err
	case p.Council != "":
		return p.Councils.Code(p.Council)
	}
	return "", errors.New("nothing says whose page this is; name the council in the manifest or pass --council CODE")
}
