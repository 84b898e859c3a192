package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// committee reads the page of a committee: its members, each a link to a person with the part in the
// committee in brackets behind it.
func (r *reader) committee() {
	lines := r.behindTitle()
	m := record.Meeting{}
	if at := subject(lines); at >= 0 {
		m.Committee = printed.Tidy(lines[at].Text)
		m.Span = r.spans.Span(lines[at].place("committee-name"))
	}
	m.CommitteeID = r.url.Committee
	if r.url.Script == "mgcommitteedetails" {
		m.CommitteeID = r.url.ID
	}
	for _, l := range lines {
		if name, value, ok := strings.Cut(l.Text, ":"); ok && l.kind != prose {
			switch strings.ToLower(printed.Tidy(name)) {
			case "support officer", "contact", "committee officer", "cyswllt", "contact officer":
				m.Contact = strings.TrimRight(printed.ContactOf(value), ".")
				continue
			}
		}
		who, id, ok := r.member(l)
		if id == "" || !ok || l.kind == prose {
			continue
		}
		span := r.spans.Span(l.place("committee-member"))
		r.out.Memberships = append(r.out.Memberships, record.Membership{Person: who.Name, PersonID: id, Committee: m.Committee,
			CommitteeID: m.CommitteeID, Role: who.Role, Span: span})
		r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: id, Span: span})
	}
	if m.Committee != "" {
		r.out.Committees = append(r.out.Committees, record.Committee{Name: m.Committee, SourceID: m.CommitteeID, Span: m.Span})
	}
	r.out.Meetings = append(r.out.Meetings, m)
}

// outsideBody reads the page of a body to which the council appoints: its facts and its representatives.
func (r *reader) outsideBody() {
	lines := r.behindTitle()
	at := subject(lines)
	b := block{body: lines}
	if at >= 0 {
		b.title, b.body = lines[at], append(append([]line(nil), lines[:at]...), lines[at+1:]...)
	}
	if len(lines) > 0 {
		b.from, b.to = lines[0].Start, lines[len(lines)-1].End()
	}
	name := printed.Tidy(b.title.Text)
	for _, l := range lines {
		who, id, ok := r.member(l)
		if id == "" || !ok || l.kind == prose || name == "" {
			continue
		}
		span := r.spans.Span(l.place("outside-body-member"))
		r.out.Memberships = append(r.out.Memberships, record.Membership{Person: who.Name, PersonID: id, Committee: name, Role: who.Role, End: untilOf(l.Text), Span: span})
		r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: id, Span: span})
	}
	r.one(b)
}

// until says when an appointment ends: "appointed until 31/05/2025".
var until = regexp.MustCompile(`(?i)\buntil +(\d{1,2}/\d{1,2}/\d{4}|\d{1,2} +[a-z]+ +\d{4})`)

func untilOf(s string) string {
	if got := until.FindStringSubmatch(s); got != nil {
		return printed.ISODate(got[1])
	}
	return ""
}
