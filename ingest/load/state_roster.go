package load

import (
	"fmt"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// roster states what lists of people, committees and wards say.
func (s *speaker) roster() {
	for i, c := range s.page.Committees {
		s.listedCommittee(fmt.Sprintf("committee/%d", i), c)
	}
	for _, w := range s.page.Wards {
		s.ward(w.Name, w.Span)
	}
	for _, p := range s.page.People {
		s.listedPerson(p)
	}
	for i, m := range s.page.Memberships {
		s.membership(fmt.Sprintf("membership/%d/committee", i), m)
	}
}

func (s *speaker) listedCommittee(at string, c record.Committee) {
	more := map[string]any{}
	if Slug(c.Parent) != "" && Slug(c.Parent) != Slug(c.Name) {
		if parent := s.committee(at+"/parent", c.Parent, "", "", c.Span, nil); parent != "" {
			more["parent_id"] = parent
		}
	}
	s.committee(at, c.Name, c.SourceID, "", c.Span, more)
}

func (s *speaker) listedPerson(p record.Person) {
	who := link.Mention{Name: p.Name, SourceID: p.SourceID, Title: titleOf(p.AsWritten, p.Name), Date: s.observed, Bearing: link.Roster}
	if p.Ward != "" || p.Party != "" || isMember(p.AsWritten) {
		who.Capacity = "councillor"
	}
	n, _, ok := s.who(who, p.Span)
	if !ok {
		return
	}
	ward, party := s.ward(p.Ward, p.Span), s.party(p.Party, p.Span)
	terms := p.Terms
	if len(terms) == 0 && (ward != "" || party != "") {
		terms = []record.Term{{}}
	}
	for _, t := range terms {
		who.From, who.To = t.Start, t.End
		s.inOffice(who, p)
		if n.answer.Person != "" {
			person := s.personKey(n)
			s.say("Term", fmt.Sprintf("%s/term/%s/%s", person, Slug(p.Ward), t.Start), p.Span, false, map[string]any{
				"start_date": t.Start, "end_date": t.End, "party_as_written": p.Party, "person_id": person, "ward_id": ward, "party_id": party,
			})
		}
	}
	if len(terms) == 0 {
		s.inOffice(who, p)
	}
	for _, role := range p.Roles {
		if n.answer.Person != "" {
			s.office(s.personKey(n), role, "", p.Span)
		}
	}
}

// inOffice names a listed person for a term, once with each office.
func (s *speaker) inOffice(who link.Mention, p record.Person) {
	s.who(who, p.Span)
	for _, who.Role = range p.Roles {
		s.who(who, p.Span)
	}
}

func (s *speaker) ward(name string, span record.Span) string {
	if Slug(name) == "" {
		return ""
	}
	key := s.slug + "/ward/" + Slug(name)
	s.say("Ward", key, span, false, map[string]any{"name": name})
	return key
}

func (s *speaker) party(asWritten string, span record.Span) string {
	name := PartyName(asWritten)
	if Slug(name) == "" {
		return ""
	}
	key := s.slug + "/party/" + Slug(name)
	s.say("Party", key, span, false, map[string]any{"name": name})
	return key
}

// office states a post that the page names with a person, on the day of a meeting where it tells of one.
func (s *speaker) office(person, title, seen string, span record.Span) {
	if Slug(title) == "" {
		return
	}
	s.say("Office", person+"/office/"+Slug(title), span, false, map[string]any{
		"title": title, "person_id": person, "first_seen": seen, "last_seen": seen,
	})
}

func (s *speaker) membership(at string, m record.Membership) {
	if Slug(m.Committee) == "" && m.CommitteeID == "" {
		return
	}
	who := link.Mention{Name: m.Person, SourceID: m.PersonID, Date: s.observed}
	values := map[string]any{"role": membershipRole(m.Role), "role_as_written": m.Role, "start_date": m.Start, "end_date": m.End}
	if s.page.Page.Type == record.PageOutsideBodies && m.CommitteeID == "" {
		values["outside_body"] = m.Committee
	} else {
		who.Committee = s.committee(at, m.Committee, m.CommitteeID, "", m.Span, nil)
		who.Role, who.Bearing, who.From, who.To = m.Role, link.Member, m.Start, m.End
		values["committee_id"] = who.Committee
	}
	person := s.key(who, m.Span)
	if person == nil {
		return
	}
	values["person_id"] = person
	s.say("Membership", fmt.Sprintf("%s/membership/%s/%s", person, Slug(m.Committee), m.Start), m.Span, false, values)
}

// membershipRole is the API's word for a member's part, "" where the page gives none.
func membershipRole(asWritten string) string {
	plain := folded(asWritten)
	switch {
	case plain == "":
		return ""
	case strings.Contains(plain, "vice") && (strings.Contains(plain, "chair") || strings.Contains(plain, "convener") || strings.Contains(plain, "president")),
		strings.Contains(plain, "deputy chair"):
		return "VICE_CHAIR"
	case strings.Contains(plain, "chair"), plain == "convener", plain == "cadeirydd":
		return "CHAIR"
	case strings.Contains(plain, "substitute"), strings.Contains(plain, "reserve"):
		return "SUBSTITUTE"
	case strings.Contains(plain, "co opted"), strings.Contains(plain, "coopted"):
		return "CO_OPTED"
	case strings.Contains(plain, "member"), plain == "aelod":
		return "MEMBER"
	}
	return "OTHER"
}
