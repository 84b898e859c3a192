package load

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent/attendance"
	"councilgraph/ent/attendanceyear"
	"councilgraph/ent/meeting"
	"councilgraph/internal/figures"
)

// attendedBy names the rows of a committee's attendances: a person in a year, "" for meetings of which the day is not known.
type attendedBy struct {
	year   string
	person int
}

func (a attendedBy) compare(other attendedBy) int {
	return cmp.Or(cmp.Compare(a.year, other.year), cmp.Compare(a.person, other.person))
}

// keepAttendance counts the attendances of a committee again in the years of these months: there is one row for each person in
// a year, from which attendance rates are summed.
func (s *store) keepAttendance(ctx context.Context, c covered, months []covered) error {
	var years []string
	for _, m := range months {
		years = append(years, yearOf(m.month))
	}
	slices.Sort(years)
	years = slices.Compact(years)
	want, err := s.attended(ctx, c, years)
	if err != nil {
		return err
	}
	rows, err := s.tx.AttendanceYear.Query().
		Where(attendanceyear.CouncilID(c.council), attendanceyear.CommitteeID(c.committee), attendanceyear.YearIn(years...)).All(ctx)
	if err != nil {
		return errRead("years of attendances", err)
	}
	var gone []any
	for _, r := range rows {
		at := attendedBy{r.Year, r.PersonID}
		now, stands := want[at]
		delete(want, at)
		was := figures.Attended{Expected: r.Expected, Present: r.Present, Late: r.Late, Apologies: r.Apologies, Absent: r.Absent,
			Substitute: r.Substitute, InAttendance: r.InAttendance, Unrecorded: r.Unrecorded}
		switch {
		case !stands:
			gone = append(gone, r.ID)
		case *now != was:
			s.derived = true
			change := row{}
			for i, column := range figures.AttendedColumns() {
				change[column] = *now.Counts()[i]
			}
			if err := s.update(ctx, attendanceyear.Table, int64(r.ID), change); err != nil {
				return err
			}
		}
	}
	s.derived = s.derived || len(gone)+len(want) > 0
	if err := s.remove(ctx, attendanceyear.Table, attendanceyear.FieldID, gone); err != nil {
		return err
	}
	return s.addAttended(ctx, c, want)
}

func (s *store) addAttended(ctx context.Context, c covered, fresh map[attendedBy]*figures.Attended) error {
	columns := append([]string{attendanceyear.FieldCouncilID, attendanceyear.FieldCommitteeID, attendanceyear.FieldYear, attendanceyear.FieldPersonID},
		figures.AttendedColumns()...)
	var values []any
	for _, at := range slices.SortedFunc(maps.Keys(fresh), attendedBy.compare) {
		values = append(values, c.council, c.committee, at.year, at.person)
		for _, n := range fresh[at].Counts() {
			values = append(values, *n)
		}
	}
	return s.add(ctx, attendanceyear.Table, columns, values)
}

// attended are the attendances of a committee, or of none, in these years, which are in order.
func (s *store) attended(ctx context.Context, c covered, years []string) (map[attendedBy]*figures.Attended, error) {
	out := map[attendedBy]*figures.Attended{}
	count := func(from, to string) error {
		query, args := s.attendedQuery(c, from, to).Query()
		return s.rows(ctx, query, args, func(r scanner) error {
			var at attendedBy
			var states, meetings int
			if err := r.Scan(&at.year, &at.person, &states, &meetings); err != nil {
				return err
			}
			if out[at] == nil {
				out[at] = &figures.Attended{}
			}
			out[at].Add(figures.States(states), meetings)
			return nil
		})
	}
	for _, run := range yearRuns(years) {
		from, to := "0", "0" // no day
		if run.first != "" {
			from, to = "1"+run.first, "1"+run.last+"-12-31"
		}
		if err := count(from, to); err != nil {
			return nil, errRead("attendances", err)
		}
	}
	return out, nil
}

// attendedQuery counts the meetings of a committee, or of none, by year, person and what their lists say of the person: year, person,
// states, meetings. The days are as meetings are ordered by: "1" and the day, "0" for none.
func (s *store) attendedQuery(c covered, from, to string) *entsql.Selector {
	d := s.sql()
	a, m := d.Table(attendance.Table).As("a"), d.Table(meeting.Table).As("m")
	day := m.C(meeting.FieldDateDesc)
	by := figures.SelectStates(d, a, m).Where(entsql.And(entsql.NotNull(a.C(attendance.FieldPersonID)), entsql.GTE(day, from), entsql.LTE(day, to)))
	if c.committee != 0 {
		by.Where(entsql.EQ(m.C(meeting.FieldCommitteeID), c.committee))
	} else {
		by.Where(entsql.And(entsql.EQ(m.C(meeting.FieldCouncilID), c.council), entsql.IsNull(m.C(meeting.FieldCommitteeID))))
	}
	by.AppendSelectExprAs(entsql.ExprFunc(func(b *entsql.Builder) { b.WriteString("substr(").Ident(day).WriteString(", 2, 4)") }), "year").GroupBy(day)
	out := d.Select("year", "person_id", "states").From(by.As("by_meeting")).GroupBy("year", "person_id", "states")
	return out.AppendSelectExprAs(entsql.Raw("COUNT(*)"), "meetings")
}

// yearRun is one year, or several that follow each other; both ends "" for meetings of which the day is not known.
type yearRun struct{ first, last string }

// yearRuns are years, which are in order, in as few runs: each is read at once, and no year that was not asked for.
func yearRuns(years []string) []yearRun {
	var out []yearRun
	for _, year := range years {
		if n := len(out); n > 0 && out[n-1].last != "" && year == next(out[n-1].last) {
			out[n-1].last = year
			continue
		}
		out = append(out, yearRun{year, year})
	}
	return out
}

// next is the year behind a year.
func next(year string) string {
	n, _ := strconv.Atoi(year) // an error makes a year of its own
	return fmt.Sprintf("%04d", n+1)
}

// yearOf is the year of a month, "" for none.
func yearOf(month string) string { return month[:min(len(month), len("2006"))] }

// firstMonth is the first month of a year, "" for none.
func firstMonth(year string) string {
	if year == "" {
		return ""
	}
	return year + "-01"
}
