package filetext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// portionRunes is how long pages are into which a text is cut that has none.
const portionRunes = 3000

// tidy makes text that a store can hold: lines end in \n, what cannot be printed is gone.
func tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case c == '\r':
			if i >= len(s) || s[i] != '\n' {
				b.WriteByte('\n')
			}
		case c == '\n' || c == '\t':
			b.WriteRune(c)
		case c == 0x02 || c == 0xfffe || c == 0xad: // a hyphen at the end of a line that is no part of the word, as PDFium gives it
		case c == utf8.RuneError && size == 1, unicode.IsControl(c), unicode.Is(unicode.Co, c), unicode.Is(unicode.Cs, c):
			b.WriteByte(' ')
		default:
			b.WriteRune(c)
		}
	}
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// plainText is a text file's text.
func plainText(content []byte) string { return strings.TrimPrefix(string(content), "\ufeff") }

// portions cuts a text into pages, at the end of a line where there is one. A page ends where the text says so.
func portions(s string) []string {
	var out []string
	for page := range strings.SplitSeq(s, "\f") {
		for len(page) > portionRunes {
			at := strings.LastIndexByte(page[:portionRunes], '\n')
			if at < portionRunes/2 {
				if at = strings.LastIndexByte(page[:portionRunes], ' '); at < portionRunes/2 {
					for at = portionRunes; at > 0 && !utf8.RuneStart(page[at]); at-- { //nolint:revive // it only counts
					}
				}
			}
			out, page = append(out, page[:at]), page[at:]
			if len(out) > MaxPages {
				return out
			}
		}
		out = append(out, page)
	}
	return out
}

// bounded tidies pages and leaves out what is above the bounds.
func bounded(pages []string) (out []string, cut bool) {
	total := 0
	for _, p := range pages {
		if len(out) == MaxPages || total >= MaxBytes {
			return out, true
		}
		if len(p) > MaxPageRunes*utf8.UTFMax {
			p, cut = p[:MaxPageRunes*utf8.UTFMax], true
		}
		p = tidy(p)
		if n := utf8.RuneCountInString(p); n > MaxPageRunes {
			p, cut = string([]rune(p)[:MaxPageRunes]), true
		}
		total += len(p)
		out = append(out, p)
	}
	return out, cut
}
