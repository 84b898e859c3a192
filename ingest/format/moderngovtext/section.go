package moderngovtext

import (
	"strings"
	"unicode/utf8"

	"councilgraph/ingest/minutes"
	"councilgraph/internal/regexp"
)

// part is one stretch of an item's body under one of the system's labels; what stands before any
// label has noLabel.
type part struct {
	label label
	lines []line
}

// noise are lines of the page's furniture that say nothing of the meeting.
var noise = regexp.MustCompile(`(?i)^(?:view directions|media|logo|menu|rating button|skip to (?:main )?content|skip navigation|undefined|(?:view|hide) recorded vote for this item|view the (?:full )?(?:decision|minutes|reasons|list of documents)\b.*|view the declarations of interest.*|view the background to item .*|you can also view the agenda.*|link to .*|share this (?:item|page).*|audio recording - .*|print this page|back to top|cyfarwyddiadau|cyfryngau|dewislen|\[|\]|\*|home|accessibility|contact us|(?:item|minute(?: ?(?:number|no\.?))?|no\.?|ref)[\s\x{a0}]*(?:[\s\x{a0}]*(?:description|subject|title|resolution|decision|action|minute|item|text))+)$`)

// furniture says that a line belongs to the page and not to what it tells.
func furniture(s string) bool { return len(s) < 120 && noise.MatchString(s) }

// parts sorts the lines of one item's body under their labels; files are the lines that name the
// item's files, with the rule that took them for files.
func (r *reader) parts(body []line) (out []part, files []line) {
	cur := part{}
	open := func(l label) {
		if len(cur.lines) > 0 {
			out = append(out, cur)
		}
		cur = part{label: l}
	}
	for i, l := range body {
		if furniture(l.text) {
			continue
		}
		if labelOf(l.text, true) == labelDocuments && i+1 < len(body) && (body[i+1].bullet || readFile(body[i+1].text).Sized) {
			open(labelDocuments)
			continue
		}
		switch got := labelOf(l.text, false); got {
		case labelMinutes, labelDecision, labelPurpose, labelDocuments:
			open(got)
			continue
		}
		if got := labelOf(l.text, true); got == labelDecision && r.fielded() && len(l.text) < 30 {
			open(got)
			continue
		}
		if got, rest := inlineLabel(l.text); got == labelDecision || got == labelPurpose || got == labelMinutes {
			s, e := trim(l.text, rest, len(l.text))
			if got == labelMinutes && cur.label != noLabel {
				cur.lines = append(cur.lines, l)
				continue
			}
			open(got)
			cur.lines = append(cur.lines, line{text: l.text[s:e], start: l.start + s, gap: l.gap})
			continue
		}
		if len(l.text) < 250 && cur.label != labelDocuments {
			if f := readFile(l.text); f.Size != "" && f.Title != "" {
				files = append(files, l)
				continue
			}
		}
		if cur.label == labelDocuments {
			if l.bullet || readFile(l.text).Sized {
				files = append(files, l)
				continue
			}
			open(noLabel)
		}
		cur.lines = append(cur.lines, l)
	}
	open(noLabel)
	return out, files
}

// paragraphs joins lines that were wrapped in the middle of a sentence, so that one paragraph is one
// stretch of the page again. Text that the page cut off ends before the system's mark.
func (r *reader) paragraphs(lines []line) []minutes.Paragraph {
	var out []minutes.Paragraph
	for i, l := range lines {
		if i > 0 && wrapped(lines[i-1], l) {
			last := &out[len(out)-1]
			last.Text = r.page[last.Start:l.end()]
			continue
		}
		out = append(out, r.withBullet(l))
	}
	return out
}

// withBullet is a line as a paragraph, with the bullet that the page prints before it: minutes list what
// was resolved under bullets as well as under numbers.
func (r *reader) withBullet(l line) minutes.Paragraph {
	p := l.paragraph()
	if !l.bullet || r.fielded() {
		return p
	}
	for at := l.start; at > 0; {
		c, n := utf8.DecodeLastRuneInString(r.page[:at])
		at -= n
		if c == '•' || c == '-' {
			return minutes.Paragraph{Text: r.page[at:l.end()], Start: at}
		}
		if !blank(c) {
			break
		}
	}
	return p
}

// openEnd are words that no sentence ends with.
var openEnd = regexp.MustCompile(`(?i)(?:^|[\s\x{a0}])(?:a|an|the|to|of|and|or|for|by|with|in|at|on|from|that|which|as|into|their|its|his|her|councillor|councillors|mr|mrs|ms)$`)

// "Moved by X," and "Seconded by Y and" on two lines are one sentence.
var (
	movedLine    = regexp.MustCompile(`^(?i:moved|proposed)(?i:[\s\x{a0}]+by)\b[^.]{2,80}[^.;:]$`)
	secondedLine = regexp.MustCompile(`^(?i:(?:and[\s\x{a0}]+)?(?:duly[\s\x{a0}]+)?seconded[\s\x{a0}]+by)\b`)
)

// labelledEnd is a line of a table's cell that is whole although no full stop ends it.
var labelledEnd = regexp.MustCompile(`[|)\]"”’]$|^[A-Z\s]+$`)

// loneMark is an entry's mark on a line of its own; its text is the next line.
var loneMark = regexp.MustCompile(`^(?:\([a-zA-Z0-9]{1,4}\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])$`)

// wrapped says that next goes on with the sentence that l began.
func wrapped(l, next line) bool {
	if next.bullet || next.gap > 2 {
		return false
	}
	if loneMark.MatchString(l.text) && !loneMark.MatchString(next.text) {
		return true
	}
	if minutes.HasMarker(next.text) {
		return false
	}
	if movedLine.MatchString(l.text) && secondedLine.MatchString(next.text) {
		return true
	}
	if len(l.text) < 30 && (next.gap > 0 || l.cell == 0) {
		return false
	}
	switch l.text[len(l.text)-1] {
	case '.', ':', ';', '!', '?', '-':
		return false
	}
	if l.cell > 0 && l.cell == next.cell && next.gap == 0 && len(l.text) > 20 && !thatOrSmall.MatchString(next.text) && !labelledEnd.MatchString(l.text) {
		return true
	}
	first := next.text[0]
	if openEnd.MatchString(l.text) {
		return true
	}
	return first >= 'a' && first <= 'z' || next.gap == 0 && (first == '(' || strings.HasPrefix(next.text, "£"))
}
