package load

import (
	"fmt"
	"strings"

	"councilgraph/ingest/record"
)

// roster states what lists of people, committees and wards say.
func (s *speaker) roster() {
	for _, c := range s.page.Committees {
		s.listedCommittee(c)
	}
	for _, w := range s.page.Wards {
		s.ward(w.Name, w.Span)
	}
	for _, p := range s.page.People {
		s.listedPerson(p)
	}
	for _, m := range s.page.Memberships {
		s.membership(m)
	}
}

func (s *speaker) listedCommittee(c record.Committee) {
	values := map[string]any{"source_id": c.SourceID}
	if Slug(c.Parent) != "" && Slug(c.Parent) != Slug(c.Name) {
		s.committeeNamed(c.Parent, c.Span, nil)
		values["parent_id"] = s.committeeKey(c.Parent)
	}
	s.committeeNamed(c.Name, c.Span, values)
}

func (s *speaker) listedPerson(p record.Person) {
	full, ok := s.people.Person(p.Name)
	if !ok || Slug(full) == "" {
		return
	}
	kind := ""
	if p.Ward != "" || p.Party != "" || isMember(p.AsWritten) {
		kind = "COUNCILLOR"
	}
	s.person(p.Name, "", kind, p.SourceID, p.Span)
	person, one := s.personKey(full, p.SourceID)
	if !one {
		return
	}
	ward, party := s.ward(p.Ward, p.Span), s.party(p.Party, p.Span)
	terms := p.Terms
	if len(terms) == 0 && (ward != "" || party != "") {
		terms = []record.Term{{}}
	}
	for _, t := range terms {
		s.say("Term", fmt.Sprintf("%s/term/%s/%s", person, Slug(p.Ward), t.Start), p.Span, false, map[string]any{
			"start_date": t.Start, "end_date": t.End, "party_as_written": p.Party, "person_id": person, "ward_id": ward, "party_id": party,
		})
	}
	for _, role := range p.Roles {
		s.office(person, role, "", p.Span)
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

func (s *speaker) membership(m record.Membership) {
	full, ok := s.people.Person(m.Person)
	if !ok || Slug(full) == "" || Slug(m.Committee) == "" {
		return
	}
	s.person(m.Person, "", "", m.PersonID, m.Span)
	person, one := s.personKey(full, m.PersonID)
	if !one {
		return
	}
	values := map[string]any{
		"role": membershipRole(m.Role), "role_as_written": m.Role, "start_date": m.Start, "end_date": m.End, "person_id": person,
	}
	if s.page.Page.Type == record.PageOutsideBodies && m.CommitteeID == "" {
		values["outside_body"] = m.Committee
	} else {
		s.committeeNamed(m.Committee, m.Span, map[string]any{"source_id": m.CommitteeID})
		values["committee_id"] = s.committeeKey(m.Committee)
	}
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
