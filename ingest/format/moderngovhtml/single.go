package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// behindTitle are the lines behind the page's own titles, the subject (h2) among them.
func (r *reader) behindTitle() []line {
	at := 0
	for i, l := range r.lines {
		if i > 40 {
			break
		}
		if _, ok := printed.PageTitle(l.Text); l.kind == pageTitle || ok && l.kind != prose {
			at = i + 1
		}
	}
	return r.lines[at:]
}

// subject is the index of the line that says what a page is about, -1 where none does.
func subject(lines []line) int {
	for i, l := range lines {
		if l.kind == subTitle {
			return i
		}
	}
	for i, l := range lines {
		switch l.kind {
		case itemTitle, section, plain:
			if printed.LabelOf(l.Text, false) == printed.NoLabel {
				return i
			}
		case prose, label:
			return -1
		}
	}
	return -1
}

// item reads the page of one agenda item.
func (r *reader) item() {
	lines := r.behindTitle()
	r.labelled = labelled(lines)
	head, blocks := r.blocks(lines)
	m := r.heading(head)
	b := block{}
	switch at := subject(head); {
	case len(blocks) > 0:
		b = blocks[0]
		for _, more := range blocks[1:] {
			b.body = append(b.body, append([]line{more.title}, more.body...)...)
			b.to = more.to
		}
		b.body = append(rest(head, at), b.body...)
	case at >= 0:
		b = r.block(head[at:])
		b.title, b.number = head[at], ""
		b.number, b.title = r.leading(b.title)
		b.body = head[at+1:]
	case len(head) > 0:
		b = block{body: head, from: head[0].Start, to: head[len(head)-1].End()}
	}
	if b.number == "" {
		b.number = itemInMeeting(head)
	}
	e := r.entry(b)
	if r.url.Item != "" {
		e.Item.SourceID = r.url.Item
	}
	r.meetingIDs(&m, r.lines)
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, m, []assemble.Entry{e}))
}

// inMeeting ends the link from an item to its meeting: "(Item 41.)".
var inMeeting = regexp.MustCompile(`\((?:Item|Eitem) ([^()]{1,12}(?:\([a-z0-9]+\))?)\)$`)

// itemInMeeting is the item's number as the link to its meeting gives it, "" where there is none.
func itemInMeeting(head []line) string {
	for _, l := range head {
		if got := inMeeting.FindStringSubmatch(l.Text); got != nil && l.kind != prose {
			return bareNumber(got[1])
		}
	}
	return ""
}

// rest are the lines of a head without its subject and without what can be done with the page.
func rest(head []line, subject int) []line {
	var out []line
	for i, l := range head {
		if i != subject && l.kind == prose {
			out = append(out, l)
		}
	}
	return out
}

// issue reads the meetings at which a matter came up, each with its item.
func (r *reader) issue() {
	lines := r.behindTitle()
	r.labelled = false
	var at []int
	for i, l := range lines {
		if l.kind != prose && printed.MeetingLine.MatchString(l.Text) {
			at = append(at, i)
		}
	}
	first := len(lines)
	if len(at) > 0 {
		first = at[0]
	}
	r.issueTitle(lines[:first])
	for n, i := range at {
		end := len(lines)
		if n+1 < len(at) {
			end = at[n+1]
		}
		l := lines[i]
		got := printed.MeetingLine.FindStringSubmatch(l.Text)
		m := record.Meeting{Committee: printed.Tidy(got[2]), Date: printed.ISODate(got[1]), Span: r.spans.Span(l.place("meeting-line"))}
		var item agreed
		for _, k := range r.linksIn(l.Start, l.End()) {
			m.CommitteeID, m.SourceID = k.to.Committee, k.to.Meeting
			item.add(k.to.Item)
		}
		e := r.entry(r.issueItem(lines[i+1:end], strings.TrimRight(printed.Tidy(got[3]), ". "), l.End()))
		e.Item.IssueID = r.url.Issue
		if id := item.value(); id != "" {
			e.Item.SourceID = id
		}
		r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, m, []assemble.Entry{e}))
	}
}

// issueTitle reads the matter's own title and id.
func (r *reader) issueTitle(head []line) {
	is := record.Issue{SourceID: r.url.Issue}
	if at := subject(head); at >= 0 {
		is.Title = printed.Tidy(head[at].Text)
		is.Span = r.spans.Span(head[at].place("issue-title"))
	}
	if is.SourceID == "" {
		var a agreed
		for _, k := range r.links {
			a.add(k.to.Issue)
		}
		is.SourceID = a.value()
	}
	if is.Title != "" || is.SourceID != "" {
		r.out.Issue = &is
	}
}

// issueItem reads the item under a meeting: its number, where the meeting's line gives it, and its title.
func (r *reader) issueItem(lines []line, number string, mark int) block {
	if len(lines) == 0 {
		return block{number: number, from: mark, to: mark}
	}
	var b block
	if head, blocks := r.blocks(lines); len(blocks) == 1 && len(head) == 0 {
		b = blocks[0]
	} else if at := subject(lines); at == 0 && (lines[0].kind == itemTitle || lines[0].kind == section || len(r.files(lines[0], false, "")) > 0) {
		b = block{title: lines[0], body: lines[1:], from: lines[0].Start, to: lines[len(lines)-1].End()}
		b.number, b.title = r.leading(b.title)
	} else {
		b = block{body: lines, from: lines[0].Start, to: lines[len(lines)-1].End()}
	}
	b.mark = mark
	if number == "" {
		return b
	}
	if rest, ok := strings.CutPrefix(b.title.Text, number); b.number == "" && ok && strings.HasPrefix(rest, " ") {
		from, to := printed.Trim(r.page, b.title.Start+len(number), b.title.End())
		b.title.Text, b.title.Start = r.page[from:to], from
	}
	b.number = number
	return b
}
