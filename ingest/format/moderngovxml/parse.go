// Package moderngovxml reads what ModernGov's web service, mgWebService.asmx, answers: committees,
// meetings, one meeting with its items, councillors by ward, member groups, election results.
//
// The service answers a bare root, or the same within a SOAP envelope. Entities are escaped twice, empty
// elements hold white space, booleans are True and False, dates dd/mm/yyyy. Addresses, telephone numbers
// and photographs of councillors are not read.
package moderngovxml

import (
	"fmt"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// Format is the name that a page read by this package carries.
const Format = "moderngov-xml"

// reader reads one answer. It writes the page's text first and notes the places of facts as it goes; the
// spans are counted when the text is whole.
type reader struct {
	doc   record.Document
	text  text
	out   record.Page
	later []func(*minutes.Spans)
}

// operation reads the answer of one operation of the service.
type operation struct {
	typ  record.PageType
	read func(*reader, *node) error
}

// operations are those of the service that are read, by the root of their answer.
func operations(root string) (operation, bool) {
	switch root {
	case "committees":
		return operation{record.PageCommittees, (*reader).committees}, true
	case "getmeetings", "getmeetingsbydate", "getallmeetingsbydate":
		return operation{record.PageMeetings, (*reader).meetings}, true
	case "meeting":
		return operation{record.PageMeeting, (*reader).meeting}, true
	case "councillorsbyward", "councillorsbywardid", "councillorsbypostcode":
		return operation{record.PageCouncillors, (*reader).councillors}, true
	case "memberlist":
		return operation{record.PageMemberGroup, (*reader).memberGroup}, true
	case "election":
		return operation{record.PageElections, (*reader).election}, true
	}
	return operation{}, false
}

// Parse reads an answer, decoded to text. The page's Text is a rendering of the answer's content for people;
// spans count code points of it. mine is false where the document is no answer of the service and neither
// its address nor its name nor its media type says that it should be one. The errors are those of this
// package, with what was seen.
func Parse(source string, doc record.Document) (page record.Page, mine bool, err error) {
	due := expected(doc)
	name := rootName(source)
	if name == "" || isHTML(name) {
		if due {
			return record.Page{}, true, instead(source, name)
		}
		return record.Page{}, false, nil
	}
	if _, ok := operations(name); !ok && !due && !isEnvelope(name) && !isResult(name) {
		return record.Page{}, false, nil
	}
	root, err := tree(source)
	if err == nil {
		root, err = unwrap(root)
	}
	if err != nil {
		if !due && isResult(name) {
			return record.Page{}, false, nil // other systems have responses and results, too
		}
		return record.Page{}, true, err
	}
	op, ok := operations(root.name)
	if !ok {
		if !due && !isEnvelope(name) {
			return record.Page{}, false, nil
		}
		return record.Page{}, true, fmt.Errorf("%w: its root is <%s>; read are committees, getmeetings, getmeetingsbydate, meeting, councillorsbyward, memberlist and election", ErrUnknownAnswer, root.name)
	}
	r := &reader{doc: doc}
	r.out.Page = record.PageInfo{Type: op.typ, URL: record.CanonicalURL(doc.URL), Format: Format}
	if doc.Council != "" {
		r.out.Council = &record.Council{Code: doc.Council}
	}
	if err := op.read(r, root); err != nil {
		return record.Page{}, true, err
	}
	r.out.Text = r.text.b.String()
	spans := minutes.NewSpans(r.out.Text)
	for _, fill := range r.later {
		fill(spans)
	}
	return r.out, true, nil
}

// place asks for the span of a paragraph to be put in to when the text is whole. A paragraph without text
// has no place.
func (r *reader) place(to *record.Span, p minutes.Paragraph, rule string) {
	r.row(to, []minutes.Paragraph{p}, rule)
}

// row asks for the span of a row of cells, from the first that has text to the last.
func (r *reader) row(to *record.Span, cells []minutes.Paragraph, rule string) {
	r.later = append(r.later, func(spans *minutes.Spans) { *to = placed(spans, cells, rule) })
}
