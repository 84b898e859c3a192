package graph_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent/attendance"
	"councilgraph/ent/person"
	"councilgraph/ingest/record"
)

// attended is a meeting with one attendance of Ann Birch's.
func attended(committee, date string, statuses ...string) record.Meeting {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	m := record.Meeting{Committee: committee, Date: date, Span: span}
	for _, s := range statuses {
		m.Attendances = append(m.Attendances, record.Attendance{Name: "Ann Birch", AsWritten: "Councillor Ann Birch", Status: s, Span: span})
	}
	return m
}

// What counts as expected, as there and as away; visitors, substitutes and what nothing says are apart.
func TestAttendanceRate(t *testing.T) {
	a := newAPI(t)
	for date, status := range map[string]string{
		"2026-01-01": "present", "2026-01-02": "late", "2026-01-03": "apologies", "2026-01-04": "absent",
		"2026-01-05": "substitute", "2026-01-06": "in_attendance", "2026-01-07": "expected", "2026-02-01": "present",
	} {
		a.take(t, attended("Parks Panel", date, status))
	}
	a.take(t, attended("Roads Panel", "2026-01-09", "apologies"))
	a.take(t, attended("Parks Panel", "", "present"))
	cancelled := attended("Parks Panel", "2026-03-02", "apologies")
	cancelled.Status = "Cancelled"
	a.take(t, cancelled)
	ask := func(args string) map[string]any {
		data := a.ask(t, `{ people(where: {name: "Ann Birch"}) { nodes { attendanceRate`+args+` { expected present late apologies absent substitute inAttendance unrecorded rate } } } }`, nil)
		return at(data, "people", "nodes", 0, "attendanceRate").(map[string]any)
	}
	panel := at(a.ask(t, `{ committees(where: {name: "Roads Panel"}) { nodes { id } } }`, nil), "committees", "nodes", 0, "id").(string)
	rate := func(expected, present, late, apologies, absent, substitute, visiting, unrecorded float64) map[string]any {
		m := map[string]any{"expected": expected, "present": present, "late": late, "apologies": apologies, "absent": absent,
			"substitute": substitute, "inAttendance": visiting, "unrecorded": unrecorded, "rate": nil}
		if expected > 0 {
			m["rate"] = present / expected
		}
		return m
	}
	for args, want := range map[string]map[string]any{
		"":                                       rate(7, 4, 1, 2, 1, 1, 1, 1),
		`(from: "2026-01-01")`:                   rate(6, 3, 1, 2, 1, 1, 1, 1),
		`(from: "2025-12-31")`:                   rate(6, 3, 1, 2, 1, 1, 1, 1),
		`(to: "2026-12-31")`:                     rate(6, 3, 1, 2, 1, 1, 1, 1),
		`(to: "2026-12-30")`:                     rate(6, 3, 1, 2, 1, 1, 1, 1),
		`(to: "2025-12-31")`:                     rate(0, 0, 0, 0, 0, 0, 0, 0),
		`(from: "2026-01-02", to: "2026-01-03")`: rate(2, 1, 1, 1, 0, 0, 0, 0),
		`(committee: "` + panel + `")`:           rate(1, 0, 0, 1, 0, 0, 0, 0),
		`(from: "2030-01-01")`:                   rate(0, 0, 0, 0, 0, 0, 0, 0),
	} {
		if d := cmp.Diff(want, ask(args)); d != "" {
			t.Errorf("%s: %s", args, d)
		}
	}
	for _, args := range []string{`(from: "2026-02-01", to: "2026-01-01")`, `(committee: "1")`} {
		if r := a.post(t, `{ people(where: {name: "Ann Birch"}) { nodes { attendanceRate`+args+` { rate } } } }`, nil); len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "BAD_USER_INPUT" {
			t.Errorf("%s: %+v", args, r.Errors)
		}
	}
}

// A meeting that lists one person as there and as away says neither.
func TestAttendanceRate_contradiction(t *testing.T) {
	a := newAPI(t)
	a.take(t, attended("Parks Panel", "2026-01-01", "present"))
	row := a.db.Client.Attendance.Query().Where(attendance.HasPersonWith(person.Name("Ann Birch"))).OnlyX(t.Context())
	a.db.Client.Attendance.Create().SetKey("second").SetPosition(2).SetStatus("APOLOGIES").SetAsWritten("A Birch").
		SetMeetingID(row.MeetingID).SetPersonID(*row.PersonID).SetCouncilID(row.CouncilID).ExecX(t.Context())
	if err := a.loader(t).Derive(t.Context(), "BRY"); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"", `(to: "2026-01-31")`} {
		data := a.ask(t, `{ people(where: {name: "Ann Birch"}) { nodes { attendanceRate`+args+` { expected unrecorded rate } } } }`, nil)
		want := map[string]any{"expected": 0.0, "unrecorded": 1.0, "rate": nil}
		if d := cmp.Diff(want, at(data, "people", "nodes", 0, "attendanceRate")); d != "" {
			t.Errorf("%s: %s", args, d)
		}
	}
}

// What is kept by year is what the lists of the days say, whatever a page says later, and with it everything goes that no page says
// any more.
func TestAttendanceRate_kept(t *testing.T) {
	a := newAPI(t)
	page := func(fetched string, m record.Meeting) {
		a.takePage(t, "https://bromley.example/meeting", fetched, record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{m}})
	}
	ask := func(args string) string {
		data := a.ask(t, `{ people(where: {name: "Ann Birch"}) { nodes { attendanceRate`+args+` { present apologies } } } }`, nil)
		return fmt.Sprint(at(data, "people", "nodes", 0, "attendanceRate"))
	}
	a.take(t, attended("Roads Panel", "2020-01-01", "present"))
	others := a.db.Client.AttendanceYear.Query().CountX(t.Context())
	cancelled := attended("Parks Panel", "2025-07-07", "present")
	cancelled.Status = "Cancelled"
	for i, step := range []struct {
		name string
		m    record.Meeting
		want string // of 2025
	}{
		{"there", attended("Parks Panel", "2025-07-07", "present"), "map[apologies:0 present:1]"},
		{"away", attended("Parks Panel", "2025-07-07", "apologies"), "map[apologies:1 present:0]"},
		{"of another committee", attended("Woods Panel", "2025-08-07", "apologies"), "map[apologies:1 present:0]"},
		{"of another year", attended("Woods Panel", "2024-08-07", "apologies"), "map[apologies:0 present:0]"},
		{"of no day", attended("Woods Panel", "", "present"), "map[apologies:0 present:0]"},
		{"of no committee", attended("", "2025-07-07", "present"), "map[apologies:0 present:1]"},
		{"cancelled", cancelled, "map[apologies:0 present:0]"},
		{"without lists", attended("Parks Panel", "2025-07-07"), "map[apologies:0 present:0]"},
	} {
		page(fmt.Sprintf("2026-01-%02dT00:00:00Z", i+1), step.m)
		kept, days := ask(`(from: "2025-01-01", to: "2025-12-31")`), ask(`(from: "2025-01-02", to: "2025-12-30")`)
		if kept != step.want || days != step.want {
			t.Errorf("%s: kept %s, of days %s, want %s", step.name, kept, days, step.want)
		}
		if n := a.db.Client.AttendanceYear.Query().CountX(t.Context()); n > others+1 {
			t.Errorf("%s: %d rows for one list", step.name, n-others)
		}
	}
}
