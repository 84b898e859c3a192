package htmltext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Render is the text of an element and all below it. skip names elements to leave out with all below
// them, beyond those that never print (scripts, styles, comments, pictures, input fields); nil skips none.
func Render(root *html.Node, skip func(*html.Node) bool) *Text {
	b := NewBuilder(skip)
	b.Node(root)
	return b.Text()
}

// The space to write before the next word: nothing, a blank, a table's bar, a new line, a blank line.
type gap int

const (
	none gap = iota
	blank
	bar
	newLine
	newParagraph
)

// Builder renders several pieces of markup and plain text into one text.
type Builder struct {
	skip    func(*html.Node) bool
	out     []byte
	lines   []Line
	ranges  map[*html.Node]Range
	gap     gap
	broken  bool                // the gap to come is a line break within a paragraph
	marker  string              // the list marker to write before the next word
	bullet  bool                // the marker is a bullet
	counter map[*html.Node]int  // of ordered lists
	deep    map[*html.Node]bool // of table rows
	words   []word              // where text began behind a gap: the places that ranges may begin at
}

// word is where a text begins: its first letter, and, where a list's number stands before it, the number.
type word struct{ marker, text int }

// NewBuilder begins a text. skip is as for Render.
func NewBuilder(skip func(*html.Node) bool) *Builder {
	if skip == nil {
		skip = func(*html.Node) bool { return false }
	}
	return &Builder{skip: skip, ranges: map[*html.Node]Range{}, counter: map[*html.Node]int{}, deep: map[*html.Node]bool{}}
}

// Node renders an element, and all below it, as paragraphs of its own.
func (b *Builder) Node(n *html.Node) {
	b.want(newParagraph)
	b.node(n, nil)
	b.want(newParagraph)
}

// Paragraph writes plain text as a paragraph of its own and answers where it stands.
func (b *Builder) Paragraph(s string) Range {
	b.want(newParagraph)
	from, words := len(b.out), len(b.words)
	b.text(s, nil)
	b.want(newParagraph)
	if len(b.out) == from {
		return Range{from, from}
	}
	return b.rangeFrom(from, words, false)
}

// Text is what was rendered.
func (b *Builder) Text() *Text {
	t := &Text{String: string(b.out), Lines: b.lines, ranges: b.ranges}
	for i := range t.Lines {
		l := &t.Lines[i]
		end := len(t.String)
		if i+1 < len(t.Lines) {
			end = t.Lines[i+1].Start
		}
		if cut := strings.IndexByte(t.String[l.Start:end], '\n'); cut >= 0 {
			end = l.Start + cut
		} else if i+1 < len(t.Lines) {
			end -= len(" | ")
		}
		l.Text = t.String[l.Start:end]
	}
	return t
}

func (b *Builder) want(g gap) {
	if g > b.gap {
		b.gap = g
	}
}

// node renders n; block is the innermost block that holds it.
func (b *Builder) node(n, block *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.text(n.Data, block)
		return
	case html.DocumentNode:
		b.children(n, block)
		return
	case html.ElementNode:
	default:
		return
	}
	if silent[n.DataAtom] || b.skip(n) {
		return
	}
	if n.DataAtom == atom.Br {
		if b.gap < newLine {
			b.broken = true
		}
		b.want(newLine)
		return
	}
	space := b.space(n)
	if spaces[n.DataAtom] >= bar {
		block = n
	}
	if space >= bar {
		if space > b.gap || space == newParagraph {
			b.broken = false
		}
	}
	if space > none {
		b.want(space)
	}
	from, words := len(b.out), len(b.words)
	switch n.DataAtom {
	case atom.Li:
		b.marker, b.bullet = b.item(n)
	case atom.Sup:
		if b.gap == blank && ordinal(n) {
			b.gap = none
		}
	}
	b.children(n, block)
	if n.DataAtom == atom.Li {
		b.marker = ""
	}
	switch {
	case len(b.out) > from && remembered(n):
		b.ranges[n] = b.rangeFrom(from, words, spaces[n.DataAtom] == none)
	case len(b.out) == from && (Attr(n, "id") != "" || Attr(n, "name") != ""):
		b.ranges[n] = Range{from, from}
	}
	if space == bar {
		return
	}
	if space > none {
		b.want(space)
	}
}

func (b *Builder) children(n, block *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.node(c, block)
	}
}

// rangeFrom is what was written since the text was from bytes long and had so many words, without the gap
// and the bullet before it. A list's number belongs to its item, not to the words in it.
func (b *Builder) rangeFrom(from, words int, inline bool) Range {
	if from == 0 || b.out[from] == ' ' || b.out[from] == '\n' {
		if from = b.words[words].marker; inline {
			from = b.words[words].text
		}
	}
	return Range{from, len(b.out)}
}

// text writes a text node: every run of blanks is one space, and none stands at a line's ends.
func (b *Builder) text(s string, block *html.Node) {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if unicode.IsSpace(r) {
			b.want(blank)
			s = s[n:]
			continue
		}
		if r == '\u200b' || r == '\ufeff' || r == '\u00ad' {
			s = s[n:]
			continue
		}
		end := n
		for end < len(s) {
			c := s[end]
			if c < utf8.RuneSelf {
				if c == ' ' || c >= '\t' && c <= '\r' {
					break
				}
				end++
				continue
			}
			r, n := utf8.DecodeRuneInString(s[end:])
			if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad' {
				break
			}
			end += n
		}
		b.write(s[:end], block)
		s = s[end:]
	}
}

// write writes what holds no blank, with the gap before it.
func (b *Builder) write(s string, block *html.Node) {
	first := len(b.out) == 0
	fresh := first || b.gap >= bar
	if !first {
		switch b.gap {
		case blank:
			b.out = append(b.out, ' ')
		case bar:
			b.out = append(b.out, " | "...)
		case newLine:
			b.out = append(b.out, '\n')
		case newParagraph:
			b.out = append(b.out, "\n\n"...)
		}
	}
	if fresh {
		line := Line{Block: block, Broken: b.broken && !first}
		if b.marker != "" {
			b.out = append(b.out, b.marker...)
			line.Bullet = b.bullet
		}
		line.Start = len(b.out)
		if b.marker != "" && !b.bullet {
			line.Start -= len(b.marker)
		}
		b.lines = append(b.lines, line)
		b.marker = ""
	}
	if fresh {
		b.words = append(b.words, word{b.lines[len(b.lines)-1].Start, len(b.out)})
	} else if b.gap != none {
		b.words = append(b.words, word{len(b.out), len(b.out)})
	}
	b.gap, b.broken = none, false
	b.out = append(b.out, s...)
}
