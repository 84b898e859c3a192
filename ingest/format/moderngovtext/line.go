package moderngovtext

import (
	"strings"
	"unicode/utf8"

	"councilgraph/ingest/minutes"
)

// line is one printed line of the page, or one cell of a table row that was printed on one line.
// Text is page[start : start+len(text)], trimmed of blanks (ordinary and non-breaking) and of a
// leading bullet; bullet says that there was one.
type line struct {
	text   string
	start  int
	bullet bool
	gap    int // the blank lines before it
	cell   int // the number of table bars before it, so that the lines of one cell share it
}

func (l line) end() int { return l.start + len(l.text) }

func (l line) paragraph() minutes.Paragraph { return minutes.Paragraph{Text: l.text, Start: l.start} }

// split cuts a page into its lines; blank lines are counted, not kept.
func split(page string) []line {
	var out []line
	gap, bars := 0, 0
	for at := 0; at < len(page); {
		end := strings.IndexByte(page[at:], '\n')
		if end < 0 {
			end = len(page)
		} else {
			end += at
		}
		before := len(out)
		out = cells(out, page, at, end, gap, &bars)
		if len(out) == before {
			gap++
		} else {
			gap = 0
		}
		at = end + 1
	}
	return out
}

// cells appends the line page[from:to], cut at its table bars where it has any.
func cells(out []line, page string, from, to, gap int, bars *int) []line {
	if strings.IndexByte(page[from:to], '|') < 0 {
		return add(out, page, from, to, gap, *bars)
	}
	for from <= to {
		cut := strings.IndexByte(page[from:to], '|')
		if cut < 0 {
			return add(out, page, from, to, gap, *bars)
		}
		cut += from
		if !rule(page[from:cut]) {
			out = add(out, page, from, cut, gap, *bars)
		}
		*bars++
		from = cut + 1
	}
	return out
}

// rule says that a table cell is only the line under the table's head: --- or :---:
func rule(cell string) bool {
	return strings.Trim(cell, " -:\t\r") == "" && strings.Contains(cell, "--")
}

func add(out []line, page string, from, to, gap, bars int) []line {
	from, to = trim(page, from, to)
	if from >= to {
		return out
	}
	l := line{start: from, gap: gap, cell: bars}
	if r, n := utf8.DecodeRuneInString(page[from:to]); r == '•' {
		l.bullet = true
		from, to = trim(page, from+n, to)
		if from >= to {
			return out
		}
		l.start = from
	} else if strings.HasPrefix(page[from:to], "- ") {
		l.bullet = true
		from, to = trim(page, from+2, to)
		l.start = from
	}
	l.text = page[from:to]
	return append(out, l)
}
