package redact

import "bytes"

// number is a run of groups of figures as a telephone number may be written, read from one place on.
type number struct {
	plus   bool
	groups []group
}

// group is one group of figures; end is the offset after it, its closing bracket included.
type group struct {
	digits []byte
	end    int
}

// A telephone number has at most 15 figures; more groups than eight are a table.
const (
	maxDigits = 15
	maxGroups = 8
)

// parseNumber reads groups of figures, each perhaps in brackets, parted by at most two separators.
func parseNumber(b []byte, i int) number {
	var n number
	if i < len(b) && b[i] == '+' {
		n.plus = true
		i++
	}
	for len(n.groups) < maxGroups {
		bracket := i < len(b) && b[i] == '('
		if bracket {
			i++
		}
		start := i
		for i < len(b) && isDigit(b[i]) && i-start <= maxDigits {
			i++
		}
		digits := b[start:i]
		if len(digits) == 0 || len(digits) > maxDigits {
			return n
		}
		if bracket {
			if i >= len(b) || b[i] != ')' {
				return n
			}
			i++
		}
		n.groups = append(n.groups, group{digits: digits, end: i})
		for range 2 {
			i += separatorWidth(b, i)
		}
	}
	return n
}

// separatorWidth is the width in bytes of a separator of groups at i, 0 where there is none.
func separatorWidth(b []byte, i int) int {
	if i >= len(b) {
		return 0
	}
	switch b[i] {
	case ' ', '\t', '.', '-', 0xa0: // the last is a blank that does not break, in Windows-1252
		return 1
	}
	for _, s := range []string{"\u00a0", "\u2011", "\u2013", "\u2009", "&nbsp;", "&#160;", "&#xA0;", "&ndash;"} {
		if bytes.HasPrefix(b[i:], []byte(s)) {
			return len(s)
		}
	}
	return 0
}

// phoneEnd is the end of the telephone number that the groups begin with, -1 where they begin with none.
func (n number) phoneEnd() int {
	if len(n.groups) == 0 {
		return -1
	}
	digits := []byte{}
	for count, g := range n.groups {
		if count == 1 && string(g.digits) == "0" && (n.plus || string(digits) == "0044") {
			continue // +44 (0)20
		}
		digits = append(digits, g.digits...)
		if len(digits) > maxDigits {
			return -1
		}
		if n.isPhone(digits, n.groups[:count+1]) {
			return g.end
		}
	}
	return -1
}

func (n number) isPhone(digits []byte, groups []group) bool {
	first := len(groups[0].digits)
	switch {
	case n.plus && bytes.HasPrefix(digits, []byte("44")):
		rest := bytes.TrimPrefix(digits[2:], []byte("0"))
		return len(rest) == 10
	case n.plus:
		return len(digits) >= 10 && digits[0] != '0' && (first <= 3 || len(groups) == 1)
	case bytes.HasPrefix(digits, []byte("0044")):
		return len(digits) == 14
	case len(digits) < 2 || digits[0] != '0' || bytes.IndexByte([]byte("1235789"), digits[1]) < 0:
		return false
	case len(digits) == 11:
		if string(groups[0].digits) == "0" && len(groups) > 2 { // (0)20 7946 0112
			return len(groups[1].digits) >= 2 && restAtLeast(groups[1:], 3)
		}
		return len(groups) == 1 || first >= 3 && first <= 6 && restAtLeast(groups, 3)
	case len(digits) == 10:
		return isShortNational(digits, groups)
	}
	return false
}

// isShortNational knows the few numbers that have ten figures: 01204 12345, 016977 1234, 0800 123456.
func isShortNational(digits []byte, groups []group) bool {
	first := len(groups[0].digits)
	free := digits[1] == '8' || digits[1] == '5'
	switch len(groups) {
	case 1:
		return true
	case 2:
		return digits[1] == '1' && first >= 5 && first <= 6 || free && first == 4
	case 3:
		return free && first == 4 && restAtLeast(groups, 3)
	}
	return false
}

func restAtLeast(groups []group, n int) bool {
	for _, g := range groups[1:] {
		if len(g.digits) < n {
			return false
		}
	}
	return true
}

// anyEnd is the end of the whole run where it has the 6 to 15 figures of a telephone number, else -1.
func (n number) anyEnd() int {
	digits, end := 0, -1
	for _, g := range n.groups {
		digits += len(g.digits)
		end = g.end
	}
	if digits < 6 || digits > maxDigits {
		return -1
	}
	return end
}

func (n number) groupsUpTo(end int) int {
	for i, g := range n.groups {
		if g.end == end {
			return i + 1
		}
	}
	return len(n.groups)
}

// isGridReference tells a place on the map (TQ 01234 56789) by its two groups of five.
func (n number) isGridReference(end int) bool {
	return n.groupsUpTo(end) == 2 && len(n.groups[0].digits) == 5 && len(n.groups[1].digits) == 5
}

// skip is the last place of the first group, so that no number is sought within a run of figures.
func (n number) skip(i int) int {
	if len(n.groups) == 0 {
		return i
	}
	return max(i, n.groups[0].end-1)
}
