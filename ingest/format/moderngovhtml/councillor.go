package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// term is a term of office or of a seat: "04/05/2017 - 05/05/2021", "(05/06/2025 - 26/10/2025)".
var term = regexp.MustCompile(`\(?(\d{1,2}/\d{1,2}/\d{4}) *[-–] *(\d{1,2}/\d{1,2}/\d{4})?\)?$`)

// councillor reads a councillor's own page: party, ward, offices, seats, terms. Contact details are left.
func (r *reader) councillor() {
	p := record.Person{SourceID: r.url.Person}
	part := ""
	for _, l := range r.lines {
		if p.Name == "" {
			if who, ok := printed.ReadMember(l.Text); ok && (l.kind == pageTitle || l.kind == subTitle || titledName.MatchString(l.Text)) {
				if _, title := printed.PageTitle(l.Text); !title {
					p.Name, p.AsWritten, p.Span = who.Name, who.AsWritten, r.spans.Span(l.place("councillor-name"))
				}
			}
			continue
		}
		if l.kind == section {
			part = councillorPart(l.Text)
			continue
		}
		if r.councillorField(&p, l) {
			continue
		}
		switch part {
		case "terms":
			if got := term.FindStringSubmatch(l.Text); got != nil {
				p.Terms = append(p.Terms, record.Term{Start: printed.ISODate(got[1]), End: isoOrEmpty(got[2])})
			}
		case "committees", "bodies":
			r.seat(&p, l, part)
		}
	}
	if p.Name != "" {
		r.out.People = append(r.out.People, p)
	}
}

// councillorPart is what the lines under a heading of the page are: committees, bodies, terms or "".
func councillorPart(heading string) string {
	switch s := strings.ToLower(strings.Trim(printed.Tidy(heading), ": ")); {
	case strings.HasPrefix(s, "committee appointments"), s == "committees", s == "penodiadau pwyllgor":
		return "committees"
	case strings.HasPrefix(s, "appointments to outside bod"), strings.HasPrefix(s, "outside bod"):
		return "bodies"
	case strings.HasPrefix(s, "terms of office"), strings.HasPrefix(s, "term of office"), s == "cyfnodau yn y swydd":
		return "terms"
	}
	return ""
}

// councillorField reads "Party:", "Ward:" and "Title:".
func (r *reader) councillorField(p *record.Person, l line) bool {
	name, value, ok := strings.Cut(l.Text, ":")
	value = printed.Tidy(value)
	if !ok || value == "" {
		return false
	}
	switch strings.ToLower(printed.Tidy(name)) {
	case "title", "teitl":
		p.Roles = append(p.Roles, printed.Roles(value)...)
	case "party", "plaid", "political party":
		p.Party = value
	case "ward", "division", "electoral division", "county electoral division", "etholaeth", "adran etholiadol":
		p.Ward = value
	default:
		return false
	}
	return true
}

// seat reads one appointment: a link to a committee or an outside body, the part in it in brackets, and,
// where the appointment has run out, from when to when it ran.
func (r *reader) seat(p *record.Person, l line, part string) {
	m := record.Membership{Person: p.Name, PersonID: p.SourceID, Committee: printed.Tidy(l.Text), Span: r.spans.Span(l.place("councillor-" + part))}
	if got := term.FindStringSubmatchIndex(m.Committee); got != nil {
		m.Start = printed.ISODate(m.Committee[got[2]:got[3]])
		if got[4] >= 0 {
			m.End = isoOrEmpty(m.Committee[got[4]:got[5]])
		}
		m.Committee = strings.TrimRight(m.Committee[:got[0]], " -–")
	}
	if got := printed.Bracketed.FindStringSubmatch(m.Committee); got != nil {
		m.Committee, m.Role = got[1], got[2]
	}
	if links := r.linksIn(l.Start, l.End()); len(links) > 0 {
		if links[0].to.Script == "mgcommitteedetails" {
			m.CommitteeID = links[0].to.Committee
		}
		m.Committee = printed.Tidy(r.page[links[0].From:links[0].To])
	} else if l.kind != listed {
		return
	}
	r.out.Memberships = append(r.out.Memberships, m)
}

func isoOrEmpty(s string) string {
	if s == "" {
		return ""
	}
	return printed.ISODate(s)
}
