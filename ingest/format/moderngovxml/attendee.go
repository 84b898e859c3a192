package moderngovxml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// attendee is somebody on the meeting's list of attendance.
type attendee struct {
	person     record.Person
	attendance record.Attendance
	row        []minutes.Paragraph
}

// attendees writes the list of attendance.
func (r *reader) attendees(list []*node) []attendee {
	var out []attendee
	for _, n := range list {
		full, word := n.attr("name"), n.attr("attendance")
		p, ok := person(full)
		if !ok {
			continue
		}
		p.SourceID, p.Ward, p.Roles = n.attr("memberid"), n.attr("ward"), append(p.Roles, posts(n.attr("keyposts"))...)
		if party := n.attr("politicalparty"); !unspecified.MatchString(party) {
			p.Party = party
		}
		if len(out) == 0 {
			r.text.gap()
			r.text.line("Attendance")
		}
		a := attendee{person: p, attendance: record.Attendance{Name: p.Name, AsWritten: p.AsWritten, SourceID: p.SourceID, Role: n.attr("roledescription")}}
		a.attendance.Status, a.attendance.Virtual = printed.Presence(word)
		a.row = r.text.row(full, a.attendance.Role, n.attr("politicalparty"), p.Ward, n.attr("keyposts"), word)
		out = append(out, a)
	}
	return out
}

// attend adds the attendance where the list says how the person attended.
func (a attendee) attend(to []record.Attendance, spans *minutes.Spans) []record.Attendance {
	if a.attendance.Status == "" {
		return to
	}
	a.attendance.Span = placed(spans, a.row, "attendance-list")
	return append(to, a.attendance)
}

// introduce adds the person where the list says more than the name.
func (a attendee) introduce(to []record.Person, spans *minutes.Spans) []record.Person {
	if a.person.Party == "" && a.person.Ward == "" && len(a.person.Roles) == 0 {
		return to
	}
	a.person.Span = placed(spans, a.row, "attendance-list")
	return append(to, a.person)
}

// agreed puts together what the list of attendance and what the minutes' sentences say, so that nobody
// attends twice. The list wins, save where it only says that somebody was expected.
func agreed(list, told []record.Attendance) []record.Attendance {
	byName := map[string]int{} // folded name -> index in list
	bySurname := map[string][]int{}
	for i, a := range list {
		name := strings.ToLower(a.Name)
		byName[name] = i
		words := strings.Fields(name)
		bySurname[words[len(words)-1]] = append(bySurname[words[len(words)-1]], i)
	}
	out := append([]record.Attendance(nil), list...)
	for _, t := range told {
		name := strings.ToLower(t.Name)
		i, ok := byName[name]
		if same := bySurname[name]; !ok && len(same) == 1 {
			i, ok = same[0], true
		}
		if !ok {
			out = append(out, t)
			continue
		}
		a := &out[i]
		if a.Status == "expected" {
			a.Status, a.AsWritten, a.Span = t.Status, t.AsWritten, t.Span
		}
		if a.SubstituteFor == "" && a.Status == t.Status {
			a.SubstituteFor = t.SubstituteFor
		}
		if a.Arrived == "" {
			a.Arrived = t.Arrived
		}
		if a.Left == "" {
			a.Left = t.Left
		}
	}
	return out
}
