package load

import (
	"fmt"
	"strings"

	"councilgraph/ent"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// speaker turns a page into statements, in the last of three passes over it: in the first its claims of places are noted, in the second
// whom it names. What is of use to a later pass alone is left out.
type speaker struct {
	slug     string // of the council
	council  string // its key
	source   string // key prefix of what the page gives no better address
	ref      string // name of the source in references
	rank     string // order of trust of the source
	observed string // day on which the page was fetched, "" where unknown
	page     *record.Page
	public   map[string]bool // slugs of the names that the page gives to members of the public
	places   *placebook
	people   *namebook
	out      []statement
	taken    map[subject]bool
}

// state is all that the page says, as statements: about committees, people, issues, meetings, agenda
// items and what stands under them. The books say what and whom it means, or are filled with it.
func state(c *ent.Council, src *source, page *record.Page, places *placebook, people *namebook) []statement {
	s := &speaker{
		slug: c.Slug, council: c.RegisterCode, source: c.Slug + "/source/" + src.sha256[:12], ref: src.ref(),
		rank: rank(false, src.fetchedAt, src.sha256), observed: day(src.fetchedAt), page: page, public: publicNames(page),
		places: places, people: people, taken: map[subject]bool{},
	}
	s.roster()
	s.decisions()
	issue := s.issue()
	for i := range page.Meetings {
		s.meeting(i, issue)
	}
	return s.out
}

// claiming says that claims of places are noted, and nothing else yet.
func (s *speaker) claiming() bool { return !s.places.settled }

// speaking says that it is known what and whom the page means.
func (s *speaker) speaking() bool { return s.people.settled }

// day is the day of a moment.
func day(moment string) string { return moment[:min(len(moment), len("2017-01-11"))] }

// say adds a statement. Two relations of every node are the same all over: its council and its key.
func (s *speaker) say(kind, key string, span record.Span, cut bool, values map[string]any) {
	if !s.speaking() {
		return
	}
	values["council_id"] = s.council
	s.out = append(s.out, statement{kind: kind, key: key, says: says(values), cut: cut, span: span})
}

// place is the key of the node that the claim is found to be. root is the place of the first claim of
// those that stand together.
func (s *speaker) place(root string, p link.Place) string {
	p.Source, p.Rank = s.ref, s.rank
	return s.places.key(root, p)
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
	if issue == nil || issue.SourceID == "" && Slug(issue.Title) == "" {
		return ""
	}
	key := s.place("issue", link.Place{Ref: link.Ref{At: "issue"}, Kind: link.Issue, SourceID: issue.SourceID, Name: issue.Title})
	if key != "" {
		s.say("Issue", key, issue.Span, s.page.Page.Truncated, map[string]any{"title": issue.Title, "source_id": issue.SourceID})
	}
	return key
}

// committee states a committee with what more the page says of it, and gives its key, "" where the page
// does not tell which one it is. date is the day of the meeting under which the page names it.
func (s *speaker) committee(at, name, sourceID, date string, span record.Span, more map[string]any) string {
	name = strings.TrimSpace(name)
	if Slug(name) == "" && sourceID == "" {
		return ""
	}
	key := s.place("", link.Place{Ref: link.Ref{At: at}, Kind: link.Committee, SourceID: sourceID, Name: name, Date: date})
	if key == "" {
		return ""
	}
	values := map[string]any{"slug": strings.TrimPrefix(key, s.slug+"/"), "source_id": sourceID}
	if Slug(name) != "" {
		values["name"], values["kind"] = name, committeeKind(name)
	}
	for column, v := range more {
		values[column] = v
	}
	s.say("Committee", key, span, false, values)
	return key
}

func (s *speaker) meeting(index int, issue string) {
	m := &s.page.Meetings[index]
	at := place{root: fmt.Sprintf("meeting/%d", index), date: m.Date, issue: issue}
	body := at.root + "/committee"
	if Slug(m.Committee) == "" && m.CommitteeID == "" {
		body = ""
	}
	at.committee = s.committee(body, m.Committee, m.CommitteeID, m.Date, m.Span, nil)
	claim := link.Place{
		Ref: link.Ref{At: at.root}, Kind: link.Meeting, SourceID: m.SourceID, Parent: body, Date: m.Date, Start: m.StartTime, Position: index + 1,
	}
	hanging := s.source + "/item"
	own := s.source + "/meeting"
	if index > 0 {
		own = fmt.Sprintf("%s/meeting/%d", s.source, index+1)
		hanging = own + "/item"
	}
	if body != "" && tells(m) || m.Date != "" || m.Venue != "" || m.StartTime != "" || m.SourceID != "" {
		claim.Fallback = own
	}
	at.key = s.place(at.root, claim)
	at.hanging, at.prefix = hanging, at.key
	if at.key == "" || at.key == claim.Fallback {
		at.prefix = hanging
	}
	if at.key != "" && !s.claiming() {
		s.say("Meeting", at.key, m.Span, s.page.Page.Truncated, s.meetingValues(m, at.committee))
		s.attendances(m, at)
		s.files("Meeting", at.key, m.Documents, map[string]any{"meeting_id": at.key})
	}
	numbers := map[string]string{}
	for i := range m.Items {
		s.item(i, &m.Items[i], at, numbers)
	}
	if !s.claiming() {
		s.declarations(m, at, numbers)
	}
}

// tells says that something is told of a meeting: the page of a committee names the body and no meeting of it.
func tells(m *record.Meeting) bool {
	return len(m.Items)+len(m.Attendances)+len(m.Declarations)+len(m.Documents) > 0
}

// place is where an item stands.
type place struct {
	root      string // on the page
	key       string // of the meeting, "" where the page tells nothing of one
	hanging   string // what the keys of items begin with that have no better address
	prefix    string // likewise of what stands beside the items
	date      string
	committee string
	issue     string
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
	if status := meetingStatus(m.Status); status != "" {
		values["status"] = status
	} else if minutes || decisions {
		values["status"] = "HELD"
	}
	return values
}

// meetingStatus is what a meeting's status as printed stands for, where it says that the meeting was not held as
// arranged; "" for others, such as Confirmed, which says nothing of whether it has been held.
func meetingStatus(printed string) string {
	switch strings.ToLower(strings.TrimSpace(printed)) {
	case "cancelled", "canceled", "canslwyd", "withdrawn", "inquorate":
		return "CANCELLED"
	case "postponed", "rescheduled", "moved", "gohiriwyd":
		return "POSTPONED"
	}
	return ""
}

func (s *speaker) attendances(m *record.Meeting, at place) {
	for i, a := range m.Attendances {
		if !attendsInOffice(a) {
			continue
		}
		values := map[string]any{
			"position": i + 1, "status": strings.ToUpper(a.Status), "role": a.Role, "as_written": a.AsWritten, "virtual": a.Virtual,
			"arrived": a.Arrived, "left": a.Left, "meeting_id": at.key, "substitute_for_as_written": a.SubstituteFor,
		}
		who := at.mention(link.Attending, a.Name)
		who.SourceID, who.Role, who.Title = a.SourceID, a.Role, titleOf(a.AsWritten, a.Name)
		if isMember(a.AsWritten) {
			who.Capacity = "councillor"
		}
		s.lead(values, who, a.Span)
		values["substitute_for_id"] = s.key(at.mention(link.Part, a.SubstituteFor), a.Span)
		name, known := values["person_id"].(string)
		if known {
			name = strings.TrimPrefix(name, s.slug+"/person/")
		} else {
			name = record.Shorten(folded(a.AsWritten), 200, " ")
		}
		s.say("Attendance", at.key+"/attendance/"+name, a.Span, false, values)
	}
}

// mention is the naming of somebody at this meeting.
func (p place) mention(bearing link.Bearing, name string) link.Mention {
	return link.Mention{Name: name, Date: p.date, Committee: p.committee, Meeting: p.key, Bearing: bearing}
}
