package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

var (
	// declaredItem is the item that an interest is declared on: "Item 6 - Grants to Voluntary Bodies".
	declaredItem = regexp.MustCompile(`^(?i:(?:agenda )?item|eitem|minute)[\s\x{a0}]*(?:no\.?)?[\s\x{a0}:]*(\d+[A-Za-z]?(?:\.\d+)?(?:\([a-z0-9]+\))?)[\s\x{a0}]*(?:[-–:][\s\x{a0}]*(.*))?$`)
	// leftRoom says what became of the member.
	leftRoom = regexp.MustCompile(`(?i)\b(?:left|withdrew from|leave|vacated)\b`)
	stayed   = regexp.MustCompile(`(?i)\b(?:remained|stayed)\b`)
)

// declarations reads the page of interests declared: under the meeting's head the members, under each the
// items with the kind of interest.
func (r *reader) declarations() {
	var m record.Meeting
	var who printed.Member
	var open *record.Declaration
	close := func() {
		if open != nil {
			m.Declarations = append(m.Declarations, *open)
		}
		open = nil
	}
	flush := func() {
		close()
		if m.Date != "" || len(m.Declarations) > 0 {
			r.out.Meetings = append(r.out.Meetings, m)
		}
		m = record.Meeting{}
	}
	for _, l := range r.lines[min(r.skipHead(), len(r.lines)):] {
		if head, ok := votesHead(l); ok {
			flush()
			m = head
			m.SourceID, m.CommitteeID = r.url.Meeting, r.url.Committee
			m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-head"})
			continue
		}
		if memberLine.MatchString(l.text) && len(l.text) < 80 {
			if got, ok := readMember(l.text); ok {
				close()
				who = got
				r.person(who, l)
				continue
			}
		}
		if got := declaredItem.FindStringSubmatch(l.text); got != nil && who.Name != "" {
			close()
			open = &record.Declaration{Person: who.Name, Item: got[1],
				Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "declared-interest"})}
			continue
		}
		if kind, ok := cutLabel(l, "type of interest", "interest", "nature of interest", "kind of interest"); ok && who.Name != "" {
			if open == nil {
				open = &record.Declaration{Person: who.Name, Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "declared-interest"})}
			}
			open.Kind = strings.ToLower(tidy(kind.text))
			continue
		}
		if open != nil && (leftRoom.MatchString(l.text) || stayed.MatchString(l.text)) {
			left := leftRoom.MatchString(l.text)
			open.Left = &left
		}
	}
	flush()
}

// person puts a member whom the page lists on the page, once.
func (r *reader) person(who printed.Member, l line) {
	for _, p := range r.out.People {
		if p.Name == who.Name {
			return
		}
	}
	r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten,
		Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "member-listed"})})
}
