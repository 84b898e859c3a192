package cmis

import (
	"strings"

	"councilgraph/ingest/format/htmltext"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// contentOf is the block that holds the system's own modules, else the whole page.
func contentOf(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if htmltext.Attr(n, "id") == "dnn_ContentPane" {
			return n
		}
		for _, c := range strings.Fields(htmltext.Attr(n, "class")) {
			if strings.HasPrefix(c, "ModCMIS") || strings.HasPrefix(c, "CMIS_ModuleWrapper") {
				return n
			}
		}
	}
	return root
}

// linesOf are the rendering's lines with the links in them.
func (r *reader) linesOf(text *htmltext.Text, content *html.Node) []line {
	var links []link
	for n := range content.Descendants() {
		if n.DataAtom != atom.A {
			continue
		}
		if at := text.Range(n); at.From < at.To && htmltext.Attr(n, "href") != "" {
			links = append(links, link{Range: at, href: r.resolve(htmltext.Attr(n, "href"))})
		}
	}
	out := make([]line, len(text.Lines))
	next := 0
	for i, l := range text.Lines {
		out[i] = line{text: l.Text, start: l.Start, cell: l.Start > 0 && text.String[l.Start-1] == ' '}
		for next < len(links) && links[next].From < l.End() {
			if links[next].From >= l.Start {
				out[i].links = append(out[i].links, links[next])
			}
			next++
		}
	}
	return out
}

func (r *reader) resolve(href string) string {
	href = strings.TrimSpace(href)
	if r.base == nil {
		return href
	}
	u, err := r.base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}
