package format_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"councilgraph/ingest/explain"
	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
)

// FuzzParse: nothing makes the parser panic, and every place it gives lies in the text.
func FuzzParse(f *testing.F) {
	pages, _ := filepath.Glob("testdata/*/page.txt")
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b), "https://democracy.example/ieListDocuments.aspx?CId=1&MId=2")
	}
	f.Add("Agenda item\n\n1.\n\n|RESOLVED|\n(a)\n\n", "")
	f.Fuzz(func(t *testing.T, text, url string) {
		page, err := format.Parse(record.Document{URL: url, Bytes: []byte(text)})
		if err != nil {
			return
		}
		inside(t, page)
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
