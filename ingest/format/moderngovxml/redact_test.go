package moderngovxml_test

import (
	"os"
	"path/filepath"
	"testing"

	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"
	"councilgraph/ingest/redact"

	"github.com/google/go-cmp/cmp"
)

// TestRedacted: an answer reads the same before and after what is private is taken out of its bytes,
// because nothing that is read is private.
func TestRedacted(t *testing.T) {
	pages, err := filepath.Glob("testdata/*/page.xml")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	total := 0
	for _, path := range pages {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, removed := redact.Redact(record.Document{Name: path, MediaType: "text/xml", Bytes: b})
		total += removed
		got, _, err := moderngovxml.Parse(string(doc.Bytes), doc)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		want := parse(t, path)
		want.Page.URL = got.Page.URL
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: want -, got +:\n%s", path, d)
		}
	}
	if total == 0 {
		t.Error("no answer under testdata holds anything private")
	}
}
