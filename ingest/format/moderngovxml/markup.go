package moderngovxml

import (
	"strings"

	"golang.org/x/net/html"

	"councilgraph/ingest/format/htmltext"
)

// markup renders the HTML that an element holds. Some services have escaped it once more than they should.
func markup(s string) *htmltext.Text {
	if !strings.Contains(s, "<") && strings.Contains(s, "&lt;") {
		s = unescape(s)
	}
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		// Elements nested beyond all measure: the words alone are left.
		n = &html.Node{Type: html.TextNode, Data: aTag.ReplaceAllString(s, " ")}
	}
	return htmltext.Render(n, nil)
}
