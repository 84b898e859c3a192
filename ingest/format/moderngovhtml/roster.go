package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// attendance reads the table of who was at one meeting: name, role, presence.
func (r *reader) attendance() {
	m := r.heading(r.lines)
	for _, n := range r.tables {
		t := r.readTable(n)
		who, role, how := t.column("attendee", "name", "member", "councillor"), t.column("role", "position"), t.column("attendance", "status", "present")
		if t.columns == nil {
			who, role, how = 0, 1, 2
		}
		for _, row := range t.rows {
			how := how
			if len(row) == 2 && how == 2 {
				how, role = 1, -1
			}
			if a, ok := r.attendee(at(row, who), at(row, role).text, at(row, how).text); ok {
				place := whole(row)
				a.Span = r.spans.Span(minutes.Place{Start: place.From, End: place.To, Rule: "attendance-row"})
				m.Attendances = append(m.Attendances, a)
			}
		}
	}
	r.meetingIDs(&m, r.lines)
	if r.url.Script == "mgmeetingattendance" && r.url.ID != "" {
		m.SourceID = r.url.ID
	}
	r.out.Meetings = append(r.out.Meetings, m)
}

// attendee reads one row of such a table; false where it names nobody or no presence.
func (r *reader) attendee(c cell, role, status string) (record.Attendance, bool) {
	who, ok := printed.ReadMember(c.text)
	if !ok {
		return record.Attendance{}, false
	}
	a := record.Attendance{Name: who.Name, AsWritten: who.AsWritten, Role: role, SourceID: r.personID(c.From, c.To)}
	if a.Role == "" {
		a.Role = who.Role
	}
	a.Status, a.Virtual = printed.Presence(status)
	return a, a.Status != ""
}

// statisticsOf names the member whose attendances a page counts.
var statisticsOf = regexp.MustCompile(`(?i)^(?:attendance (?:statistics|summary|record)|meeting summary|attendance) (?:for|of) (.+)$`)

// attendanceSummary reads a member's attendances, one meeting a row, or the names of a table that counts
// the attendances of all members. Counts say nothing of any meeting.
func (r *reader) attendanceSummary() {
	who, at0 := r.statisticsOf()
	for _, n := range r.tables {
		t := r.readTable(n)
		date, body, how := t.column("date"), t.column("committee", "meeting"), t.column("attendance")
		if date < 0 || body < 0 || how < 0 || who.Name == "" {
			r.counted(t)
			continue
		}
		for _, row := range t.rows {
			day := at(row, date).text
			a := record.Attendance{Name: who.Name, AsWritten: who.AsWritten, SourceID: r.url.Person}
			a.Status, a.Virtual = printed.Presence(at(row, how).text)
			name, _, _ := strings.Cut(at(row, body).text, ",")
			m := record.Meeting{Committee: name, Date: printed.ISODate(day), StartTime: printed.TimeOf(day)}
			if a.Status == "" || m.Date == "" || m.Committee == "" {
				continue
			}
			place := whole(row)
			for _, k := range r.linksIn(place.From, place.To) {
				m.CommitteeID, m.SourceID = first(m.CommitteeID, k.to.Committee), first(m.SourceID, k.to.Meeting)
			}
			m.Span = r.spans.Span(minutes.Place{Start: place.From, End: place.To, Rule: "attendance-row"})
			a.Span = m.Span
			m.Attendances = append(m.Attendances, a)
			r.out.Meetings = append(r.out.Meetings, m)
		}
	}
	if who.Name != "" {
		r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: r.url.Person, Span: r.spans.Span(at0)})
	}
}

// statisticsOf reads whose page it is: from a heading, else from the first heading that is a name.
func (r *reader) statisticsOf() (printed.Member, minutes.Place) {
	for _, l := range r.lines {
		if l.kind == prose {
			continue
		}
		if got := statisticsOf.FindStringSubmatchIndex(l.Text); got != nil {
			who, ok := printed.ReadMember(l.Text[got[2]:got[3]])
			if ok {
				return who, minutes.Place{Start: l.Start + got[2], End: l.Start + got[3], Rule: "attendance-of"}
			}
		}
	}
	for _, l := range r.lines {
		if l.kind == subTitle {
			if who, ok := printed.ReadMember(l.Text); ok && titledName.MatchString(l.Text) {
				return who, l.place("attendance-of")
			}
		}
	}
	return printed.Member{}, minutes.Place{}
}

// titledName begins a member's name where it stands alone.
var titledName = regexp.MustCompile(`(?i)^(?:county )?(?:councillor|cllr|cynghorydd|y cynghorydd|alderman|baillie|bailie|provost|lord mayor|sir|dame)\b`)

// counted reads the names in a table of all members' counts.
func (r *reader) counted(t table) {
	for _, row := range t.rows {
		c := row[0]
		id := r.personID(c.From, c.To)
		if id == "" {
			continue
		}
		if who, ok := printed.ReadMember(c.text); ok {
			r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: id,
				Span: r.spans.Span(minutes.Place{Start: c.From, End: c.To, Rule: "attendance-row"})})
		}
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
