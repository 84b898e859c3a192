package graph

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/meeting"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// period is the days that a figure is over; nil is an open end.
type period struct{ from, to *string }

// check refuses a period that ends before it begins.
func (p period) check() error {
	if p.from != nil && p.to != nil && *p.from > *p.to {
		return &model.InputError{Argument: "from", Message: fmt.Sprintf("from is %s, after to, which is %s; give the earlier day as from", *p.from, *p.to)}
	}
	return nil
}

// within narrows a query to rows whose day, which can be null, lies in the period.
func (p period) within(s *sql.Selector, day string) {
	if p.from != nil {
		s.Where(sql.GTE(day, *p.from))
	}
	if p.to != nil {
		s.Where(sql.LTE(day, *p.to))
	}
}

// name tells periods apart.
func (p period) name() string { return text(p.from) + ".." + text(p.to) }

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// The states of an attendance, as bits: a meeting can list one person twice.
const (
	wasPresent = 1 << iota
	wasLate
	sentApologies
	wasAbsent
	wasSubstitute
	wasVisitor
	wasExpected
)

// attendanceRate counts a person's meetings by what their lists of attendance say of the person.
func (r *Resolver) attendanceRate(ctx context.Context, p *ent.Person, in period, committee *int) (*model.AttendanceRate, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	name := "Person.attendanceRate " + in.name()
	if committee != nil {
		if err := r.mustBe(ctx, "committee", *committee, "committee", func(n ent.Noder) bool { _, is := n.(*ent.Committee); return is }); err != nil {
			return nil, err
		}
		name += fmt.Sprint(" ", *committee)
	}
	rate, err := relay.Load(ctx, name, p.ID, func(ctx context.Context, people []int) (map[int]*model.AttendanceRate, error) {
		return r.attendanceRates(ctx, people, in, committee)
	})
	if err != nil || rate != nil {
		return rate, err
	}
	return &model.AttendanceRate{}, nil
}

// attendanceRates are the rates of many people: each person's rows by meeting, and meetings by what
// they say.
func (r *Resolver) attendanceRates(ctx context.Context, people []int, in period, committee *int) (map[int]*model.AttendanceRate, error) {
	var groups []struct {
		Person   int `sql:"person_id"`
		States   int `sql:"states"`
		Meetings int `sql:"meetings"`
	}
	err := r.Store.Attendance.Query().Modify(func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		attendance.PersonIDIn(people...)(s)
		m := d.Table(meeting.Table)
		s.Join(m).On(s.C(attendance.FieldMeetingID), m.C(meeting.FieldID))
		s.Where(sql.Or(sql.IsNull(m.C(meeting.FieldStatus)), sql.NotIn(m.C(meeting.FieldStatus), string(meeting.StatusCancelled), string(meeting.StatusPostponed))))
		in.within(s, m.C(meeting.FieldDate))
		if committee != nil {
			s.Where(sql.EQ(m.C(meeting.FieldCommitteeID), *committee))
		}
		person := s.C(attendance.FieldPersonID)
		s.Select(person).AppendSelectExprAs(states(s.C(attendance.FieldStatus)), "states").GroupBy(person, s.C(attendance.FieldMeetingID))
		by := s.Clone().As("by_meeting")
		*s = *d.Select("person_id", "states").From(by).GroupBy("person_id", "states")
		s.AppendSelectExprAs(sql.Raw("COUNT(*)"), "meetings")
	}).Scan(ctx, &groups)
	if err != nil {
		return nil, err
	}
	out := map[int]*model.AttendanceRate{}
	for _, g := range groups {
		if out[g.Person] == nil {
			out[g.Person] = &model.AttendanceRate{}
		}
		count(out[g.Person], g.States, g.Meetings)
	}
	for _, rate := range out {
		if rate.Expected > 0 {
			share := float64(rate.Present) / float64(rate.Expected)
			rate.Rate = &share
		}
	}
	return out, nil
}

// states is the set of a meeting's statuses of one person, as bits.
func states(status string) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("SUM(DISTINCT CASE ").Ident(status)
		for _, o := range []struct {
			status attendance.Status
			bit    string
		}{
			{attendance.StatusPresent, "1"}, {attendance.StatusLate, "2"}, {attendance.StatusApologies, "4"}, {attendance.StatusAbsent, "8"},
			{attendance.StatusSubstitute, "16"}, {attendance.StatusInAttendance, "32"}, {attendance.StatusExpected, "64"},
		} {
			b.WriteString(" WHEN ").Arg(string(o.status)).WriteString(" THEN " + o.bit)
		}
		b.WriteString(" ELSE 0 END)")
	})
}

// count adds meetings that say this of a person. A list that has the person both as there and as away
// says neither; one that has the person as a member and as more counts the member.
func count(rate *model.AttendanceRate, states, meetings int) {
	there, away := states&(wasPresent|wasLate) != 0, states&(sentApologies|wasAbsent) != 0
	switch {
	case there && away:
		rate.Unrecorded += meetings
	case there:
		rate.Expected += meetings
		rate.Present += meetings
		if states&wasLate != 0 {
			rate.Late += meetings
		}
	case states&wasSubstitute != 0:
		rate.Substitute += meetings
	case states&sentApologies != 0:
		rate.Expected += meetings
		rate.Apologies += meetings
	case away:
		rate.Expected += meetings
		rate.Absent += meetings
	case states&wasVisitor != 0:
		rate.InAttendance += meetings
	case states&wasExpected != 0:
		rate.Unrecorded += meetings
	}
}

// mustBe refuses an id that leads to no node of the kind. All ids that a request names are looked up together.
func (r *Resolver) mustBe(ctx context.Context, argument string, id int, kind string, is func(ent.Noder) bool) error {
	node, err := r.known(ctx, id)
	if err != nil {
		return err
	}
	if node == nil || !is(node) {
		return &model.InputError{Argument: argument, Message: fmt.Sprintf("%s: %d is no id of a %s; pass the id that the API gives one", argument, id, kind)}
	}
	return nil
}
