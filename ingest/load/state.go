package load

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// speaker turns a page into statements.
type speaker struct {
	slug    string // of the council
	council string // its key
	source  string // key prefix of what the page gives no better address
	page    *record.Page
	people  link.People
	ids     *identities
	out     []statement
	taken   map[subject]bool
}

// state is all that the page says, as statements: about committees, people, issues, meetings, agenda
// items and what stands under them.
func state(slug, council, sha256 string, page *record.Page, people link.People, ids *identities) []statement {
	s := &speaker{
		slug: slug, council: council, source: slug + "/source/" + sha256[:12], page: page,
		people: people, ids: ids, taken: map[subject]bool{},
	}
	s.roster()
	s.decisions()
	issue := s.issue()
	for i := range page.Meetings {
		s.meeting(i, issue)
	}
	return s.out
}

// say adds a statement. Two relations of every node are the same all over: its council and its key.
func (s *speaker) say(kind, key string, span record.Span, cut bool, values map[string]any) {
	values["council_id"] = s.council
	s.out = append(s.out, statement{kind: kind, key: key, says: says(values), cut: cut, span: span})
}

// free is the key, or the key with the first number from 2 that no other node of the page has taken.
func (s *speaker) free(kind, key string) string {
	for n := 1; ; n++ {
		try := key
		if n > 1 {
			try = fmt.Sprintf("%s-%d", key, n)
		}
		if !s.taken[subject{kind, try}] {
			s.taken[subject{kind, try}] = true
			return try
		}
	}
}

func (s *speaker) issue() string {
	issue := s.page.Issue
	if issue == nil {
		return ""
	}
	name := issue.SourceID
	if name == "" {
		name = Slug(issue.Title)
	}
	if name == "" {
		return ""
	}
	key := s.slug + "/issue/" + name
	s.say("Issue", key, issue.Span, s.page.Page.Truncated, map[string]any{"title": issue.Title, "source_id": issue.SourceID})
	return key
}

// committee states the committee that met and gives its key, "" where the page does not name it.
func (s *speaker) committee(m *record.Meeting) string {
	if Slug(m.Committee) == "" {
		return ""
	}
	s.committeeNamed(m.Committee, m.Span, map[string]any{"source_id": m.CommitteeID})
	return s.committeeKey(m.Committee)
}

// committeeNamed states a committee with what more the page says of it.
func (s *speaker) committeeNamed(name string, span record.Span, more map[string]any) {
	name = strings.TrimSpace(name)
	key := s.committeeKey(name)
	values := map[string]any{"name": name, "slug": strings.TrimPrefix(key, s.slug+"/"), "kind": committeeKind(name)}
	for column, v := range more {
		values[column] = v
	}
	s.say("Committee", key, span, false, values)
}

func (s *speaker) committeeKey(name string) string { return s.slug + "/" + committeeSlug(name) }

// committeeSlug is a committee's name in addresses, kept apart from the words that stand for something else.
func committeeSlug(name string) string {
	slug := Slug(name)
	if slices.Contains(reserved, slug) {
		slug += "-committee"
	}
	return slug
}

// reserved are the words that stand for something else in addresses.
var reserved = []string{"person", "issue", "source", "meeting", "item", "resolution", "committee", "decision", "document", "ward", "party"}

func (s *speaker) meeting(index int, issue string) {
	m := &s.page.Meetings[index]
	at := place{date: m.Date, committee: s.committee(m), issue: issue}
	at.key, at.itemPrefix = s.meetingKeys(index, m, at.committee)
	s.persons(m)
	if at.key != "" {
		s.say("Meeting", at.key, m.Span, s.page.Page.Truncated, s.meetingValues(m, at.committee))
		s.attendances(m, at.key)
		s.files("Meeting", at.key, m.Documents, map[string]any{"meeting_id": at.key})
	}
	numbers := map[string]string{}
	for i := range m.Items {
		s.item(i, &m.Items[i], at, numbers)
	}
	s.declarations(m, at, numbers)
}

// place is where an item stands.
type place struct {
	key        string // of the meeting, "" where the page tells nothing of one
	itemPrefix string
	date       string
	committee  string
	issue      string
}

// meetingKeys are the meeting's key and what the keys of its items begin with. What has no committee
// or no date hangs on its source, because two such meetings cannot be told to be one.
func (s *speaker) meetingKeys(index int, m *record.Meeting, committee string) (key, itemPrefix string) {
	if committee != "" && m.Date != "" {
		key = s.free("Meeting", s.ids.meeting(committee+"/"+m.Date, m.SourceID, m.StartTime))
		return key, key
	}
	itemPrefix = s.source + "/item"
	suffix := "/meeting"
	if index > 0 {
		suffix = fmt.Sprintf("/meeting/%d", index+1)
		itemPrefix = s.source + suffix + "/item"
	}
	if committee == "" && m.Date == "" && m.Venue == "" && m.StartTime == "" && m.SourceID == "" {
		return "", itemPrefix
	}
	return s.source + suffix, itemPrefix
}

func (s *speaker) meetingValues(m *record.Meeting, committee string) map[string]any {
	values := map[string]any{
		"date": m.Date, "start_time": m.StartTime, "end_time": m.EndTime, "venue": m.Venue, "source_id": m.SourceID,
	}
	if committee != "" {
		values["committee_id"] = committee
	}
	minutes, decisions := false, false
	for _, item := range m.Items {
		minutes = minutes || item.Minutes != ""
		decisions = decisions || item.Decision != "" || len(item.Resolutions) > 0
	}
	if s.page.Page.Type == record.PageAgenda {
		minutes, decisions = false, false
	}
	if len(m.Items) > 0 {
		values["agenda_published"] = true
	}
	if minutes {
		values["minutes_published"] = true
	}
	if decisions {
		values["decisions_published"] = true
	}
	if minutes || decisions {
		values["status"] = "HELD"
	}
	return values
}

func (s *speaker) attendances(m *record.Meeting, meeting string) {
	for i, a := range m.Attendances {
		if !attendsInOffice(a) {
			continue
		}
		person, known := s.people.Person(a.Name)
		name := folded(a.AsWritten)
		if known {
			name = Slug(person)
		}
		values := map[string]any{
			"position": i + 1, "status": strings.ToUpper(a.Status), "role": a.Role, "as_written": a.AsWritten, "virtual": a.Virtual,
			"arrived": a.Arrived, "left": a.Left, "meeting_id": meeting,
		}
		s.leadTo(values, "person_id", a.Name, a.SourceID)
		s.lead(values, "substitute_for_id", a.SubstituteFor)
		s.say("Attendance", meeting+"/attendance/"+name, a.Span, false, values)
	}
}

// lead makes a column lead to the person whom the name means, where that is settled.
func (s *speaker) lead(values map[string]any, column, name string) {
	s.leadTo(values, column, name, "")
}

// leadTo is lead where the source numbers the person.
func (s *speaker) leadTo(values map[string]any, column, name, sourceID string) {
	if full, ok := s.people.Person(name); ok {
		if key, one := s.personKey(full, sourceID); one {
			values[column] = key
		}
	}
}

// personKey is the key of the person of this name; false where the name means two.
func (s *speaker) personKey(name, sourceID string) (string, bool) {
	return s.ids.person(s.slug+"/person/"+Slug(name), sourceID)
}
