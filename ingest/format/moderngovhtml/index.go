package moderngovhtml

import (
	"sort"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// link is an anchor of the page: where it stands in the text, where it leads and what its address says.
type link struct {
	htmltext.Range
	href string // resolved against the page's address where that is known
	to   printed.Address
	node *html.Node
}

// target is an element that addresses of the page can point at: #AI4711.
type target struct {
	at int
	id string // 4711
}

// index is what one look through the page's elements collects, in the order of the page.
type index struct {
	links   []link
	targets []target
	fields  []htmltext.Range // labels in bold before a fact: span.mgLabel
	tables  []*html.Node
	forms   []*html.Node
	errors  []*html.Node        // p.mgErrorTxt
	items   map[*html.Node]bool // tables of items
}

// look collects links, targets, labels and tables.
func (r *reader) look(content *html.Node) index {
	x := index{items: map[*html.Node]bool{}}
	for n := range content.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, name := range []string{htmltext.Attr(n, "id"), htmltext.Attr(n, "name")} {
			if id, ok := strings.CutPrefix(name, "AI"); ok && digits(id) {
				at := r.text.Range(n).From
				if k := len(x.targets); k > 0 {
					at = max(at, x.targets[k-1].at)
				}
				x.targets = append(x.targets, target{at: at, id: id})
				break
			}
		}
		switch n.DataAtom {
		case atom.A:
			at := r.text.Range(n)
			if href := htmltext.Attr(n, "href"); href != "" && at.From < at.To {
				href = r.resolve(href)
				x.links = append(x.links, link{Range: at, href: href, to: printed.ReadLink(href), node: n})
			}
		case atom.Table:
			x.tables = append(x.tables, n)
			if htmltext.HasClass(n, "mgItemTable") || htmltext.Attr(n, "id") == "mgItemTable" {
				x.items[n] = true
			}
		case atom.Form:
			x.forms = append(x.forms, n)
		case atom.Span:
			if at := r.text.Range(n); at.From < at.To && htmltext.HasClass(n, "mgLabel") {
				x.fields = append(x.fields, at)
			}
		case atom.P, atom.Div:
			if htmltext.HasClass(n, "mgErrorTxt") {
				x.errors = append(x.errors, n)
			}
		}
	}
	return x
}

// resolve makes an address of the page whole. Line breaks within it are the markup's.
func (r *reader) resolve(href string) string {
	href = strings.Map(func(c rune) rune {
		if c == '\n' || c == '\r' || c == '\t' {
			return -1
		}
		return c
	}, strings.TrimSpace(href))
	if r.base == nil {
		return href
	}
	u, err := r.base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}

// linksIn are the links that begin at byte from or behind it and before byte to, and print something.
func (r *reader) linksIn(from, to int) []link {
	a := sort.Search(len(r.links), func(i int) bool { return r.links[i].From >= from })
	b := a
	for b < len(r.links) && r.links[b].From < to {
		b++
	}
	return r.links[a:b]
}

func digits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}
