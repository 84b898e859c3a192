package graph

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/attendanceyear"
	"councilgraph/ent/meeting"
	"councilgraph/graph/model"
	"councilgraph/internal/figures"
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

// attendanceRates are the rates of many people: of whole years as they are kept, of other days as the lists of their meetings say.
func (r *Resolver) attendanceRates(ctx context.Context, people []int, in period, committee *int) (map[int]*model.AttendanceRate, error) {
	count := r.attendedDays
	if in.ofYears() {
		count = r.attendedYears
	}
	all, err := count(ctx, people, in, committee)
	if err != nil {
		return nil, err
	}
	out := make(map[int]*model.AttendanceRate, len(all))
	for person, a := range all {
		out[person] = &model.AttendanceRate{
			Expected: a.Expected, Present: a.Present, Late: a.Late, Apologies: a.Apologies, Absent: a.Absent, Substitute: a.Substitute,
			InAttendance: a.InAttendance, Unrecorded: a.Unrecorded,
		}
		if a.Expected > 0 {
			share := float64(a.Present) / float64(a.Expected)
			out[person].Rate = &share
		}
	}
	return out, nil
}

// ofYears says whether the period is made of whole calendar years, or has no ends.
func (p period) ofYears() bool {
	return (p.from == nil || strings.HasSuffix(*p.from, "-01-01")) && (p.to == nil || strings.HasSuffix(*p.to, "-12-31"))
}

// attendedYears sums what is kept of each person by committee and year.
func (r *Resolver) attendedYears(ctx context.Context, people []int, in period, committee *int) (map[int]*figures.Attended, error) {
	var rows []*ent.AttendanceYear
	err := r.Store.AttendanceYear.Query().Modify(func(s *sql.Selector) {
		attendanceyear.PersonIDIn(people...)(s)
		if committee != nil {
			attendanceyear.CommitteeID(*committee)(s)
		}
		if in.from != nil || in.to != nil {
			attendanceyear.YearNEQ("")(s)
		}
		if in.from != nil {
			attendanceyear.YearGTE((*in.from)[:len("2006")])(s)
		}
		if in.to != nil {
			attendanceyear.YearLTE((*in.to)[:len("2006")])(s)
		}
		s.Select(s.C(attendanceyear.FieldPersonID)).GroupBy(s.C(attendanceyear.FieldPersonID))
		for _, column := range figures.AttendedColumns() {
			s.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) { b.WriteString("SUM(").Ident(s.C(column)).WriteByte(')') }), column)
		}
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	out := make(map[int]*figures.Attended, len(rows))
	for _, y := range rows {
		out[y.PersonID] = &figures.Attended{
			Expected: y.Expected, Present: y.Present, Late: y.Late, Apologies: y.Apologies, Absent: y.Absent, Substitute: y.Substitute,
			InAttendance: y.InAttendance, Unrecorded: y.Unrecorded,
		}
	}
	return out, nil
}

// attendedDays counts each person's attendances by meeting, and meetings by what they say.
func (r *Resolver) attendedDays(ctx context.Context, people []int, in period, committee *int) (map[int]*figures.Attended, error) {
	var groups []struct {
		Person   int `sql:"person_id"`
		States   int `sql:"states"`
		Meetings int `sql:"meetings"`
	}
	err := r.Store.Attendance.Query().Modify(func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		a, m := d.Table(attendance.Table).As("a"), d.Table(meeting.Table).As("m")
		by := figures.SelectStates(d, a, m).Where(sql.InInts(a.C(attendance.FieldPersonID), people...))
		in.within(by, m.C(meeting.FieldDate))
		if committee != nil {
			by.Where(sql.EQ(m.C(meeting.FieldCommitteeID), *committee))
		}
		*s = *d.Select("person_id", "states").From(by.As("by_meeting")).GroupBy("person_id", "states")
		s.AppendSelectExprAs(sql.Raw("COUNT(*)"), "meetings")
	}).Scan(ctx, &groups)
	if err != nil {
		return nil, err
	}
	out := map[int]*figures.Attended{}
	for _, g := range groups {
		if out[g.Person] == nil {
			out[g.Person] = &figures.Attended{}
		}
		out[g.Person].Add(figures.States(g.States), g.Meetings)
	}
	return out, nil
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
