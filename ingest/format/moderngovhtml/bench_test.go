package moderngovhtml_test

import (
	"fmt"
	"strings"
	"testing"

	"councilgraph/ingest/format/moderngovhtml"
	"councilgraph/ingest/record"
	"councilgraph/internal/growth"

	"golang.org/x/net/html"
)

// ofSize is the meeting page of testdata with its items repeated under new numbers until the page has
// about so many bytes.
func ofSize(tb testing.TB, size int) (string, record.Document) {
	tb.Helper()
	doc := document(tb, "testdata/meeting/page.html")
	page := string(doc.Bytes)
	from := strings.Index(page, `<tr><td class="mgItemNumberCell"`)
	to := strings.Index(page, "</table></div>\n<div class=\"mgFooter\"")
	if from < 0 || to < 0 {
		tb.Fatal("the page has no rows")
	}
	var b strings.Builder
	b.WriteString(page[:from])
	for n := 1; b.Len() < size; n++ {
		b.WriteString(strings.NewReplacer(">12.<", fmt.Sprintf(">%d.<", 3*n), ">13.<", fmt.Sprintf(">%d.<", 3*n+1), ">14.<", fmt.Sprintf(">%d.<", 3*n+2)).Replace(page[from:to]))
	}
	b.WriteString(page[to:])
	return b.String(), doc
}

func BenchmarkParse(b *testing.B) {
	for _, size := range []int{5_000, 50_000, 500_000, 5_000_000} {
		page, doc := ofSize(b, size)
		b.Run(fmt.Sprintf("%d KB", size/1000), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				if _, err := moderngovhtml.Parse(page, doc); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("%d KB, markup alone", size/1000), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				if _, err := html.Parse(strings.NewReader(page)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkGrowth reads ten times as much of anything.
func BenchmarkGrowth(b *testing.B) {
	const head = `<div id="modgov"><h1>Agenda and minutes</h1><table class="mgItemTable"><tr><td class="mgItemNumberCell">1.</td><td><p class="mgAiTitleTxt">Roads</p></td></tr>`
	for name, unit := range map[string]string{
		"rows":        `<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI7"></a>7.</p></td><td><p class="mgAiTitleTxt">Roads</p></td></tr>`,
		"empty rows":  "<tr><td></td></tr>",
		"wide row":    "<td><p>a</p></td>",
		"tables":      "<table><tr><td>",
		"divisions":   `<div class="mgWordPara">`,
		"links":       `<a href="mgAi.aspx?ID=4">x</a> `,
		"labels":      `<p><span class="mgLabel">Date of decision:</span> x</p>`,
		"list":        `<ol type="i"><li>x</li>`,
		"items":       "<li>x",
		"line breaks": "a<br>",
		"words":       "aaa ",
		"one word":    "aaaa",
		"bold":        "<b>",
		"entities":    "&amp;nbsp;",
	} {
		b.Run(name, func(b *testing.B) {
			growth.Report(b, 100, func(kb int) func() {
				page := head + strings.Repeat(unit, kb*1000/len(unit))
				return func() { _, _ = moderngovhtml.Parse(page, record.Document{}) }
			})
		})
	}
}
