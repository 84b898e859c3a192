package database_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/meeting"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/figures"
)

// A store of before gets the years of its attendances as loading would count them.
func TestMigrate_attendanceYears(t *testing.T) {
	ctx := t.Context()
	db := dbtest.New(t)
	c := db.Client.Council.Create().SetKey("AAA").SetURI("/id/a").SetName("A").SetNameSort("a").SetShortName("A").SetSlug("a").SetRegisterCode("AAA").SetKind("UNITARY").SaveX(ctx)
	panel := db.Client.Committee.Create().SetKey("a/panel").SetURI("/id/a/panel").SetName("Panel").SetSlug("panel").SetKind("OTHER").SetCouncilID(c.ID).SaveX(ctx)
	ann := db.Client.Person.Create().SetKey("a/person/ann").SetURI("/id/a/person/ann").SetName("Ann Birch").SetSlug("ann").SetCouncilID(c.ID).SaveX(ctx)
	want := map[string]*figures.Attended{}
	n := 0
	listed := func(committee *int, date string, status meeting.Status, lists ...attendance.Status) {
		n++
		m := db.Client.Meeting.Create().SetKey(fmt.Sprint("a/m/", n)).SetURI(fmt.Sprint("/id/a/m/", n)).SetCouncilID(c.ID).SetNillableCommitteeID(committee)
		if date != "" {
			m.SetDate(date)
		}
		if status != "" {
			m.SetStatus(status)
		}
		held := m.SaveX(ctx)
		var states figures.States
		for i, l := range lists {
			states |= figures.StateOf(string(l))
			db.Client.Attendance.Create().SetKey(fmt.Sprint("a/m/", n, "/", i)).SetPosition(i).SetStatus(l).SetAsWritten("Ann Birch").
				SetMeetingID(held.ID).SetPersonID(ann.ID).SetCouncilID(c.ID).ExecX(ctx)
		}
		if status == meeting.StatusCancelled || status == meeting.StatusPostponed {
			return
		}
		of := 0
		if committee != nil {
			of = *committee
		}
		key := fmt.Sprint(of, " ", date[:min(len(date), 4)])
		if want[key] == nil {
			want[key] = &figures.Attended{}
		}
		want[key].Add(states, 1)
	}
	all := []attendance.Status{attendance.StatusPresent, attendance.StatusLate, attendance.StatusApologies, attendance.StatusAbsent,
		attendance.StatusSubstitute, attendance.StatusInAttendance, attendance.StatusExpected}
	for i, a := range all {
		year := fmt.Sprint(2000 + i)
		listed(&panel.ID, year+"-01-31", meeting.StatusHeld, a)
		for _, b := range all {
			listed(&panel.ID, year+"-12-31", "", a, b)
		}
		listed(&panel.ID, year+"-05-05", meeting.StatusCancelled, a)
		listed(&panel.ID, year+"-05-05", meeting.StatusPostponed, a)
		listed(nil, year+"-05-05", "", a)
		listed(nil, "", "", a)
	}
	p := migrations(t, db)
	if _, err := p.DownTo(ctx, version(db, 20261123235041)-1); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Up(ctx); err != nil {
		t.Fatal(err)
	}
	got := map[string]*figures.Attended{}
	rows := db.Client.AttendanceYear.Query().AllX(ctx)
	for _, r := range rows {
		if r.PersonID != ann.ID || r.CouncilID != c.ID {
			t.Errorf("a row of something else: %+v", r)
		}
		got[fmt.Sprint(r.CommitteeID, " ", r.Year)] = &figures.Attended{Expected: r.Expected, Present: r.Present, Late: r.Late, Apologies: r.Apologies,
			Absent: r.Absent, Substitute: r.Substitute, InAttendance: r.InAttendance, Unrecorded: r.Unrecorded}
	}
	if d := cmp.Diff(want, got); d != "" || len(rows) != len(want) {
		t.Errorf("%d rows, want %d: %s", len(rows), len(want), d)
	}
	if !slices.ContainsFunc(rows, func(r *ent.AttendanceYear) bool { return r.ID > 184683593728 }) {
		t.Error("ids begin where others' end")
	}
}
