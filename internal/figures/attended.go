package figures

import (
	"strconv"

	"entgo.io/ent/dialect/sql"
)

// Attended is how many meetings count how in a person's attendance rate.
type Attended struct {
	Expected     int // the records expect the person and say whether the person came
	Present      int // of these, the person was there, late or in time
	Late         int // of these, late
	Apologies    int // expected, and apologies were sent
	Absent       int // expected, and absent without apologies
	Substitute   int // the person stood in for a member
	InAttendance int // the person was a visitor
	Unrecorded   int // nothing says whether the person came, or both are said
}

// AttendedColumns are the columns that keep the counts, in the order of Counts.
func AttendedColumns() []string {
	return []string{"expected", "present", "late", "apologies", "absent", "substitute", "in_attendance", "unrecorded"}
}

// Counts are the counts in the order of AttendedColumns.
func (a *Attended) Counts() []*int {
	return []*int{&a.Expected, &a.Present, &a.Late, &a.Apologies, &a.Absent, &a.Substitute, &a.InAttendance, &a.Unrecorded}
}

// States are what a meeting's lists say of a person, as bits: a meeting can list one person twice.
type States int

// The states of an attendance.
const (
	present States = 1 << iota
	late
	apologies
	absent
	substitute
	inAttendance
	expected
)

// byStatus are the states by the status of an attendance, in one order.
var byStatus = []struct {
	status string
	state  States
}{
	{"PRESENT", present}, {"LATE", late}, {"APOLOGIES", apologies}, {"ABSENT", absent}, {"SUBSTITUTE", substitute}, {"IN_ATTENDANCE", inAttendance},
	{"EXPECTED", expected},
}

// StateOf is what one attendance says, 0 for a status that says nothing.
func StateOf(status string) States {
	for _, s := range byStatus {
		if s.status == status {
			return s.state
		}
	}
	return 0
}

// Add counts meetings that say this of the person. A list that has the person both as there and as away
// says neither; one that has the person as a member and as more counts the member.
func (a *Attended) Add(states States, meetings int) {
	there, away := states&(present|late) != 0, states&(apologies|absent) != 0
	switch {
	case there && away:
		a.Unrecorded += meetings
	case there:
		a.Expected += meetings
		a.Present += meetings
		if states&late != 0 {
			a.Late += meetings
		}
	case states&substitute != 0:
		a.Substitute += meetings
	case states&apologies != 0:
		a.Expected += meetings
		a.Apologies += meetings
	case away:
		a.Expected += meetings
		a.Absent += meetings
	case states&inAttendance != 0:
		a.InAttendance += meetings
	case states&expected != 0:
		a.Unrecorded += meetings
	}
}

// SelectStates selects of attendances, joined to their meetings, what each meeting says of each person: person_id and states. Meetings
// that were cancelled or put off are left out. Whatever narrows it further is added to the two tables' columns.
func SelectStates(d *sql.DialectBuilder, attendances, meetings *sql.SelectTable) *sql.Selector {
	person, status := attendances.C("person_id"), meetings.C("status")
	s := d.Select(person).From(attendances).Join(meetings).On(attendances.C("meeting_id"), meetings.C("id"))
	s.AppendSelectExprAs(states(attendances.C("status")), "states")
	return s.Where(sql.Or(sql.IsNull(status), sql.NotIn(status, "CANCELLED", "POSTPONED"))).GroupBy(person, attendances.C("meeting_id"))
}

// states is the set of the statuses of a group, as bits.
func states(status string) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("SUM(DISTINCT CASE ").Ident(status)
		for _, s := range byStatus {
			b.WriteString(" WHEN ").Arg(s.status).WriteString(" THEN " + strconv.Itoa(int(s.state)))
		}
		b.WriteString(" ELSE 0 END)")
	})
}
