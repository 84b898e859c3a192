package redact

import (
	"bytes"
	"regexp"
)

// span is a stretch of bytes from start up to, not including, end.
type span struct{ start, end int }

const (
	maxAddressLines = 8
	maxAddressLine  = 90  // bytes; a longer line is a sentence
	maxFirstLine    = 200 // bytes; what stands on one line with a label and is longer is more than an address
	maxTag          = 600 // bytes
)

var (
	blockTag = regexp.MustCompile(`(?i)^</?(?:p|div|td|th|tr|li|ul|ol|dl|dt|dd|section|article)\b`)
	endTag   = regexp.MustCompile(`(?i)^<(?:/?(?:h[1-6]|table|tr|ul|ol|dl|form|main|body)\b|dt\b|th\b)`)
	// nextLabel is the label of something else: Phone: 01632 960555.
	nextLabel = regexp.MustCompile(`^[A-Za-z][A-Za-z ()/'’\-]{0,40}:`)
	// labelWithin is the same in the midst of a line.
	labelWithin = regexp.MustCompile(`(?i)[ ,;.]+(?:home |work |business |daytime )?(?:phone|tel|telephone|mobile|mob|e-?mail|fax|party|ward|website|web)\b[ .]*(?:no\.?|number|address)?[ ]*:`)
	// nextSection opens another part of the page without a colon.
	nextSection = regexp.MustCompile(`(?i)^(?:committee|appointment|term|contact|more information|political|party|ward|electoral|` +
		`surger|outside bod|additional|election|declaration|attendance|register|biograph|e-?mail|phone|mobile|tel|web|council|other|meeting|petition|this |we |signator)`)
)

// addressLines finds the lines of an address after its label. A postcode ends it. Without one it is what
// stands on the label's own line, or the first paragraph after it; in markup, the first block.
func addressLines(b []byte, i int, markup bool) []span {
	var lines []span
	first := -1 // lines of the first paragraph, once it has ended
	begun := i  // where the label's own line goes on
	sameLine, newline := false, false
	for i < len(b) && len(lines) < maxAddressLines {
		switch c := b[i]; {
		case c == '<' && markup:
			end := bytes.IndexByte(b[i:min(len(b), i+maxTag)], '>')
			if end < 0 {
				return settle(lines, first)
			}
			tag := b[i : i+end+1]
			if len(lines) > 0 {
				if endTag.Match(tag) {
					return settle(lines, first)
				}
				if blockTag.Match(tag) && first < 0 {
					first = len(lines)
				}
			}
			i += len(tag)
		case c == '\n' && !markup:
			// A line of its own after the label's is no part of the first paragraph, nor is what follows a blank line.
			if len(lines) > 0 && first < 0 && (sameLine || newline) {
				first = len(lines)
			}
			newline = true
			i++
		case c == '|':
			if len(lines) > 0 && first < 0 {
				first = len(lines)
			}
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || len(lines) == 0 && c == ':':
			i++
		default:
			if w := separatorWidth(b, i); w > 1 {
				i += w
				continue
			}
			line := lineAt(b, i, markup)
			if stops(b[line.start:line.end], len(lines) == 0) {
				return settle(lines, first)
			}
			if len(lines) == 0 {
				sameLine = !bytes.ContainsRune(b[begun:i], '\n')
			}
			lines = append(lines, line)
			if postcode.Match(b[line.start:line.end]) {
				return lines
			}
			i, newline = line.end, false
		}
	}
	return settle(lines, first)
}

// lineAt is the text from i to the end of its line, cell or tag, to its postcode, or to the next label in it,
// without the blanks at its end.
func lineAt(b []byte, i int, markup bool) span {
	stop := "\r\n|"
	if markup {
		stop = "\r\n|<"
	}
	line := b[i:min(len(b), i+maxFirstLine)]
	if end := bytes.IndexAny(line, stop); end > 0 {
		line = line[:end]
	}
	if at := postcode.FindIndex(line); at != nil {
		line = line[:at[1]]
	}
	if at := labelWithin.FindIndex(line); at != nil {
		line = line[:at[0]]
	}
	return span{i, i + max(1, len(bytes.TrimRight(line, " \t\u00a0")))}
}

// stops tells whether a line is no part of an address.
func stops(line []byte, isFirst bool) bool {
	switch {
	case bytes.HasPrefix(line, []byte("[")), bytes.HasPrefix(line, []byte("£")): // a removal of before, a sum
		return true
	case nextLabel.Match(line), nextSection.Match(line):
		return true
	case isFirst:
		return false
	default:
		return len(line) > maxAddressLine || bytes.HasPrefix(line, []byte("•")) || bytes.HasPrefix(line, []byte("·"))
	}
}

// settle gives the lines of an address that no postcode ended: its first paragraph.
func settle(lines []span, first int) []span {
	if first >= 0 && first < len(lines) {
		return lines[:first]
	}
	return lines
}
