package cmis_test

import (
	"path/filepath"
	"testing"

	"councilgraph/ingest/format/cmis"
	"councilgraph/ingest/record"
)

// FuzzParse: nothing makes the parsers panic, and every place that they give lies in the text.
func FuzzParse(f *testing.F) {
	pages, err := filepath.Glob("testdata/*/page.*")
	if err != nil || len(pages) == 0 {
		f.Fatalf("no pages: %v", err)
	}
	for _, p := range pages {
		doc := document(f, p)
		f.Add(string(doc.Bytes), doc.URL)
	}
	f.Fuzz(func(t *testing.T, text, url string) {
		doc := record.Document{URL: url}
		if page, err := cmis.ParseMarkup(text, doc); err == nil {
			spans(t, page)
		}
		if page, ok := cmis.ParseText(text, doc); ok {
			spans(t, page)
		}
	})
}
