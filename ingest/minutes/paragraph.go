// Package minutes is the language of minutes: what paragraphs of a council's record say of
// resolutions, people, votes, money, dates and references.
//
// Every reader in it is a pure function from paragraphs to facts. One concept has one file.
package minutes

import (
	"unicode/utf8"

	"councilgraph/ingest/record"
)

// Paragraph is a stretch of a page's text, byte for byte: Text is page[Start : Start+len(Text)].
// Readers never change a paragraph's text, so that a match's place is the fact's place.
type Paragraph struct {
	Text  string
	Start int
}

// Place is a stretch of a page in bytes, with the rule that found something there.
type Place struct {
	Start, End int
	Rule       string
}

// At is the place of bytes from..to of the paragraph.
func (p Paragraph) At(from, to int, rule string) Place {
	return Place{p.Start + from, p.Start + to, rule}
}

// Spans turns places in bytes of one page into spans in code points.
type Spans struct {
	page  string
	bytes int // where the last answer stood
	runes int
}

// NewSpans counts in the page's text.
func NewSpans(page string) *Spans { return &Spans{page: page} }

// Span is the place as the record gives it. Asking in ascending order costs one pass over the page.
func (s *Spans) Span(p Place) record.Span {
	return record.Span{Start: s.rune(p.Start), End: s.rune(p.End), Rule: p.Rule}
}

func (s *Spans) rune(at int) int {
	if at < s.bytes {
		s.runes -= utf8.RuneCountInString(s.page[at:s.bytes])
	} else {
		s.runes += utf8.RuneCountInString(s.page[s.bytes:at])
	}
	s.bytes = at
	return s.runes
}
