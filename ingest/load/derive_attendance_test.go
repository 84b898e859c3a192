package load

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/database"
	"councilgraph/internal/figures"
)

// ofYear is one row of the years of attendances.
type ofYear struct {
	council, committee, person int
	year                       string
}

// attends fails where the years of attendances hold something else than the lists say, which are counted here one by one.
func attends(t *testing.T, db *database.Database) {
	t.Helper()
	ctx := context.Background()
	type inMeeting struct {
		at      ofYear
		meeting int
	}
	states := map[inMeeting]figures.States{}
	for _, a := range db.Client.Attendance.Query().WithMeeting().AllX(ctx) {
		m := a.Edges.Meeting
		if a.PersonID == nil || m.Status != nil && slices.Contains([]string{"CANCELLED", "POSTPONED"}, m.Status.String()) {
			continue
		}
		at := ofYear{council: m.CouncilID, person: *a.PersonID}
		if m.CommitteeID != nil {
			at.committee = *m.CommitteeID
		}
		if m.Date != nil {
			at.year = (*m.Date)[:4]
		}
		states[inMeeting{at, m.ID}] |= figures.StateOf(a.Status.String())
	}
	want := map[ofYear]figures.Attended{}
	for in, say := range states {
		a := want[in.at]
		a.Add(say, 1)
		want[in.at] = a
	}
	got := map[ofYear]figures.Attended{}
	for _, y := range db.Client.AttendanceYear.Query().AllX(ctx) {
		got[ofYear{y.CouncilID, y.CommitteeID, y.PersonID, y.Year}] = figures.Attended{
			Expected: y.Expected, Present: y.Present, Late: y.Late, Apologies: y.Apologies, Absent: y.Absent,
			Substitute: y.Substitute, InAttendance: y.InAttendance, Unrecorded: y.Unrecorded,
		}
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(ofYear{})); d != "" {
		t.Fatalf("the years of attendances are not in step with the lists (-should +is):\n%s", d)
	}
}

// Years that follow each other are read at once, and none that was not asked for.
func TestYearRuns(t *testing.T) {
	for _, tt := range []struct {
		years []string
		want  []yearRun
	}{
		{nil, nil},
		{[]string{""}, []yearRun{{"", ""}}},
		{[]string{"", "2024", "2025"}, []yearRun{{"", ""}, {"2024", "2025"}}},
		{[]string{"1998", "2024", "2025", "2026"}, []yearRun{{"1998", "1998"}, {"2024", "2026"}}},
		{[]string{"0009", "0010", "9999"}, []yearRun{{"0009", "0010"}, {"9999", "9999"}}},
	} {
		if d := cmp.Diff(tt.want, yearRuns(tt.years), cmp.AllowUnexported(yearRun{})); d != "" {
			t.Errorf("%v: %s", tt.years, d)
		}
	}
}

// addYear adds a row for which there is no attendance.
func addYear(ctx context.Context, db *database.Database) {
	y := db.Client.AttendanceYear.Query().FirstX(ctx)
	db.Client.AttendanceYear.Create().SetCouncilID(y.CouncilID).SetCommitteeID(y.CommitteeID).SetPersonID(y.PersonID).SetYear("1998").SetPresent(1).SetExpected(1).
		SetLate(0).SetApologies(0).SetAbsent(0).SetSubstitute(0).SetInAttendance(0).SetUnrecorded(0).ExecX(ctx)
}
