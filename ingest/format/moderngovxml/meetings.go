package moderngovxml

import (
	"fmt"
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
)

// meetings reads the answers of GetMeetings, which lists meetings under their committees, and of
// GetAllMeetingsByDate, where each meeting names its committee.
func (r *reader) meetings(root *node) error {
	groups, total := root.all("committee"), 0
	for _, g := range groups {
		total += len(g.child("committeemeetings").all("meeting"))
	}
	flat := root.child("meetings")
	total += len(flat.all("meeting")) + len(root.all("meeting"))
	if total == 0 {
		if stated := root.count("meetingscount"); stated != nil && *stated > 0 {
			return fmt.Errorf("%w: <%s> counts %d meetings and holds none; ask for one committee or a shorter time", ErrNothingListed, root.name, *stated)
		}
		return fmt.Errorf("%w: <%s> holds no meeting; dates must be given as dd/mm/yyyy", ErrNothingListed, root.name)
	}
	r.stated(root.count("meetingscount"), total)
	r.out.Meetings = make([]record.Meeting, 0, total)
	r.out.Committees = make([]record.Committee, 0, len(groups))
	r.text.line("Meetings")
	for _, g := range groups {
		r.text.gap()
		name, id := g.words("committeetitle"), g.id("committeeid")
		p := r.text.line(name)
		if name != "" {
			r.out.Committees = append(r.out.Committees, record.Committee{Name: name, SourceID: id})
			r.place(&r.out.Committees[len(r.out.Committees)-1].Span, p, "committee-title")
		}
		for _, n := range g.child("committeemeetings").all("meeting") {
			r.listed(n, name, id)
		}
	}
	r.text.gap()
	for _, n := range append(flat.all("meeting"), root.all("meeting")...) {
		r.listed(n, "", "")
	}
	if len(r.out.Meetings) == 0 {
		return fmt.Errorf("%w: none of the %d meetings has an id or a date", ErrNothingListed, total)
	}
	return nil
}

// listed reads one meeting of a list. committee is the body under which it stands, "" where the meeting
// itself may name it.
func (r *reader) listed(n *node, committee, id string) {
	m := record.Meeting{Committee: committee, CommitteeID: id}
	var named string
	if m.Committee == "" {
		m.Committee, m.CommitteeID = n.words("committeetitle"), n.id("committeeid")
		named = m.Committee
	}
	r.when(n, &m)
	if m.SourceID == "" && m.Date == "" {
		return
	}
	row := r.text.row(strings.TrimSpace(n.words("meetingdate")+" "+n.words("meetingtime")), named, n.words("meetingstatus"), n.words("meetinglocation"))
	m.Venue = n.words("meetinglocation")
	r.out.Meetings = append(r.out.Meetings, m)
	r.row(&r.out.Meetings[len(r.out.Meetings)-1].Span, row, "meeting-row")
}

// when reads what every form of a meeting carries: its id, day, time, status.
func (r *reader) when(n *node, m *record.Meeting) {
	m.SourceID = n.id("meetingid")
	m.Date, m.StartTime = day(n.words("meetingdate")), printed.TimeOf(n.words("meetingtime"))
	status, note, _ := strings.Cut(n.words("meetingstatus"), ";")
	m.Status, m.StatusNote = strings.TrimSpace(status), strings.TrimSpace(note)
	m.Webcast = n.boolean("iswebcast")
}
