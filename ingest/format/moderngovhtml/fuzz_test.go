package moderngovhtml_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"councilgraph/ingest/explain"
	"councilgraph/ingest/format/moderngovhtml"
	"councilgraph/ingest/record"
)

// FuzzParse: nothing makes the parser panic, and every place that it gives lies in the text.
func FuzzParse(f *testing.F) {
	pages, err := filepath.Glob("testdata/*/page.html")
	if err != nil || len(pages) == 0 {
		f.Fatalf("no pages: %v", err)
	}
	for _, p := range pages {
		if _, err := os.Stat(p); err != nil {
			f.Fatal(err)
		}
		doc := document(f, p)
		f.Add(string(doc.Bytes), doc.URL)
	}
	f.Add(`<div id="modgov"><h1>Agenda</h1><table id=mgItemTable><tr><td class=mgItemNumberCell>1.<td><p class=mgAiTitleTxt><a id="AI1">x<ol start=-5 type=i><li value=999>`, "x?MId=%zz")
	f.Add(`<div class="mgWordPara"><table><tr><td><p>a<p>b</td>For</td>`, "https://d.example/mgAi.aspx?ID=1")
	f.Fuzz(func(t *testing.T, markup, url string) {
		page, err := moderngovhtml.Parse(strings.ToValidUTF8(markup, " "), record.Document{URL: url})
		if err != nil {
			return
		}
		inside(t, page)
	})
}

// TestDeep: markup nested as deep as a page of 200 KB allows is read or refused, and nothing overflows.
func TestDeep(t *testing.T) {
	const head = `<div id="modgov"><h1>Agenda and minutes</h1><table class="mgItemTable"><tr><td class="mgItemNumberCell">1.</td><td><p class="mgAiTitleTxt">Roads</p></td></tr>`
	for _, unit := range []string{"<div>", "<table><tr><td>", "<ol><li>", "<b>", `<a href="mgAi.aspx?ID=4">`} {
		page, err := moderngovhtml.Parse(head+strings.Repeat(unit, 200_000/len(unit))+"the last words", record.Document{})
		if err == nil && len(page.Meetings) == 0 {
			t.Errorf("%s: neither a meeting nor an error", unit)
		}
	}
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
