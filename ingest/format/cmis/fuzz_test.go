package cmis_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"councilgraph/ingest/explain"
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
		text = strings.ToValidUTF8(text, " ") // a format is handed decoded text
		doc := record.Document{URL: url}
		if page, err := cmis.ParseMarkup(text, doc); err == nil {
			inside(t, page)
		}
		if page, ok := cmis.ParseText(text, doc); ok {
			inside(t, page)
		}
	})
}

// inside checks that every place of a page lies in its text.
func inside(t *testing.T, page record.Page) {
	t.Helper()
	n := utf8.RuneCountInString(page.Text)
	for _, f := range explain.Facts(&page) {
		if f.Start < 0 || f.End < f.Start || f.End > n {
			t.Fatalf("%s at %d to %d is outside the text of %d code points", f.Kind, f.Start, f.End, n)
		}
	}
}
