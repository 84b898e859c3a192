package minutes

import "unicode/utf8"

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// from is the paragraph from byte at on.
func (p Paragraph) from(at int) Paragraph { return Paragraph{Text: p.Text[at:], Start: p.Start + at} }

// End is where the paragraph ends on the page.
func (p Paragraph) End() int { return p.Start + len(p.Text) }
