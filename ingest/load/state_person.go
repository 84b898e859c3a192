package load

import (
	"slices"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// who is the answer to whom the page means, with the naming's name; false where the page names nobody, or
// a member of the public. Somebody who is named and known is stated.
func (s *speaker) who(m link.Mention, span record.Span) (n *naming, name string, ok bool) {
	m.Name, m.Role = strings.Join(strings.Fields(m.Name), " "), strings.Join(strings.Fields(m.Role), " ")
	if m.Name == "" && m.Role == "" || m.Name != "" && s.public[Slug(m.Name)] {
		return nil, "", false
	}
	if n = s.people.find(m, span); n == nil {
		return nil, "", false
	}
	if n.answer.Person != "" && m.Name != "" {
		s.say("Person", s.personKey(n), span, false, map[string]any{"honorific": m.Title})
	}
	return n, s.slug + "/" + s.ref + "#" + n.mention.At, true
}

func (s *speaker) personKey(n *naming) string { return s.slug + "/person/" + n.answer.Person }

// key is the key of the person whom the page means, nil where that is not settled.
func (s *speaker) key(m link.Mention, span record.Span) any {
	if n, _, ok := s.who(m, span); ok && n.answer.Person != "" {
		return s.personKey(n)
	}
	return nil
}

// lead makes a node lead to the person whom the page means, or to those who could be meant.
func (s *speaker) lead(values map[string]any, m link.Mention, span record.Span) {
	n, name, ok := s.who(m, span)
	if !ok {
		if m.Name != "" {
			values["unsettled"] = "UNKNOWN"
		}
		return
	}
	values["naming"] = name
	switch {
	case n.answer.Person != "":
		values["person_id"] = s.personKey(n)
	case len(n.answer.Candidates) > 0:
		keys := make([]string, len(n.answer.Candidates))
		for i, c := range n.answer.Candidates {
			keys[i] = s.slug + "/person/" + c
		}
		values["unsettled"], values["candidate_keys"] = "CANDIDATES", strings.Join(keys, " ")
	case m.Name == "":
		values["unsettled"] = "ROLE_ONLY"
	default:
		values["unsettled"] = "UNKNOWN"
	}
}

// participations states who had which part in an item.
func (s *speaker) participations(item string, from *record.AgendaItem, at place) {
	for i, p := range from.Participations {
		if !inPublicCapacity(p) {
			continue
		}
		values := map[string]any{
			"position": i + 1, "how": strings.ToUpper(p.How), "as_written": p.AsWritten, "title": p.Title, "role": p.Role, "kind": capacity(p.Kind),
			"agenda_item_id": item,
		}
		who := at.mention(link.Part, p.Name)
		who.Title, who.Role, who.Capacity = p.Title, p.Role, p.Kind
		if who.Name == "" && who.Role == "" {
			who.Role = p.AsWritten
		}
		s.lead(values, who, p.Span)
		if person, known := values["person_id"].(string); known && p.Role != "" {
			s.office(person, p.Role, at.date, p.Span)
		}
		s.say("Participation", item+"/participation/"+p.How+"/"+Slug(p.AsWritten), p.Span, from.Truncated, values)
	}
}

// publicNames are the slugs of the names under which members of the public take part in a page's meetings.
// No such name is that of a person of the graph, wherever else the page has it.
func publicNames(page *record.Page) map[string]bool {
	out := map[string]bool{}
	for _, m := range page.Meetings {
		for _, item := range m.Items {
			for _, p := range item.Participations {
				if p.Kind == "public" {
					out[Slug(p.Name)] = true
				}
			}
		}
	}
	return out
}

// titleOf is what stands before the name in the words of the page: Councillor Mrs. "" where the words do
// not hold the name.
func titleOf(asWritten, name string) string {
	i := strings.Index(asWritten, name)
	if i < 0 || name == "" {
		return ""
	}
	return strings.TrimSpace(asWritten[:i])
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
