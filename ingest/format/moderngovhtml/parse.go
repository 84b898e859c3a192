// Package moderngovhtml reads ModernGov's pages as HTML: by their class names, ids and tables, with what
// their links say (ids of committees, meetings, items, issues, decisions and people; documents).
//
// The page's text is a rendering of its content block, made by package htmltext; spans count in it.
package moderngovhtml

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"

	"golang.org/x/net/html"
)

// Format is the name that a page read by this package carries.
const Format = "moderngov-html"

// What Parse answers instead of a page.
var (
	// ErrNotModernGov says that the markup is no page of this system.
	ErrNotModernGov = errors.New("not a ModernGov page as HTML")
	// ErrNoRecord says that it is a page of this system which is no record: a search, a form, an error.
	ErrNoRecord = errors.New("a ModernGov page, but no record")
)

// Plain is Parse's answer to a record whose markup says no more than its text does: a petition, minutes
// kept as one document, a page whose tables a council's template has undone. Whoever reads text may read it.
type Plain struct {
	Text    *htmltext.Text
	Content *html.Node // what was rendered, for the links in it
}

func (*Plain) Error() string { return "a ModernGov page that says no more than its text" }

// errPlain stands for a Plain until Parse gives it its text.
var errPlain = errors.New("no structure")

// reader reads one page.
type reader struct {
	doc     record.Document
	url     printed.Address
	base    *url.URL
	content *html.Node
	text    *htmltext.Text
	page    string // text.String
	spans   *minutes.Spans
	typ     record.PageType
	index
	lines []line
	// labelled says that some item of the page has a label before its minutes or decision.
	labelled bool
	out      record.Page
}

// Parse reads a page's markup, decoded. Addresses are taken from doc.URL; its bytes are not looked at.
// The errors it wraps are ErrNotModernGov and ErrNoRecord, or it is a *Plain.
func Parse(markup string, doc record.Document) (record.Page, error) {
	if !marked(markup) {
		return record.Page{}, ErrNotModernGov
	}
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return record.Page{}, fmt.Errorf("%w: %w", ErrNotModernGov, err)
	}
	r := &reader{doc: doc, url: printed.ReadAddress(doc.URL)}
	if r.base, err = url.Parse(record.CanonicalURL(doc.URL)); err != nil || !r.base.IsAbs() {
		r.base = nil
	}
	titles, content := contentOf(root)
	if content == nil {
		return record.Page{}, ErrNotModernGov
	}
	r.render(titles, content)
	if err := r.detect(); err != nil {
		return record.Page{}, err
	}
	r.out = record.Page{
		Page: record.PageInfo{Type: r.typ, URL: record.CanonicalURL(doc.URL), Format: Format},
		Text: r.page,
	}
	if doc.Council != "" {
		r.out.Council = &record.Council{Code: doc.Council}
	}
	if err := r.read(); err != nil {
		return record.Page{}, &Plain{Text: r.text, Content: r.content}
	}
	return r.out, nil
}

// read fills the page by its type.
func (r *reader) read() error {
	switch r.typ {
	case record.PageList, record.PageAgenda:
		r.list()
	case record.PageItem:
		r.item()
	case record.PageIssue:
		r.issue()
	case record.PageDecision:
		r.decision()
	case record.PageDecisionList:
		r.decisionList()
	case record.PageIssueDecisions:
		r.issueDecisions()
	case record.PagePlanItem:
		r.planItem()
	case record.PageVotes:
		r.votes()
	case record.PageAttendance:
		r.attendance()
	case record.PageAttendanceSummary:
		r.attendanceSummary()
	case record.PageCommittee:
		r.committee()
	case record.PageCouncillor:
		r.councillor()
	case record.PageMembers:
		r.members()
	case record.PageOutsideBodies:
		r.outsideBody()
	case record.PageCalendar:
		r.calendar()
	case record.PageDeclarations:
		r.declarations()
	default:
		return errPlain
	}
	if r.bare() {
		return errPlain
	}
	return nil
}

// bare says that the page has none of the structure that its type has here, so that its text says as much:
// no item, no meeting, nobody. A list of decisions or meetings may be empty.
func (r *reader) bare() bool {
	switch r.typ {
	case record.PageDecisionList, record.PageDeclarations:
		return false
	case record.PageList, record.PageAgenda, record.PageIssue, record.PageIssueDecisions, record.PageVotes, record.PageItem:
		for _, m := range r.out.Meetings {
			for _, i := range m.Items {
				if i.Title != "" || i.Number != "" || i.Minutes != "" || i.Decision != "" || i.Purpose != "" {
					return false
				}
			}
		}
		return true
	case record.PageAttendance:
		return len(r.out.Meetings) == 0 || len(r.out.Meetings[0].Attendances) == 0
	case record.PageCommittee, record.PageMembers, record.PageCouncillor, record.PageAttendanceSummary:
		return len(r.out.People) == 0
	case record.PageCalendar:
		return len(r.out.Meetings) == 0
	}
	return false
}

// render makes the text of the page and looks through its elements once.
func (r *reader) render(titles []*html.Node, content *html.Node) {
	b := htmltext.NewBuilder(hidden)
	for _, t := range titles {
		b.Node(t)
	}
	b.Node(content)
	r.content, r.text = content, b.Text()
	r.page = r.text.String
	r.spans = minutes.NewSpans(r.page)
	r.index = r.look(content)
	r.lines = r.classify()
}
