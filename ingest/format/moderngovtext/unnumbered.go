package moderngovtext

import (
	"regexp"
	"strings"

	"councilgraph/ingest/minutes"
)

// labelInside is a label of the system in the middle of a line, where a table was printed cell by cell.
var labelInside = regexp.MustCompile(`(?:^|[\s\x{a0}])(Additional documents|Supporting documents|Draft minutes|Minutes|Decision|Dogfennau ychwanegol|Cofnodion|Penderfyniad):`)

// unnumbered cuts a list whose numbers were lost: by the cells of its table, else by its labels.
func (r *reader) unnumbered(first int) []block {
	lines := r.lines[first:]
	if len(lines) > 0 && lines[len(lines)-1].cell > 0 {
		return r.byCell(lines)
	}
	if !marked(lines) {
		return r.byGap(lines)
	}
	return r.byLabel(lines)
}

// byGap cuts a list that has lost numbers and labels where a title stands behind a wide gap.
func (r *reader) byGap(lines []line) []block {
	var out []block
	for i, l := range lines {
		title := l.gap >= 2 && len(l.text) < 120 && titleLike(l.text) && !minutes.HasMarker(l.text) && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ";") && !strings.HasSuffix(l.text, ":")
		switch {
		case title || i == 0 && !prose(l.text):
			out = append(out, block{title: l})
		case i == 0:
			out = append(out, block{body: []line{l}})
		default:
			b := &out[len(out)-1]
			b.body = append(b.body, l)
		}
	}
	return out
}

// byCell takes every cell that says something for one item.
func (r *reader) byCell(lines []line) []block {
	var out []block
	for at := 0; at < len(lines); {
		end := at + 1
		for end < len(lines) && lines[end].cell == lines[at].cell {
			end++
		}
		cell := r.uninline(lines[at:end])
		at = end
		if len(cell) == 1 && numberLine.MatchString(cell[0].text) {
			continue
		}
		out = append(out, r.cut(cell))
	}
	return out
}

// uninline gives labels that stand in the middle of a line a line of their own.
func (r *reader) uninline(lines []line) []line {
	var out []line
	put := func(from, to, gap, cell int) {
		from, to = trim(r.page, from, to)
		if from < to {
			out = append(out, line{text: r.page[from:to], start: from, gap: gap, cell: cell})
		}
	}
	for _, l := range lines {
		at := l.start
		for _, m := range labelInside.FindAllStringSubmatchIndex(l.text, -1) {
			if m[3]+1 < len(l.text) && l.text[m[3]+1] != ' ' && !strings.HasPrefix(l.text[m[3]+1:], "\u00a0") {
				continue
			}
			put(at, l.start+m[2], l.gap, l.cell)
			put(l.start+m[2], l.start+m[3]+1, 0, l.cell)
			at = l.start + m[3] + 1
		}
		if at == l.start {
			out = append(out, l)
			continue
		}
		put(at, l.end(), 0, l.cell)
	}
	return out
}

// sizeInside is a file's size in the middle of a line: the title ends with it.
var sizeInside = regexp.MustCompile(`\b(?:PDF|DOCX?|XLSX?|HTML?)[\s\x{a0}]+\d[\d.,]*[\s\x{a0}]?(?:KB|MB)\b`)

// purposeStart is how the text behind a title begins where both stand on one line.
var purposeStart = regexp.MustCompile(`(?:[\s\x{a0}])(?:To [a-z]+\b|(?:Report|Joint report|Presentation|Minutes|Members|Councillors|Please|The|This|In (?:the|accordance)|If|Any|All|Where|There|Under|Pursuant|A report|An update|Details|Copy|Attached)[\s\x{a0}]+(?:of|by|from|report|are|is|will|should|may|who|note|meeting|event|member|members|for|to|was|were|has|have|attached|that|Committee|Council|Cabinet|Chair|with|and|the|item)\b)`)

// cut makes an item of lines that begin with its title, from which the purpose is parted.
func (r *reader) cut(lines []line) block {
	b := block{title: lines[0], body: lines[1:]}
	if labelOf(lines[0].text, false) != noLabel {
		return block{body: lines}
	}
	l := lines[0]
	if m := sizeInside.FindStringIndex(l.text); m != nil && m[1] < len(l.text) {
		from, to := trim(r.page, l.start+m[1], l.end())
		b.title = line{text: l.text[:m[1]], start: l.start, gap: l.gap, cell: l.cell}
		b.body = append([]line{{text: r.page[from:to], start: from, cell: l.cell}}, lines[1:]...)
		return b
	}
	if m := purposeStart.FindStringIndex(l.text); m != nil && m[0] > 3 && !readFile(l.text).Sized {
		from, to := trim(r.page, l.start+m[0], l.end())
		end := strings.TrimRightFunc(l.text[:m[0]], blank)
		b.title = line{text: end, start: l.start, gap: l.gap, cell: l.cell}
		b.body = append([]line{{text: r.page[from:to], start: from, cell: l.cell}}, lines[1:]...)
	}
	return b
}

// byLabel cuts a list without numbers and cells where the labels start anew.
func (r *reader) byLabel(lines []line) []block {
	if len(lines) == 0 {
		return nil
	}
	return r.again(block{title: lines[0], body: lines[1:]})
}
