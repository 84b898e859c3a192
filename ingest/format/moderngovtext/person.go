package moderngovtext

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// committee reads the page of a committee: its members with their parts in it.
func (r *reader) committee() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	if len(lines) == 0 {
		return
	}
	name := lines[0]
	m := record.Meeting{Committee: tidy(name.text), CommitteeID: r.url.Committee,
		Span: r.spans.Span(minutes.Place{Start: name.start, End: name.end(), Rule: "committee-name"})}
	listed := false
	for _, l := range lines[1:] {
		switch heading := strings.ToLower(strings.Trim(tidy(l.text), ": ")); heading {
		case "membership", "members", "committee members", "aelodaeth", "aelodau":
			listed = true
			continue
		case "contact information", "contact", "gwybodaeth gyswllt", "meetings", "information", "more information", "purpose of committee", "substitutes", "cyswllt":
			listed = heading == "substitutes"
			continue
		}
		if contact, ok := cutLabel(l, "support officer", "contact", "committee officer", "cyswllt"); ok {
			m.Contact = contactOf(contact.text)
			continue
		}
		if !listed {
			continue
		}
		if who, ok := readMember(l.text); ok {
			span := r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "committee-member"})
			r.out.Memberships = append(r.out.Memberships, record.Membership{Person: who.Name, Committee: m.Committee, Role: who.Role, Span: span})
			r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, Span: span})
		}
	}
	r.out.Meetings = append(r.out.Meetings, m)
}
