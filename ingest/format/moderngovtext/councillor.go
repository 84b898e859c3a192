package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// term is a term of office: "04/05/2017 - 05/05/2021", "06/05/2021 -".
var term = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*[-–][\s\x{a0}]*(\d{1,2}/\d{1,2}/\d{4})?$`)

// councillor reads a councillor's own page: party, ward, roles, seats, terms.
func (r *reader) councillor() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	if len(lines) == 0 {
		return
	}
	who, _ := readMember(lines[0].text)
	p := record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: r.url.Person,
		Span: r.spans.Span(minutes.Place{Start: lines[0].start, End: lines[0].end(), Rule: "councillor-name"})}
	section := ""
	for _, l := range lines[1:] {
		label, value, ok := strings.Cut(l.text, ":")
		value = tidy(value)
		if ok && value != "" {
			switch strings.ToLower(tidy(label)) {
			case "title", "teitl":
				p.Roles = append(p.Roles, roles(value)...)
				continue
			case "party", "plaid", "political party":
				p.Party = value
				continue
			case "ward", "division", "electoral division", "county electoral division", "etholaeth", "adran etholiadol":
				p.Ward = value
				continue
			}
		}
		switch s := strings.ToLower(strings.Trim(tidy(l.text), ": ")); {
		case strings.HasPrefix(s, "committee appointments") || s == "penodiadau pwyllgor":
			section = "committees"
		case strings.HasPrefix(s, "appointments to outside bodies") || strings.HasPrefix(s, "outside bod"):
			section = "bodies"
		case strings.HasPrefix(s, "terms of office") || strings.HasPrefix(s, "term of office") || s == "cyfnodau yn y swydd":
			section = "terms"
		case strings.HasPrefix(s, "other councillors") || strings.HasPrefix(s, "more information") || s == "contact information" || strings.HasPrefix(s, "additional information") || s == "surgeries" || s == "elections":
			section = ""
		case section == "terms":
			if got := term.FindStringSubmatch(tidy(l.text)); got != nil {
				t := record.Term{Start: isoDate(got[1])}
				if got[2] != "" {
					t.End = isoDate(got[2])
				}
				p.Terms = append(p.Terms, t)
			}
		case section != "":
			r.seat(p.Name, l, section)
		}
	}
	if p.Name != "" {
		r.out.People = append(r.out.People, p)
	}
}

// seat reads one appointment: "Employment Panel (Substitute)".
func (r *reader) seat(person string, l line, section string) {
	m := record.Membership{Person: person, Committee: tidy(l.text),
		Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "councillor-" + section})}
	if got := printed.Bracketed.FindStringSubmatch(m.Committee); got != nil {
		m.Committee, m.Role = got[1], got[2]
	}
	if m.Committee != "" && person != "" {
		r.out.Memberships = append(r.out.Memberships, m)
	}
}
