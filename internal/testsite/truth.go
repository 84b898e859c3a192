package testsite

// Truth is what a site publishes at the moment, in lists without order: what a harvest of it must bring. Ids
// are those of the site. A field that no page of the site states is "".
type Truth struct {
	Committees  []Committee
	People      []Person
	Memberships []Membership
	Meetings    []Meeting
	Attendances []Attendance
	Items       []Item
	Resolutions []Resolution
	Documents   []Document
	Votes       []Vote
	Issues      []Issue
	Decisions   []Decision
}

// Committee is a body of the council.
type Committee struct{ ID, Name string }

// Person is a councillor in office, the name without its title.
type Person struct{ ID, Name, Party, Ward string }

// Membership is a seat on a committee. Role is Chair, Vice-Chair or "" for an ordinary member.
type Membership struct{ Committee, Person, Role string }

// Meeting is a meeting with its day as 2006-01-02, its start as 19:30 and its status as printed.
type Meeting struct{ ID, Committee, Date, Start, Venue, Status string }

// Attendance is how a councillor attended: Present, Apologies or, before the meeting, Expected.
type Attendance struct{ Meeting, Person, Status string }

// Item is an item of business.
type Item struct{ ID, Meeting, Number, Title, Issue string }

// Resolution is one of an item's resolutions, Position counting from 1. Mover and Seconder are people's ids.
type Resolution struct {
	Item     string
	Position int
	Text     string
	Mover    string
	Seconder string
}

// Document is an attachment of an item.
type Document struct{ Item, ID, Title string }

// Vote is a councillor's recorded vote on an item: For, Against or Abstain.
type Vote struct{ Item, Person, Option string }

// Issue is a matter that comes back over meetings.
type Issue struct{ ID, Title string }

// Decision is a decision that an officer or a cabinet member took outside a meeting.
type Decision struct{ ID, Title, Maker, MadeOn, Text string }

// Truth is what the site publishes now.
func (s *Site) Truth() Truth {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := Truth{Issues: []Issue{}}
	for _, c := range s.world.committees {
		t.Committees = append(t.Committees, Committee{c.id, c.name})
		for i, p := range c.members {
			t.Memberships = append(t.Memberships, Membership{c.id, p.id, c.role(i)})
		}
	}
	for _, p := range s.world.councillors {
		t.People = append(t.People, Person{p.id, p.name, p.party, p.ward})
	}
	for _, m := range s.world.published() {
		t.meeting(m)
	}
	for _, is := range s.world.issues {
		if len(s.world.itemsOf(is)) > 0 {
			t.Issues = append(t.Issues, Issue{is.id, is.title})
		}
	}
	t.Issues = append(t.Issues, Issue{s.world.planned.id, s.world.planned.title})
	for _, d := range s.world.decisions {
		if !d.withdrawn {
			t.Decisions = append(t.Decisions, Decision{d.id, d.title, d.maker, iso(d.made), d.text})
		}
	}
	return t
}

func (t *Truth) meeting(m *meeting) {
	t.Meetings = append(t.Meetings, Meeting{m.id, m.committee.id, iso(m.at), m.at.Format("15:04"), m.venue, m.status})
	for _, a := range m.attendance() {
		t.Attendances = append(t.Attendances, Attendance{m.id, a.person.id, a.status})
	}
	for _, it := range m.items {
		issue := ""
		if it.issue != nil && !it.issue.withdrawn {
			issue = it.issue.id
		}
		t.Items = append(t.Items, Item{it.id, m.id, it.number, it.title, issue})
		for _, d := range it.documents {
			t.Documents = append(t.Documents, Document{it.id, d.id, d.title})
		}
		if !m.minuted {
			continue
		}
		for i, text := range it.resolved {
			r := Resolution{Item: it.id, Position: i + 1, Text: text}
			if it.mover != nil {
				r.Mover, r.Seconder = it.mover.id, it.seconder.id
			}
			t.Resolutions = append(t.Resolutions, r)
		}
		for _, v := range it.votes {
			t.Votes = append(t.Votes, Vote{it.id, v.person.id, v.option})
		}
	}
}
