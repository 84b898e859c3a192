package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kind is what a line is by the class of the element around it.
type kind int

const (
	plain     kind = iota
	pageTitle      // h1: the page's own title
	subTitle       // h2.mgSubTitleTxt: what the page is about
	section        // .mgSectionTitle and headings without class
	number         // in td.mgItemNumberCell
	itemTitle      // .mgAiTitleTxt
	label          // .mgSubItemTitleTxt, .mgSubSubTitleTxt, p.mgLabel: "Minutes:"
	prose          // in div.mgWordPara
	listed         // in ul.mgBulletList
	column         // in th: the name of a table's column
	action         // in ul.mgActionList: what can be done with the page
)

// line is a line of the rendering with what the markup says of it.
type line struct {
	htmltext.Line
	kind kind
	row  *html.Node // the row of the table of items in which it stands
}

func (l line) paragraph() minutes.Paragraph { return minutes.Paragraph{Text: l.Text, Start: l.Start} }

// place is the whole line.
func (l line) place(rule string) minutes.Place {
	return minutes.Place{Start: l.Start, End: l.End(), Rule: rule}
}

// sorted is what an element is: its kind and its row, inherited by what it holds.
type sorted struct {
	kind kind
	row  *html.Node
}

// classify tells the kind of every line by the elements around it.
func (r *reader) classify() []line {
	memo := map[*html.Node]sorted{}
	var of func(n *html.Node) sorted
	of = func(n *html.Node) sorted {
		if n == nil {
			return sorted{}
		}
		if s, ok := memo[n]; ok {
			return s
		}
		s := of(n.Parent)
		if k := kindOf(n); k != plain && !(s.kind == number && k == itemTitle) && !(s.kind == prose && k == section) {
			s.kind = k
		}
		if n.DataAtom == atom.Th {
			// The head of a table bears the classes of the cells below it.
			s = sorted{kind: column}
		}
		if n.DataAtom == atom.Tr {
			for t := n.Parent; t != nil; t = t.Parent {
				if t.DataAtom == atom.Table {
					if r.items[t] {
						s.row = n
					}
					break
				}
			}
		}
		memo[n] = s
		return s
	}
	out := make([]line, len(r.text.Lines))
	for i, l := range r.text.Lines {
		s := of(l.Block)
		out[i] = line{Line: l, kind: s.kind, row: s.row}
		if s.kind == label || s.kind == plain {
			if out[i].kind == plain && printed.LabelOf(l.Text, false) != printed.NoLabel {
				out[i].kind = label
			}
		}
	}
	return out
}

// kindOf is the kind that an element gives to the lines in it, plain where it gives none.
func kindOf(n *html.Node) kind {
	for _, c := range strings.Fields(htmltext.Attr(n, "class")) {
		switch c {
		case "mgMainTitleTxt":
			return pageTitle
		case "mgSubTitleTxt":
			return subTitle
		case "mgSectionTitle":
			return section
		case "mgItemNumberCell":
			return number
		case "mgAiTitleTxt":
			return itemTitle
		case "mgSubItemTitleTxt", "mgSubSubTitleTxt":
			return label
		case "mgLabel":
			if n.DataAtom != atom.Span {
				return label
			}
		case "mgWordPara":
			return prose
		case "mgBulletList":
			return listed
		case "mgActionList", "mgLinks", "mgNonBulletTableList":
			return action
		}
	}
	switch n.DataAtom {
	case atom.H1:
		return pageTitle
	case atom.H2, atom.H3, atom.H4:
		return section
	}
	return plain
}
