package ingest_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

// Pages wrapped as the text of a web archive give the graph that they give as files, and what stands
// among them in the archive is passed over.
func TestRun_archive(t *testing.T) {
	var docs []record.Document
	for i, d := range pagesOf(t, "format/testdata/cases/*/page.txt") {
		d.URL = fmt.Sprintf("https://democracy.ambleford.gov.uk/mgPage.aspx?ID=%d", i)
		docs = append(docs, d)
	}
	p, dump := pipeline(t)
	if report, err := p.Run(t.Context(), []string{folder(t, docs)}); err != nil || report.Loaded != len(docs) {
		t.Fatalf("%d of %d pages went in as files: %v", report.Loaded, len(docs), err)
	}
	want := dump()

	p, dump = pipeline(t)
	report, err := p.Run(t.Context(), []string{archive(t, docs)})
	if err != nil || report.Loaded != len(docs) || report.Skipped != len(docs) || len(report.Problems) > 0 {
		t.Fatalf("as an archive %d of %d pages went in, %d were passed over: %v %v", report.Loaded, len(docs), report.Skipped, err, report.Problems)
	}
	if d := cmp.Diff(want, dump()); d != "" {
		t.Errorf("another graph:\n%.6000s", d)
	}
}

// archive is a packed WET file of the documents, each followed by a page that is no council's business.
func archive(t *testing.T, docs []record.Document) string {
	t.Helper()
	var all bytes.Buffer
	add := func(url, fetched string, content []byte) {
		z := gzip.NewWriter(&all)
		_, err := fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, fetched, len(content), content)
		if err == nil {
			err = z.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, d := range docs {
		add(d.URL, d.FetchedAt, d.Bytes)
		add(fmt.Sprintf("https://www.ambleford.gov.uk/bins/%d", i), d.FetchedAt, fmt.Appendf(nil, "When your bins are emptied in street %d\nEvery second Tuesday.\n", i))
	}
	path := filepath.Join(t.TempDir(), "pages.warc.wet.gz")
	if err := os.WriteFile(path, all.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
