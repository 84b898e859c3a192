// Package htmltext turns markup into the text that is read and quoted: paragraphs apart, lines kept,
// runs of blanks as one space, list markers and table bars written out. It remembers where each element
// of the markup stands in that text.
package htmltext

import (
	"sort"

	"golang.org/x/net/html"
)

// Text is rendered markup. Places are bytes of String.
type Text struct {
	String string
	Lines  []Line
	ranges map[*html.Node]Range
}

// Range is a stretch of the text in bytes: String[From:To].
type Range struct{ From, To int }

// Line is one printed line, or one cell of a table's row; bars and bullets are no part of it.
type Line struct {
	Text  string // String[Start : Start+len(Text)]
	Start int
	// Block is the innermost element of the kind that stands on lines of its own (p, li, td, div ...)
	// in which the line begins; nil for text outside of any.
	Block *html.Node
	// Bullet says that it is the first line of an item of a list without numbers.
	Bullet bool
	// Broken says that only a line break parts it from the line before it.
	Broken bool
}

// End is the byte behind the line.
func (l Line) End() int { return l.Start + len(l.Text) }

// Range is where an element's text stands; From equals To where it printed nothing, and is the end of the
// text before it where the element has an id or a name.
func (t *Text) Range(n *html.Node) Range { return t.ranges[n] }

// Of is an element's text as rendered, "" where it printed nothing.
func (t *Text) Of(n *html.Node) string {
	r := t.ranges[n]
	return t.String[r.From:r.To]
}

// In are the lines that begin within an element.
func (t *Text) In(n *html.Node) []Line {
	r := t.ranges[n]
	return t.Between(r.From, r.To)
}

// Between are the lines that begin at byte from or behind it and before byte to.
func (t *Text) Between(from, to int) []Line {
	a := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Start >= from })
	b := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Start >= to })
	if a >= b {
		return nil
	}
	return t.Lines[a:b]
}
