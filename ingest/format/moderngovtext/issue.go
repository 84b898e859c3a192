package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// issue reads the meetings at which a matter came up, each with its item.
func (r *reader) issue() {
	var at []int
	for i, l := range r.lines {
		if printed.MeetingLine.MatchString(l.text) {
			at = append(at, i)
		}
	}
	first := len(r.lines)
	if len(at) > 0 {
		first = at[0]
	}
	r.issueTitle(r.lines[:first], len(at) > 0)
	if len(at) == 0 {
		r.add(record.Meeting{}, []entry{r.entry(r.issueItem(r.lines[r.skipHead():], ""))})
		return
	}
	for n, i := range at {
		end := len(r.lines)
		if n+1 < len(at) {
			end = at[n+1]
		}
		l := r.lines[i]
		m := printed.MeetingLine.FindStringSubmatch(l.text)
		meeting := record.Meeting{Committee: tidy(m[2]), Date: isoDate(m[1]),
			Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-line"})}
		r.add(meeting, []entry{r.entry(r.issueItem(r.lines[i+1:end], numberText(m[3])))})
	}
}

func numberText(s string) string { return strings.TrimRight(tidy(s), ". ") }

// issueTitle reads the matter's own title above its meetings.
func (r *reader) issueTitle(head []line, meetings bool) {
	skip := r.skipHead()
	if skip > len(head) {
		skip = len(head)
	}
	r.out.Issue = &record.Issue{SourceID: r.url.Issue}
	for _, l := range head[skip:] {
		if !meetings || furniture(l.text) {
			continue
		}
		r.out.Issue.Title = tidy(l.text)
		r.out.Issue.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "issue-title"})
		return
	}
	if r.url.Issue == "" {
		r.out.Issue = nil
	}
}

// skipHead is the index behind the page's own title and the furniture above it.
func (r *reader) skipHead() int { return r.behindHead }

// findHead sets where the page's own title ends.
func (r *reader) findHead() {
	at := 0
	for i, l := range r.lines {
		if i >= 40 {
			break
		}
		if printed.TitleFor(l.text, r.typ) {
			at = i + 1
		}
	}
	for at < len(r.lines) && furniture(r.lines[at].text) {
		at++
	}
	r.behindHead = at
}

// issueItem reads the item under a meeting: "47 Revenue Budget pdf icon PDF 318 KB", then its text.
func (r *reader) issueItem(lines []line, number string) block {
	b := block{number: number}
	if len(lines) == 0 {
		return b
	}
	l := lines[0]
	at := 0
	if number == "" {
		at = leadingNumber(l.text)
		b.number = strings.TrimRight(strings.TrimFunc(l.text[:at], blank), ". ")
	} else if rest, ok := strings.CutPrefix(l.text, number); ok && rest != "" && !letterOrDigit(rest[0]) {
		at = len(number)
	}
	switch {
	case at > 0:
		from, to := trim(r.page, l.start+at, l.end())
		for from < to && (r.page[from] == '.' || r.page[from] == ' ') {
			from++
		}
		from, to = trim(r.page, from, to)
		b.number0 = line{text: l.text[:at], start: l.start}
		b.title = line{text: r.page[from:to], start: from}
		b.body = lines[1:]
	case readFile(l.text).Sized:
		b.title, b.body = l, lines[1:]
	case number != "" && len(lines) > 1 && strings.TrimRight(l.text, ". ") == number && titleLike(lines[1].text):
		b.number0, b.title, b.body = l, lines[1], lines[2:]
	case number != "" && len(lines) > 1 && !prose(l.text) && !strings.HasSuffix(l.text, ".") && titleLike(l.text) && marked(lines[1:]):
		b.title, b.body = l, lines[1:]
	default:
		b.body = lines
	}
	return b
}

// marked says that an item has kept the labels of its text.
func marked(lines []line) bool {
	for _, l := range lines {
		switch labelOf(l.text, false) {
		case labelMinutes, labelDecision, labelDocuments:
			return true
		}
	}
	return false
}

func letterOrDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// leadingNumber is the length of the number that a title begins with: "96 Garage Rents".
func leadingNumber(s string) int {
	cut := strings.IndexFunc(s, blank)
	if cut <= 0 || cut > 12 || !numberLine.MatchString(s[:cut]) || !titleLike(strings.TrimFunc(s[cut:], blank)) {
		return 0
	}
	return cut
}
