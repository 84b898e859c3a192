package moderngovhtml

import (
	"sort"
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
)

// idsOf are the system's ids of an item and of its issue: by the anchor that addresses of the page point
// at, else by the links that the system prints into the item. Links within the minutes' own text lead to
// other items.
func (r *reader) idsOf(b block) (item, issue string) {
	if i := sort.Search(len(r.targets), func(i int) bool { return r.targets[i].at >= b.mark }); i < len(r.targets) && r.targets[i].at < b.to {
		item = r.targets[i].id
	}
	for _, l := range append([]line{b.title}, b.body...) {
		if l.kind == prose || l.Text == "" {
			continue
		}
		for _, k := range r.linksIn(l.Start, l.End()) {
			if item == "" && k.to.Item != "" {
				item = k.to.Item
			}
			if issue == "" && k.to.Issue != "" {
				issue = k.to.Issue
			}
		}
	}
	return item, issue
}

// meetingIDs fills a meeting's ids from the page's address, else from what the head's links agree on.
func (r *reader) meetingIDs(m *record.Meeting, lines []line) {
	m.CommitteeID, m.SourceID = r.url.Committee, r.url.Meeting
	committee, meeting := agreed{}, agreed{}
	for _, l := range lines {
		if l.kind == prose {
			continue
		}
		for _, k := range r.linksIn(l.Start, l.End()) {
			committee.add(k.to.Committee)
			meeting.add(k.to.Meeting)
			if id := attachment(k.href); id != "" && id[0] == 'g' {
				meeting.add(id[1:])
			}
		}
	}
	if m.CommitteeID == "" {
		m.CommitteeID = committee.value()
	}
	if m.SourceID == "" {
		m.SourceID = meeting.value()
	}
}

// agreed is the one value that all who say anything say.
type agreed struct {
	one  string
	many bool
}

func (a *agreed) add(s string) {
	switch {
	case s == "" || s == a.one:
	case a.one == "":
		a.one = s
	default:
		a.many = true
	}
}

func (a *agreed) value() string {
	if a.many {
		return ""
	}
	return a.one
}

// personID is the id of the one person whom the links of a stretch lead to, "" where there is none.
func (r *reader) personID(from, to int) string {
	var a agreed
	for _, k := range r.linksIn(from, to) {
		a.add(k.to.Person)
	}
	return a.value()
}

// member reads a line that is a person, with the id that its link gives: the link is the name, and what
// stands in brackets behind it the part.
func (r *reader) member(l line) (printed.Member, string, bool) {
	links := r.linksIn(l.Start, l.End())
	if len(links) == 0 || links[0].to.Person == "" {
		who, ok := printed.ReadMember(l.Text)
		return who, "", ok
	}
	k := links[0]
	who, ok := printed.ReadMember(r.page[k.From:min(k.To, l.End())])
	if who.Role == "" && k.To < l.End() {
		if behind := strings.TrimSpace(r.page[k.To:l.End()]); strings.HasPrefix(behind, "(") {
			role, _, closed := strings.Cut(behind[1:], ")")
			if closed {
				who.Role = printed.Tidy(role)
			}
		}
	}
	return who, r.personID(l.Start, l.End()), ok
}
