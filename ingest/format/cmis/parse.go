// Package cmis reads the pages of CMIS, the meetings system that some councils have in place of
// ModernGov: a meeting with its documents, items, attendance and declarations, as HTML or as the text
// that such a page prints, and its lists of meetings.
package cmis

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"

	"golang.org/x/net/html"
)

// Format is the name that a page read by this package carries.
const Format = "cmis"

// What Parse answers instead of a page.
var (
	// ErrNotCMIS says that the document is no page of this system.
	ErrNotCMIS = errors.New("not a CMIS page")
	// ErrNoRecord says that it is a page of this system which is no record: a search, a form.
	ErrNoRecord = errors.New("a CMIS page, but no record")
)

// line is a printed line, or a cell of a table's row.
type line struct {
	text  string
	start int
	cell  bool // it stands behind another cell on its line
	links []link
}

func (l line) end() int { return l.start + len(l.text) }

func (l line) place(rule string) minutes.Place {
	return minutes.Place{Start: l.start, End: l.end(), Rule: rule}
}

// link is an anchor within a line.
type link struct {
	htmltext.Range
	href string
}

// reader reads one page.
type reader struct {
	page  string
	lines []line
	spans *minutes.Spans
	base  *url.URL
	out   record.Page
}

var (
	// meetingPath is where a page's address, or a link's, holds the ids of its meeting and committee.
	meetingPath = regexp.MustCompile(`(?i)/Meeting/(\d+)(?:/Committee/(\d+))?(?:/|$)`)
	// tabs are the parts of a meeting's page, by the names of which a text of such a page is known.
	tabs = regexp.MustCompile(`(?m)^[\s\x{a0}]*(?:Documents|Attendance|Visitors|Declarations of Interests?)[\s\x{a0}]*$`)
	// modules are the parts of CMIS that a page's markup names.
	modules = regexp.MustCompile(`ModCMIS|ViewCMIS_|ViewMeetingPublic|MeetingCalendarPublic|MeetingCalendarListView|CmisDocumentList`)
)

// ParseMarkup reads a page's markup, decoded. The errors it wraps are ErrNotCMIS and ErrNoRecord.
func ParseMarkup(markup string, doc record.Document) (record.Page, error) {
	module := modules.FindString(markup)
	if module == "" {
		return record.Page{}, ErrNotCMIS
	}
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return record.Page{}, fmt.Errorf("%w: %w", ErrNotCMIS, err)
	}
	content := contentOf(root)
	text := htmltext.Render(content, nil)
	if strings.Contains(markup, "ModCMISSearch") || strings.Contains(markup, "ViewCMIS_Search") {
		if found := results.FindString(text.String); found != "" {
			return record.Page{}, fmt.Errorf("%w: a page of search results, %q; ingest the meetings that it points at", ErrNoRecord, found)
		}
		return record.Page{}, fmt.Errorf("%w: a search form", ErrNoRecord)
	}
	r := newReader(text.String, doc)
	r.lines = r.linesOf(text, content)
	return r.read(doc)
}

// results is what a page of search results says of them.
var results = regexp.MustCompile(`(?i)search results \(\d+ \w+ found\)|your search produced no results`)

// ParseText reads the text that such a page prints. It answers false where the text is none.
func ParseText(text string, doc record.Document) (record.Page, bool) {
	if !meetingPath.MatchString(doc.URL) && !(strings.HasPrefix(strings.TrimSpace(text), "Meeting Details") && len(tabs.FindAllStringIndex(text, 5)) >= 3) {
		return record.Page{}, false
	}
	r := newReader(text, doc)
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		if from, to := printed.Trim(text, at, end); from < to {
			r.lines = append(r.lines, line{text: text[from:to], start: from})
		}
		at = end + 1
	}
	page, err := r.read(doc)
	return page, err == nil
}

func newReader(text string, doc record.Document) *reader {
	r := &reader{page: text, spans: minutes.NewSpans(text)}
	if base, err := url.Parse(record.CanonicalURL(doc.URL)); err == nil && base.IsAbs() {
		r.base = base
	}
	r.out = record.Page{Page: record.PageInfo{URL: record.CanonicalURL(doc.URL), Format: Format}, Text: text}
	if doc.Council != "" {
		r.out.Council = &record.Council{Code: doc.Council}
	}
	return r
}

// read tells a meeting's page from a list of meetings and reads it.
func (r *reader) read(doc record.Document) (record.Page, error) {
	if m, first, ok := r.head(); ok {
		r.out.Page.Type = record.PageMeeting
		m.SourceID, m.CommitteeID = idsOf(doc.URL)
		r.meeting(m, first)
		return r.out, nil
	}
	if r.listed(); len(r.out.Meetings) > 0 {
		r.out.Page.Type = record.PageCalendar
		return r.out, nil
	}
	return record.Page{}, fmt.Errorf("%w: it has neither a meeting's committee and date nor a list of meetings", ErrNoRecord)
}

// idsOf are the ids that an address gives of a meeting and its committee.
func idsOf(address string) (meeting, committee string) {
	if got := meetingPath.FindStringSubmatch(address); got != nil {
		return got[1], got[2]
	}
	return "", ""
}
