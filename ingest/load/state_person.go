package load

import (
	"slices"
	"strings"

	"councilgraph/ingest/record"
)

// persons states the people whom a meeting's record names in a public capacity. A member of the public
// is not among them: such a name stays inside the quoted text.
func (s *speaker) persons(m *record.Meeting) {
	for _, a := range m.Attendances {
		if !attendsInOffice(a) {
			continue
		}
		kind := ""
		if isMember(a.AsWritten) {
			kind = "COUNCILLOR"
		}
		s.person(a.Name, "", kind, a.SourceID, a.Span)
		s.person(a.SubstituteFor, "", "", "", a.Span)
	}
	for _, d := range m.Declarations {
		s.person(d.Person, "", "", "", d.Span)
	}
	for _, item := range m.Items {
		for _, v := range item.NamedVotes {
			s.person(v.Name, "", "COUNCILLOR", v.PersonID, v.Span)
		}
		for _, v := range item.Motions {
			s.person(v.Mover, "", "", "", v.Span)
			s.person(v.Seconder, "", "", "", v.Span)
		}
		for _, r := range item.Resolutions {
			s.person(r.Mover, "", "", "", r.Span)
			s.person(r.Seconder, "", "", "", r.Span)
		}
		for _, p := range item.Participations {
			if inPublicCapacity(p) {
				s.person(p.Name, p.Title, capacity(p.Kind), "", p.Span)
			}
		}
	}
}

func (s *speaker) person(name, title, kind, sourceID string, span record.Span) {
	full, ok := s.people.Person(name)
	if !ok || Slug(full) == "" {
		return
	}
	key, one := s.personKey(full, sourceID)
	if !one {
		return
	}
	given, family := splitName(full)
	s.say("Person", key, span, false, map[string]any{
		"name": full, "slug": strings.TrimPrefix(key, s.slug+"/person/"), "family_name": family, "given_name": given, "honorific": title, "kind": kind, "source_id": sourceID,
	})
}

// participations states who had which part in an item.
func (s *speaker) participations(item string, from *record.AgendaItem, date string) {
	for i, p := range from.Participations {
		if !inPublicCapacity(p) {
			continue
		}
		values := map[string]any{
			"position": i + 1, "how": strings.ToUpper(p.How), "as_written": p.AsWritten, "title": p.Title, "role": p.Role, "kind": capacity(p.Kind),
			"agenda_item_id": item,
		}
		s.lead(values, "person_id", p.Name)
		if person, known := values["person_id"].(string); known && p.Role != "" {
			s.office(person, p.Role, date, p.Span)
		}
		s.say("Participation", item+"/participation/"+p.How+"/"+Slug(p.AsWritten), p.Span, from.Truncated, values)
	}
}

// inPublicCapacity says whether somebody takes part as a member, as an officer or in another office that
// the page names. Whoever it does not say that of may be a member of the public, and is left out.
func inPublicCapacity(p record.Participation) bool {
	switch p.Kind {
	case "councillor", "officer":
		return true
	case "other":
		return p.Role != "" && !slices.ContainsFunc(publicRoles, func(w string) bool { return strings.Contains(folded(p.Role), w) })
	}
	return false
}

// publicRoles are words of roles that members of the public have before a council.
var publicRoles = []string{
	"resident", "applicant", "objector", "agent", "neighbour", "petitioner", "public", "parent", "tenant", "supporter",
	"witness", "appellant", "complainant", "licensee", "customer", "questioner",
}

// capacity is the API's word for a participant's kind.
func capacity(kind string) string {
	switch kind {
	case "councillor", "officer":
		return strings.ToUpper(kind)
	}
	return "OTHER"
}

// attendsInOffice says whether somebody attends as more than one of the public: as a member, whom the
// record calls present, absent or substituting, or with an office.
func attendsInOffice(a record.Attendance) bool {
	return a.Status != "in_attendance" && a.Status != "expected" || a.Role != "" || isMember(a.AsWritten) || a.SourceID != ""
}

// isMember says whether a name is written with a title that only elected members bear.
func isMember(asWritten string) bool {
	first, _, _ := strings.Cut(folded(asWritten), " ")
	return slices.Contains([]string{"councillor", "councillors", "cllr", "cllrs", "alderman", "aldermen", "cynghorydd", "cynghorwyr"}, first)
}

// particles begin surnames of more than one word.
var particles = []string{"de", "da", "di", "del", "della", "van", "von", "der", "den", "le", "la", "st", "st.", "mac", "mc", "ap", "ab", "bin", "al", "el", "ó", "ní"}

// splitName is a name's given names and its surname.
func splitName(name string) (given, family string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "", ""
	}
	i := len(words) - 1
	for i > 1 && slices.Contains(particles, strings.ToLower(words[i-1])) {
		i--
	}
	return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
}
