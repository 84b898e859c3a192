// Package moderngovtext reads text renderings of ModernGov's pages: spaced (labels kept, paragraphs
// apart), stripped (labels and titles lost) and piped (table cells on one line).
package moderngovtext

import (
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// Format is the name that a page read by this package carries.
const Format = "moderngov-text"

// reader reads one page.
type reader struct {
	page  string
	url   address
	typ   record.PageType
	lines []line
	// behindHead is the index of the first line behind the page's own title
	behindHead int
	spans      *minutes.Spans
	// labelled says that the page, a list, has kept its labels: text without one is no minutes
	labelled bool
	// dots says that the page prints items' numbers with a full stop
	dots bool
	out  record.Page
}

// Parse reads a page's text. Spans of the result count code points of text. Addresses are taken from
// doc.URL; its bytes are not looked at. It answers false where the text is no page that it knows.
func Parse(text string, doc record.Document) (record.Page, bool) {
	r := &reader{page: text, url: readAddress(doc.URL), lines: split(text), spans: minutes.NewSpans(text)}
	typ, ok := r.detect()
	if !ok {
		return record.Page{}, false
	}
	r.typ = typ
	r.findHead()
	r.out = record.Page{
		Page: record.PageInfo{Type: typ, URL: record.CanonicalURL(doc.URL), Format: Format},
		Text: text,
	}
	if doc.Council != "" {
		r.out.Council = &record.Council{Code: doc.Council}
	}
	switch typ {
	case record.PageIssue:
		r.issue()
	case record.PageList, record.PageAgenda:
		r.list()
	case record.PageMinutesDoc, record.PageLegacyMinutes, record.PageMeeting:
		r.minutesDocument()
	case record.PageAttendance:
		r.attendance()
	case record.PageAttendanceSummary:
		r.attendanceSummary()
	case record.PageMembers:
		r.members()
	case record.PageCalendar:
		r.calendar()
	case record.PageDecision:
		r.decision()
	case record.PageDeclarations:
		r.declarations()
	case record.PageDecisionList:
		r.decisionList()
	case record.PageIssueDecisions:
		r.issueDecisions()
	case record.PageVotes:
		r.votes()
	case record.PageCommittee:
		r.committee()
	case record.PageCouncillor:
		r.councillor()
	default:
		r.single()
	}
	return r.out, true
}
