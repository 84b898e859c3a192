package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func shownAttendance(a AttendanceFact) string {
	s := a.Status + " " + a.Name
	for _, w := range []struct{ word, value string }{{"as", a.Role}, {"for", a.SubstituteFor}, {"arrived", a.Arrived}, {"left", a.Left}} {
		if w.value != "" {
			s += " " + w.word + " " + w.value
		}
	}
	return s
}

func TestAttendances(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want []string
	}{
		{[]string{"# Apologies", "Apologies were received from Councillor Jane Hollis (substituted by Councillor Amit Rao), Councillor Tim Ledger (Councillor Fay Moss substituting) and the Chief Executive."},
			[]string{"apologies Jane Hollis", "substitute Amit Rao for Jane Hollis", "apologies Tim Ledger", "substitute Fay Moss for Tim Ledger"}},
		{[]string{"# Apologies", "Apologies: Councillors Moody (substituted by Councillor Bell) and Trench. Councillor J Farr had sent word that he would be late."},
			[]string{"apologies Moody", "substitute Bell for Moody", "apologies Trench", "late J Farr"}},
		{[]string{"# Apologies", "Apologies were received on behalf of:", "· Councillor Ola Grey, Cabinet Member for Planning", "· Ed Finch, Corporate Director, Resources for whom Ann Moore, Head of Finance deputised."},
			[]string{"apologies Ola Grey as Cabinet Member for Planning", "apologies Ed Finch as Corporate Director, Resources", "substitute Ann Moore as Head of Finance for Ed Finch"}},
		{[]string{"Councillor N Stone attended as substitute for Councillor O'Dea."}, []string{"substitute N Stone for O'Dea"}},
		{[]string{"(At 7.33pm Councillor Ojo entered the Chamber)", "Councillor Amy Ball left the meeting at 8:10pm and returned at 8.20pm. Councillor J. Rees joined the meeting at 6.45 pm."},
			[]string{"present Ojo arrived 19:33", "present Amy Ball arrived 20:20 left 20:10", "present J. Rees arrived 18:45"}},
		{[]string{"Councillor N Elm was absent without apology. Ann Keen (Head of Property) attended for this item."}, []string{"absent N Elm", "in_attendance Ann Keen as Head of Property"}},
		{[]string{"Councillor A Bell spoke. Councillor C Dow moved the motion. Mrs W Ash (objector) addressed the Committee."}, nil},
		{[]string{"# Apologies", "There were no apologies."}, nil},
	} {
		var got []string
		for _, a := range Attendances([]ItemText{itemOf(c.in...)}) {
			got = append(got, shownAttendance(a))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

// A surname alone is the person of that name where the meeting has one, whatever item names them.
func TestAttendancesOverItems(t *testing.T) {
	said := Read([]ItemText{
		{Number: "1", Title: text("Apologies"), Minutes: text("Apologies were received from Councillors Ann Bell and Cy Bell.")},
		{Number: "4", Title: text("Allotments"), Minutes: text("Councillor Hume left the room at 7.25 pm. Councillor Bell arrived late.")},
		{Minutes: text("Present: Councillors D Frame and S. Hume")},
	})
	var got []string
	for _, a := range said.Attendances() {
		got = append(got, shownAttendance(a))
	}
	want := []string{"apologies Ann Bell", "apologies Cy Bell", "present S. Hume left 19:25", "late Bell", "present D Frame"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestRoster(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Present: Councillors A Bell (Chair), C Dow and Mrs E Fry OBE\nIn attendance: Gil Hay - Head of Law; Ivy Jones (Clerk)\nApologies: Councillor K Lee",
			"present A Bell as Chair; present C Dow; present E Fry; in_attendance Gil Hay as Head of Law; in_attendance Ivy Jones as Clerk; apologies K Lee"},
		{"PRESENT:\nCouncillor M Noon (in the Chair)\nCouncillors O Penn, Q Rudd (as substitute for Councillor S Tate)\n\nThe meeting began at 7 pm with Councillor U Vane speaking.",
			"present M Noon as in the Chair; present O Penn; substitute Q Rudd for S Tate"},
		{"P Councillor A Bell\nA Councillor C Dow\nP Councillor E Fry", "present A Bell; apologies C Dow; present E Fry"},
		{"Members present:\nA Bell\nC Dow\nOfficers:\nGil Hay, Head of Law", "present A Bell; present C Dow; in_attendance Gil Hay as Head of Law"},
		{"Venue: Town Hall\nThe Mayor welcomed Councillor A Bell.", ""},
	} {
		var got []string
		for _, a := range Roster(text(strings.Split(c.in, "\n")...)) {
			got = append(got, shownAttendance(a))
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
