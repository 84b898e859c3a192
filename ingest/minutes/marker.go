package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// Marker is the sign that an entry of a list begins with: "(1)", "a)", "7.1", "·".
type Marker struct {
	Text  string // as printed, without brackets and dot: 1, a, iv, 7.1; "" for a bullet
	Level string // entries with the same Level belong to the same list: its kind and punctuation
	Len   int    // bytes up to the entry's text
}

var (
	bulletMark  = regexp.MustCompile(`^(?:[·•●▪○*\x{f0b7}§]|[-–—o\x{f0a7}][\s\x{a0}])[\s\x{a0}]*`)
	bracketMark = regexp.MustCompile(`^(?:\((\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,6})\)|(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})\))[\s\x{a0}]*`)
	dottedMark  = regexp.MustCompile(`^(\d{1,3}|[a-zA-Z]|[ivx]{1,6}|[IVX]{1,6})\.[\s\x{a0}]+`)
	decimalMark = regexp.MustCompile(`^(\d{1,3}(?:\.\d{1,3}){1,3})\.?\)?[\s\x{a0}]+`)
	plainMark   = regexp.MustCompile(`^(\d{1,2})(?:[\s\x{a0}]{2,}|\t|[\s\x{a0}]+(?:That|To|The)\b)`)
)

// HasMarker says that a line begins as an entry of a list.
func HasMarker(s string) bool {
	_, ok := markerOf(s)
	return ok
}

// markerOf reads the marker that s begins with.
func markerOf(s string) (Marker, bool) {
	if !mayMark(s) {
		return Marker{}, false
	}
	if m := bracketMark.FindStringSubmatchIndex(s); m != nil && m[1] < len(s) {
		from, to, style := m[2], m[3], "()"
		if from < 0 {
			from, to, style = m[4], m[5], ")"
		}
		return Marker{Text: s[from:to], Level: markKind(s[from:to]) + style, Len: m[1]}, true
	}
	if m := decimalMark.FindStringSubmatchIndex(s); m != nil {
		return Marker{Text: s[m[2]:m[3]], Level: strings.Repeat("1.", strings.Count(s[m[2]:m[3]], ".")+1), Len: m[1]}, true
	}
	if m := dottedMark.FindStringSubmatchIndex(s); m != nil && !initials(s[m[1]:], s[m[2]:m[3]]) {
		return Marker{Text: s[m[2]:m[3]], Level: markKind(s[m[2]:m[3]]) + ".", Len: m[1]}, true
	}
	if m := plainMark.FindStringSubmatchIndex(s); m != nil {
		n := m[3] + len(s[m[3]:]) - len(strings.TrimLeft(s[m[3]:], " \t\n\r\u00a0"))
		return Marker{Text: s[m[2]:m[3]], Level: "1 ", Len: n}, true
	}
	if m := bulletMark.FindStringIndex(s); m != nil && m[1] < len(s) {
		return Marker{Level: "bullet" + s[:1], Len: m[1]}, true
	}
	return Marker{}, false
}

// mayMark says whether s is worth a closer look: a mark is a bracket, a figure, a sign that is no letter,
// or a few letters with a bracket or a full stop behind them.
func mayMark(s string) bool {
	if s == "" {
		return false
	}
	c := s[0]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return strings.ContainsAny(s[:min(len(s), 8)], ").") || c == 'o' && len(s) > 1 && !wordByte(s[1])
	}
	return c != '"' && c != '\'' && c != '\n'
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && c != 0xc2 && c != 0xa0
}

// initials says that "A. " begins a name and not an entry: "A. Vaughan Parry" is a capital whose
// rest is a short run of names.
func initials(rest, mark string) bool {
	if len(mark) != 1 || mark[0] < 'A' || mark[0] > 'Z' {
		return false
	}
	return len(strings.Fields(rest)) <= 3 || len(rest) > 1 && rest[1] == '.'
}

// markKind tells 1, a, A, i and I apart. A single i, v or x is a numeral; a list that counts h, i, j
// is put right by the reader of lists.
func markKind(s string) string {
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		return "1"
	case strings.Trim(s, "ivx") == "":
		return "i"
	case strings.Trim(s, "IVX") == "":
		return "I"
	case c >= 'a' && c <= 'z':
		return "a"
	}
	return "A"
}
