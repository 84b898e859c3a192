package printed

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Blank says that a sign prints nothing: blanks of every kind and zero-width signs.
func Blank(r rune) bool {
	if ' ' < r && r < utf8.RuneSelf {
		return false
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad'
}

// Tidy is a text with every run of blanks as one space, for fields that hold text for people.
// Places never count in it.
func Tidy(s string) string {
	if tidied(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, Blank), " ")
}

// Trim moves from and to inward over blanks.
func Trim(s string, from, to int) (int, int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(s[from:to])
		if !Blank(r) {
			break
		}
		from += n
	}
	for to > from {
		r, n := utf8.DecodeLastRuneInString(s[from:to])
		if !Blank(r) {
			break
		}
		to -= n
	}
	return from, to
}

// tidied says that a text is tidy already, as rendered text mostly is.
func tidied(s string) bool {
	before := rune(' ')
	for _, r := range s {
		if r == ' ' && before == ' ' || r != ' ' && Blank(r) {
			return false
		}
		before = r
	}
	return before != ' '
}
