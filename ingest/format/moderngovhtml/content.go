package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/htmltext"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// signs are class names, ids and files that only this system's pages have.
var signs = []string{
	`"modgov"`, "'modgov'", "mgMainTitleTxt", "mgSubTitleTxt", "mgContent", "mgAiTitleTxt", "mgItemTable", "mgItemNumberCell", "mgTabTable",
	"mgWordPara", "mgMeetingTableLnk", "mgThumbsList", "mgStatsTable", "mgBulletList", "mgActionList", "mgInterestsTable", "mgSubItemTitleTxt",
	"mgSectionTitle", "mgErrorTxt", "ssMgStyles", "mg.jqueryaddons", "mgAjaxScripts",
}

// marked says that markup bears a sign of the system.
func marked(markup string) bool {
	if strings.IndexByte(markup, '<') < 0 {
		return false
	}
	for _, s := range signs {
		if strings.Contains(markup, s) {
			return true
		}
	}
	return false
}

// contentOf finds the page's content block and the page titles that a council's own shell puts before it.
// Without a block of that name the page is taken from its main part or its body on, if it holds an element of the system's.
func contentOf(root *html.Node) (titles []*html.Node, content *html.Node) {
	var body, main *html.Node
	own := false
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case strings.EqualFold(htmltext.Attr(n, "id"), "modgov"):
			return titles, n
		case n.DataAtom == atom.Body:
			body = n
		case main == nil && (n.DataAtom == atom.Main || htmltext.Attr(n, "role") == "main"):
			main = n
		case n.DataAtom == atom.H1:
			titles = append(titles, n)
		}
		own = own || ownClass(n)
	}
	if !own {
		return nil, nil
	}
	if main != nil && holdsOwn(main) {
		return outside(titles, main), main
	}
	return nil, body
}

// outside are the titles that do not lie within content.
func outside(titles []*html.Node, content *html.Node) []*html.Node {
	var out []*html.Node
next:
	for _, t := range titles {
		for a := range t.Ancestors() {
			if a == content {
				continue next
			}
		}
		out = append(out, t)
	}
	return out
}

// holdsOwn says that an element of the system lies below n.
func holdsOwn(n *html.Node) bool {
	for d := range n.Descendants() {
		if ownClass(d) {
			return true
		}
	}
	return false
}

// ownClass says that an element bears one of the system's class names.
func ownClass(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for _, c := range strings.Fields(htmltext.Attr(n, "class")) {
		if len(c) > 2 && strings.HasPrefix(c, "mg") && c[2] >= 'A' && c[2] <= 'Z' {
			return true
		}
	}
	return htmltext.Attr(n, "id") == "mgItemTable"
}

// hidden are elements whose text no reader of the page sees. Memberships that have run out are hidden as
// well, but say what was: they stay.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav:
		return true
	case atom.Header, atom.Footer, atom.Aside:
		return !holdsOwn(n)
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			for _, c := range strings.Fields(a.Val) {
				switch c {
				case "mgHide", "mgHiddenField", "mgFooter":
					return true
				}
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return !strings.Contains(htmltext.Attr(n, "class"), "mgExpired")
			}
		}
	}
	return false
}
