package htmltext_test

import (
	"strings"
	"testing"

	"councilgraph/ingest/format/htmltext"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func parse(t *testing.T, s string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestRender: what a reader of the page sees, paragraph by paragraph.
func TestRender(t *testing.T) {
	for name, c := range map[string]struct{ html, want string }{
		"paragraphs":                           {"<p>The  Parks\n Committee&nbsp;&nbsp;met.</p><p>&nbsp;</p><div>It rose.</div>", "The Parks Committee met.\n\nIt rose."},
		"line break":                           {"<p>RESOLVED<br>that the report be noted.</p>", "RESOLVED\nthat the report be noted."},
		"bullets":                              {"<ul><li>Mould</li><li> <p>Damp</p></li></ul>", "• Mould\n\n• Damp"},
		"numbers":                              {`<ol start="3"><li>Mould</li><li>Damp</li></ol>`, "3. Mould\n4. Damp"},
		"letters":                              {`<ol type="a"><li>Mould</li><li value="28">Damp</li></ol>`, "a. Mould\nab. Damp"},
		"roman":                                {`<ol type="I" start="9"><li>Mould</li></ol>`, "IX. Mould"},
		"row":                                  {"<table><tr><td>Ash</td><td> </td><td>For</td></tr><tr><td>Oak</td><td>Against</td></tr></table>", "Ash | For\nOak | Against"},
		"row of cells with one paragraph each": {"<table><tr><td><p>For</p></td><td><p>7</p></td></tr></table>", "For | 7"},
		"row of paragraphs":                    {"<table><tr><td><p>1.</p></td><td><p>Roads</p><div>They wear.</div></td></tr></table>", "1.\n\nRoads\n\nThey wear."},
		"ordinal":                              {"<p>the 31 <sup>st</sup> of May</p>", "the 31st of May"},
		"twice encoded":                        {"<p>Roads &amp;amp; Paths&amp;nbsp;of &#163;5</p>", "Roads & Paths of £5"},
		"silent":                               {"<p>Mould<script>x()</script><img alt=pdf><span class=gone>, hidden</span></p><style>p{}</style>", "Mould"},
		"spans join":                           {"<p><span>Coun</span><span>cil</span> <b>met</b></p>", "Council met"},
		"soft hyphen":                          {"<p>Coun&shy;cil</p>", "Council"},
	} {
		t.Run(name, func(t *testing.T) {
			skip := func(n *html.Node) bool { return htmltext.HasClass(n, "gone") }
			got := htmltext.Render(parse(t, c.html), skip)
			if d := cmp.Diff(c.want, got.String); d != "" {
				t.Errorf("want -, got +:\n%s", d)
			}
			whole(t, got)
		})
	}
}

// whole checks that lines are stretches of the text in order.
func whole(t *testing.T, text *htmltext.Text) {
	t.Helper()
	last := 0
	for _, l := range text.Lines {
		if l.Start < last || text.String[l.Start:l.End()] != l.Text || strings.TrimSpace(l.Text) == "" || strings.Contains(l.Text, "\n") {
			t.Errorf("line %+v", l)
		}
		last = l.End()
	}
}

// TestRange: every element's place holds what the element prints, without the gap before it.
func TestRange(t *testing.T) {
	root := parse(t, `<p>See <a href="x"> the report </a>of May</p><ul><li><a>Mould</a> <span class="s">PDF 9 KB</span></li></ul><table><tr><td>Ash</td><td><a>For</a></td></tr></table><ol><li><i class="n">Rust</i></li></ol><p></p>`)
	text := htmltext.Render(root, nil)
	want := map[string][]string{"a": {"the report", "Mould", "For"}, "li": {"Mould PDF 9 KB", "1. Rust"}, "i": {"Rust"}, "td": {"Ash", "For"}, "span": {"PDF 9 KB"}, "p": {"See the report of May", ""}}
	got := map[string][]string{}
	for n := range root.Descendants() {
		if _, ok := want[n.Data]; ok && n.Type == html.ElementNode {
			got[n.Data] = append(got[n.Data], text.Of(n))
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
	if lines := text.Between(strings.Index(text.String, "Ash"), len(text.String)); len(lines) != 3 || lines[1].Text != "For" {
		t.Errorf("the row's lines are %+v", lines)
	}
}

// TestParagraphs: what stands on lines of its own only for its looks is one paragraph.
func TestParagraphs(t *testing.T) {
	const markup = "<p>The report was<br>noted.<br>Councillor Ash left.</p><table><tr><td>For</td><td>7</td></tr><tr><td>Ash</td><td>Against</td></tr></table><p>7</p>"
	var got []string
	for _, p := range htmltext.Render(parse(t, markup), nil).Paragraphs() {
		got = append(got, p.Text)
	}
	want := []string{"The report was\nnoted.", "Councillor Ash left.", "For | 7", "Ash", "Against", "7"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
}
