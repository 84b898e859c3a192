package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// list reads a page of items: agenda, decisions, minutes of one meeting.
func (r *reader) list() {
	head, blocks := r.blocks(r.lines)
	m := r.meetingHead(head)
	entries := make([]assemble.Entry, 0, len(blocks))
	for _, b := range blocks {
		entries = append(entries, r.entry(b))
	}
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, m, entries))
}

// meetingHead reads what stands above the items: committee, date, status, venue, contact, packs.
func (r *reader) meetingHead(lines []line) record.Meeting {
	m := r.heading(lines)
	for i, l := range lines {
		if l.kind == prose {
			continue
		}
		if name, value, ok := strings.Cut(l.Text, ":"); ok && len(name) < 30 {
			if strings.TrimFunc(value, printed.Blank) == "" && i+1 < len(lines) {
				value = lines[i+1].Text
			}
			switch strings.ToLower(printed.Tidy(name)) {
			case "venue", "lleoliad", "location", "place":
				m.Venue = printed.VenueOf(value)
			case "contact", "cyswllt", "contact officer", "contacts":
				m.Contact = printed.ContactOf(value)
			}
		}
		m.Documents = append(m.Documents, r.files(l, false, "meeting-document")...)
	}
	r.meetingIDs(&m, lines)
	return m
}

// changed is what stands behind the time of a meeting that is not as it was: ", CANCELLED".
var changed = regexp.MustCompile(`(?i)[\s,–-]+\(?(cancelled|postponed|rescheduled|withdrawn|moved|adjourned|inquorate|provisional|new|gohiriwyd|canslwyd)\)?[\s.]*$`)

// namedBy stands before a meeting's name in links and headings that point at it.
var namedBy = regexp.MustCompile(`(?i)^(?:meeting of|meeting:|attendance (?:at|for)|agenda (?:for|of)|minutes (?:for|of)|decisions (?:for|of))[ :]+(?:the )?`)

// heading reads committee, date and start from the first line that is a meeting's head, looking at the
// page's subject before its other lines.
func (r *reader) heading(lines []line) record.Meeting {
	for _, own := range []bool{true, false} {
		for _, l := range lines {
			if l.kind == prose || len(l.Text) > 300 || own != (l.kind == subTitle) {
				continue
			}
			text, status := namedBy.ReplaceAllString(l.Text, ""), ""
			if c := changed.FindStringSubmatchIndex(text); c != nil {
				text, status = text[:c[0]], text[c[2]:c[3]]
			}
			for _, pattern := range []*regexp.Regexp{printed.HeadLine, printed.VotesHeadLine} {
				m, ok := printed.Heading(text, pattern)
				if !ok {
					continue
				}
				m.Span = r.spans.Span(l.place("meeting-head"))
				if l.kind == subTitle || status == strings.ToUpper(status) {
					m.Status = status
				}
				return m
			}
		}
	}
	return record.Meeting{}
}
