package redact

import (
	"bytes"
	"regexp"
)

// phoneLabel announces a telephone number of any form, local numbers too.
var phoneLabel = regexp.MustCompile(`(?i)^(?:tel(?:ephone)?|phone|mobile|mob|fax|minicom|textphone|direct (?:line|dial))` +
	`(?:[ \t]+(?:phone|tel(?:ephone)?|no|num(?:ber)?|line))*\b\.?`)

// removePhones takes out numbers by their own form, then what stands after a label.
func removePhones(b []byte) ([]byte, int) {
	b, bare := removeBarePhones(b)
	b, labelled := removeLabelledPhones(b)
	return b, bare + labelled
}

func removeBarePhones(b []byte) ([]byte, int) {
	var out []byte
	n, last := 0, 0
	for i := 0; i < len(b); i++ {
		if b[i] != '0' && b[i] != '+' && b[i] != '(' || i > 0 && isDigit(b[i-1]) {
			continue
		}
		num := parseNumber(b, i)
		end := num.phoneEnd()
		// What stands before is looked at as it will be, so that a second pass finds nothing new.
		before := b[last:i]
		if n > 0 && len(before) == 0 {
			before = []byte(PhoneRemoved)
		}
		if end < 0 || !mayBegin(before, num, end) || !mayEnd(b, end, num.groupsUpTo(end)) {
			i = num.skip(i)
			continue
		}
		out = append(append(out, b[last:i]...), PhoneRemoved...)
		n, last, i = n+1, end, end-1
	}
	if n == 0 {
		return b, 0
	}
	return append(out, b[last:]...), n
}

// mayBegin tells whether a number may begin after the given text: not within a word, a reference, a sum.
func mayBegin(before []byte, num number, end int) bool {
	if len(before) == 0 {
		return true
	}
	at := func(back int) byte {
		if len(before) < back {
			return ' '
		}
		return before[len(before)-back]
	}
	several := num.groupsUpTo(end) > 1
	switch c := at(1); {
	case isDigit(c), c == '_', c == '=', c == '#', c == '%', c == '$', c == '&', c == '+':
		return false
	case bytes.HasSuffix(before, []byte("£")), bytes.HasSuffix(before, []byte("€")), c == 0xa3:
		return false
	case c == '/':
		return several
	case c == '-', c == '.', c == ',':
		return !isDigit(at(2)) && (c != '-' || !isLetter(at(2)) || several)
	case isLetter(c):
		return several && phoneWord.Match(before[max(0, len(before)-12):])
	case c == ' ' && isUpper(at(2)) && isUpper(at(3)) && num.isGridReference(end):
		return false
	}
	return true
}

// phoneWord is a label that leans on its number: Tel01632.
var phoneWord = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:tel|telephone|phone|mobile|mob|fax|[tmf])$`)

// mayEnd tells whether a number may end here: a run of figures that goes on as a reference is none.
func mayEnd(b []byte, end, groups int) bool {
	if end >= len(b) {
		return true
	}
	next := byte(' ')
	if end+1 < len(b) {
		next = b[end+1]
	}
	switch c := b[end]; {
	case isDigit(c), c == '_', c == '%':
		return false
	case c == '/', isLetter(c):
		return groups > 1
	case c == ',', c == '.', c == '-', c == ':':
		return !isDigit(next) && (c != '-' || !isLetter(next))
	}
	return true
}

func removeLabelledPhones(b []byte) ([]byte, int) {
	var edits []edit
	for _, i := range hits(b, "tel", "phone", "mob", "fax", "minicom", "textphone", "direct line", "direct dial") {
		if i > 0 && isLetter(b[i-1]) {
			continue
		}
		label := phoneLabel.FindIndex(b[i:window(b, i, 0, 60).end])
		if label == nil {
			continue
		}
		start, marked := skipToValue(b, i+label[1])
		if !marked || start >= len(b) {
			continue
		}
		num := parseNumber(b, start)
		if end := num.anyEnd(); end >= 0 && mayEnd(b, end, 2) {
			edits = append(edits, edit{span{start, end}, PhoneRemoved})
		}
	}
	return apply(b, edits)
}

// skipToValue passes blanks, tags and one colon after a label. marked says that a colon or a tag was
// there, without which a figure may belong to the sentence ("mobile 2019").
func skipToValue(b []byte, i int) (start int, marked bool) {
	limit := min(len(b), i+400)
	for i < limit {
		switch b[i] {
		case ' ', '\t', '\r', '\n':
			i++
		case ':':
			i, marked = i+1, true
		case '<':
			end := bytes.IndexByte(b[i:limit], '>')
			if end < 0 {
				return i, false
			}
			i, marked = i+end+1, true
		default:
			if w := separatorWidth(b, i); w > 0 && b[i] != '-' && b[i] != '.' {
				i += w
				continue
			}
			return i, marked
		}
	}
	return i, false
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLetter(c byte) bool { return isUpper(c &^ 0x20) }
