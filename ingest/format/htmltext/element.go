package htmltext

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// silent are the elements that print nothing of a document.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Iframe: true, atom.Object: true,
	atom.Svg: true, atom.Math: true, atom.Select: true, atom.Textarea: true, atom.Input: true, atom.Button: true, atom.Img: true,
	atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Map: true, atom.Datalist: true,
}

// spaces are the gaps around the elements that do not stand in running text.
var spaces = map[atom.Atom]gap{
	atom.P: newParagraph, atom.Div: newParagraph, atom.H1: newParagraph, atom.H2: newParagraph, atom.H3: newParagraph,
	atom.H4: newParagraph, atom.H5: newParagraph, atom.H6: newParagraph, atom.Ul: newParagraph, atom.Ol: newParagraph,
	atom.Table: newParagraph, atom.Caption: newParagraph, atom.Dl: newParagraph, atom.Section: newParagraph,
	atom.Article: newParagraph, atom.Header: newParagraph, atom.Footer: newParagraph, atom.Main: newParagraph,
	atom.Aside: newParagraph, atom.Nav: newParagraph, atom.Form: newParagraph, atom.Fieldset: newParagraph,
	atom.Legend: newParagraph, atom.Blockquote: newParagraph, atom.Pre: newParagraph, atom.Hr: newParagraph,
	atom.Address: newParagraph, atom.Figure: newParagraph, atom.Body: newParagraph, atom.Details: newParagraph,
	atom.Summary: newParagraph, atom.Center: newParagraph,
	atom.Li: newLine, atom.Tr: newLine, atom.Dt: newLine, atom.Dd: newLine, atom.Option: newLine,
	atom.Td: bar, atom.Th: bar,
}

// space is the gap around an element. The cells of a row stand on one line with bars between them, unless
// one of them holds several paragraphs.
func (b *Builder) space(n *html.Node) gap {
	g := spaces[n.DataAtom]
	switch {
	case g == newParagraph && n.Parent != nil && spaces[n.Parent.DataAtom] == bar && !b.blocks(n.Parent):
		// The one paragraph of a cell is the cell.
		return none
	case g == bar && b.blocks(n):
		return newParagraph
	}
	return g
}

// blocks says that a cell stands in a row whose cells are not printed on one line.
func (b *Builder) blocks(n *html.Node) bool {
	row := n.Parent
	if row == nil {
		return false
	}
	d, seen := b.deep[row]
	if !seen {
		d = deep(row)
		b.deep[row] = d
	}
	return d
}

// deep says that a row has a cell with more than one block.
func deep(row *html.Node) bool {
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		blocks := 0
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			switch spaces[k.DataAtom] {
			case newParagraph:
				blocks++
				if k.DataAtom != atom.P || blocks > 1 {
					return true
				}
			}
		}
	}
	return false
}

// item is the marker of a list's item and says whether it is a bullet.
func (b *Builder) item(n *html.Node) (string, bool) {
	list := n.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return "• ", true
	}
	at, seen := b.counter[list]
	if !seen {
		at = number(list, "start", 1) - 1
	}
	at = number(n, "value", at+1)
	b.counter[list] = at
	return mark(at, Attr(list, "type")) + ". ", false
}

func number(n *html.Node, name string, otherwise int) int {
	if v, err := strconv.Atoi(strings.TrimSpace(Attr(n, name))); err == nil && v > -100000 && v < 100000 {
		return v
	}
	return otherwise
}

// mark writes the n-th number in the way that an ordered list's type asks for.
func mark(n int, style string) string {
	switch {
	case n < 1 || n > 400:
	case style == "a" || style == "A":
		s := ""
		for k := n; k > 0; k = (k - 1) / 26 {
			s = string(rune('a'+(k-1)%26)) + s
		}
		if style == "A" {
			return strings.ToUpper(s)
		}
		return s
	case style == "i" || style == "I":
		s := roman(n)
		if style == "I" {
			return strings.ToUpper(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	s := ""
	for _, d := range []struct {
		value int
		sign  string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			s += d.sign
		}
	}
	return s
}

// ordinal says that a raised text only ends a number: 21 st.
func ordinal(n *html.Node) bool {
	c := n.FirstChild
	if c == nil || c.NextSibling != nil || c.Type != html.TextNode {
		return false
	}
	switch strings.TrimSpace(c.Data) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// remembered says that an element's place is kept: all but those that only change the look of words.
func remembered(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Span, atom.B, atom.I, atom.Em, atom.Strong, atom.U, atom.Font, atom.Sup, atom.Sub:
		for _, a := range n.Attr {
			if a.Key == "class" {
				return true
			}
		}
		return false
	}
	return true
}

// Attr is an attribute's value, "" where the element has none.
func Attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// HasClass says that an element is of a class.
func HasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && strings.Contains(a.Val, class) {
			for _, c := range strings.Fields(a.Val) {
				if c == class {
					return true
				}
			}
		}
	}
	return false
}
