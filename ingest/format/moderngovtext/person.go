package moderngovtext

import (
	"regexp"
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// namedTitle is the run of titles that a member's name begins with on a page that lists members.
var namedTitle = regexp.MustCompile(`^(?i:(?:(?:county |county borough |town |community |parish )?(?:councillors?|cllrs?|cynghorydd|alderman|baillie|bailie)|mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|revd|sir|dame|lord|lady|the right honourable|rt hon|the (?:deputy )?(?:lord )?mayor(?: of [\w ]+)?|(?:lord )?provost|hon)\.?[\s\x{a0}]+)+`)

// honours stand behind a name.
var honours = regexp.MustCompile(`(?:,?[\s\x{a0}]+(?:OBE|MBE|CBE|DBE|KBE|BEM|JP|J\.P\.|DL|MP|MSP|MS|QC|KC|PhD|FRSA|TD|KPM|QPM|MEP|AM|MLA))+\.?$`)

// bracketed is a role in brackets behind a name: "(Vice-Chairman)".
var bracketed = regexp.MustCompile(`^(.*?)[\s\x{a0}]*\(([^()]+)\)[\s\x{a0}]*(?:[-–][\s\x{a0}]*.*)?$`)

// member is a person as a list of members prints them.
type member struct{ name, asWritten, role string }

// readMember reads "Councillor Mrs Hester Lyne (Vice-Chairman)"; false for a vacancy and what is no name.
func readMember(s string) (member, bool) {
	s = tidy(s)
	m := member{asWritten: s}
	if got := bracketed.FindStringSubmatch(s); got != nil {
		m.asWritten, m.role = got[1], got[2]
	}
	m.name = plainName(m.asWritten)
	words := strings.Fields(m.name)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(m.name, ":;0123456789@") || strings.EqualFold(words[0], "vacancy") || strings.EqualFold(words[0], "vacant") || strings.EqualFold(words[0], "gwag") {
		return m, false
	}
	first := words[0][0]
	return m, first >= 'A' && first <= 'Z' || first >= 0x80
}

// plainName is a name without titles and honours.
func plainName(s string) string {
	s = namedTitle.ReplaceAllString(tidy(s), "")
	return strings.TrimSpace(honours.ReplaceAllString(s, ""))
}

// committee reads the page of a committee: its members with their parts in it.
func (r *reader) committee() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	if len(lines) == 0 {
		return
	}
	name := lines[0]
	m := record.Meeting{Committee: tidy(name.text), CommitteeID: r.url.committee,
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
			r.out.Memberships = append(r.out.Memberships, record.Membership{Person: who.name, Committee: m.Committee, Role: who.role, Span: span})
			r.out.People = append(r.out.People, record.Person{Name: who.name, AsWritten: who.asWritten, Span: span})
		}
	}
	r.out.Meetings = append(r.out.Meetings, m)
}
