package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// meetingHead reads what stands above the items: committee, date, venue, contact, packs of documents.
func (r *reader) meetingHead(lines []line) record.Meeting {
	var out record.Meeting
	for _, pattern := range []*regexp.Regexp{printed.HeadLine, printed.CrumbLine} {
		for _, l := range lines {
			if len(l.text) > 300 {
				continue
			}
			if m, ok := headOf(l, pattern); ok && out.Date == "" {
				out = m
				out.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-head"})
			}
		}
	}
	for i, l := range lines {
		if label, value, ok := strings.Cut(l.text, ":"); ok {
			if strings.TrimFunc(value, blank) == "" && i+1 < len(lines) {
				value = lines[i+1].text
			}
			switch strings.ToLower(tidy(label)) {
			case "venue", "lleoliad", "location", "place":
				out.Venue = venueOf(value)
			case "contact", "cyswllt", "contact officer", "contacts":
				out.Contact = contactOf(value)
			}
		}
		if f := readFile(l.text); f.Sized && f.Title != "" {
			out.Documents = append(out.Documents, fileRecord(f, l, r.spans, "meeting-document"))
		}
	}
	out.CommitteeID, out.SourceID = r.url.Committee, r.url.Meeting
	return out
}
