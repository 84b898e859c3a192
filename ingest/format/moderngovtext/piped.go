package moderngovtext

import (
	"strings"

	"councilgraph/internal/regexp"
)

// labelInside is a label of the system in the middle of a line, where a table was printed cell by cell.
var labelInside = regexp.MustCompile(`(?:^|[\s\x{a0}])(Additional documents|Supporting documents|Draft minutes|Minutes|Decision|Dogfennau ychwanegol|Cofnodion|Penderfyniad):`)

// byCell cuts a table that was printed cell by cell. A cell begins an item; so does, inside a cell, a line
// with a label in it once the item before has had its minutes.
func (r *reader) byCell(lines []line) []block {
	var out []block
	for at := 0; at < len(lines); {
		end := at + 1
		for end < len(lines) && lines[end].cell == lines[at].cell {
			end++
		}
		for _, one := range r.cellItems(lines[at:end]) {
			if len(one) == 1 && (numberLine.MatchString(one[0].text) || labelOf(one[0].text, false) != noLabel) {
				continue
			}
			out = append(out, r.cut(one))
		}
		at = end
	}
	return out
}

// cellItems parts the lines of one cell into items, each with its labels on lines of their own.
func (r *reader) cellItems(cell []line) [][]line {
	var out [][]line
	var open []line
	minuted := false
	for i, l := range cell {
		parted := r.uninline([]line{l})
		labels := 0
		for _, p := range parted {
			if got := labelOf(p.text, false); got == labelMinutes || got == labelDecision || got == labelDocuments {
				labels++
			}
		}
		if labels == 0 && minuted && len(l.text) < 200 && capitals(l.text) > 0 && len(strings.Fields(l.text[:capitals(l.text)])) > 1 {
			out = append(out, open)
			open, minuted = nil, false
		}
		if labels > 0 && minuted && (len(parted) > 1 || labelOf(parted[0].text, false) == labelMinutes) && r.begins(parted) {
			back := len(open)
			if i > 0 && back > 1 && capitals(open[back-1].text) > 0 && labelOf(parted[0].text, false) == noLabel {
				back-- // the title stands a line before the rest of its purpose
			}
			out = append(out, open[:back:back])
			open = append([]line(nil), open[back:]...)
			minuted = false
		}
		open = append(open, parted...)
		for _, p := range parted {
			minuted = minuted || labelOf(p.text, false) == labelMinutes || labelOf(p.text, false) == labelDecision && labels > 0
		}
	}
	if len(open) > 0 {
		out = append(out, open)
	}
	return out
}

// begins says that a line with labels in it begins an item and does not go on with the one before: words
// stand before its first label, or that is the label of documents or minutes.
func (r *reader) begins(parted []line) bool {
	first := labelOf(parted[0].text, false)
	if first == noLabel {
		return titleLike(parted[0].text)
	}
	return first == labelDocuments || first == labelMinutes
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
var purposeStart = regexp.MustCompile(`(?:[\s\x{a0}])(?:To [a-z]+\b|The[\s\x{a0}]+(?:[A-Z][a-z]+[\s\x{a0}]+){1,4}(?:of|for|will|to|and)\b|(?:Report|Joint report|Presentation|Minutes|Members|Councillors|Please|The|This|In (?:the|accordance)|If|Any|All|Where|There|Under|Pursuant|A report|An update|See|Verbal|Details|Copy|Attached)[\s\x{a0}]+(?:of|by|from|report|are|is|will|should|may|who|note|meeting|event|member|members|for|to|was|were|has|have|attached|update|that|Committee|Council|Cabinet|Chair|with|and|the|item)\b)`)

// cut makes an item of lines that begin with its title, from which the purpose is parted.
func (r *reader) cut(lines []line) block {
	b := block{title: lines[0], body: lines[1:]}
	if labelOf(lines[0].text, false) != noLabel {
		return block{body: lines}
	}
	l := lines[0]
	if purposeLine.MatchString(l.text) && len(l.text) > 60 {
		return block{body: lines} // the title was lost
	}
	if m := sizeInside.FindStringIndex(l.text); m != nil && m[1] < len(l.text) {
		from, to := trim(r.page, l.start+m[1], l.end())
		b.title = line{text: l.text[:m[1]], start: l.start, gap: l.gap, cell: l.cell}
		b.body = append([]line{{text: r.page[from:to], start: from, cell: l.cell}}, lines[1:]...)
		return b
	}
	if at := capitals(l.text); at > 0 {
		from, to := trim(r.page, l.start+at, l.end())
		b.title = line{text: strings.TrimRightFunc(l.text[:at], blank), start: l.start, gap: l.gap, cell: l.cell}
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

// capitals is where a title in capitals ends and its purpose, in small letters, begins: "MINUTES To
// approve ..."; 0 where the line is not of that form.
func capitals(s string) int {
	words, at := 0, 0
	for at < len(s) {
		end := at + strings.IndexFunc(s[at:], blank)
		if end < at {
			end = len(s)
		}
		w := s[at:end]
		if strings.ToUpper(w) != w {
			c := w[0]
			if words >= 1 && c >= 'A' && c <= 'Z' && len(w) > 1 && at > 0 {
				return at
			}
			return 0
		}
		if strings.ContainsFunc(w, func(c rune) bool { return c >= 'A' && c <= 'Z' }) && len(w) > 1 {
			words++
		}
		at, _ = trim(s, end, len(s))
	}
	return 0
}
