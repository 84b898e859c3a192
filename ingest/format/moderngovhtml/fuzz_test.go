package moderngovhtml_test

import (
	"os"
	"path/filepath"
	"testing"

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
		page, err := moderngovhtml.Parse(markup, record.Document{URL: url})
		if err != nil {
			return
		}
		spans(t, page)
	})
}
