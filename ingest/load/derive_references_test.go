package load

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"councilgraph/ent"
	"councilgraph/ent/reference"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
)

// meantBy are the references with what they are settled as.
func meantBy(t *testing.T, db *database.Database) string {
	t.Helper()
	var lines []string
	short := func(key string) string { return strings.TrimPrefix(key, "bromley/") }
	for _, r := range db.Client.Reference.Query().Order(ent.Asc(reference.FieldKey)).WithTargetMeeting().WithTargetItem().WithTargetDocument().AllX(t.Context()) {
		line := r.AsWritten + ":"
		if r.ResolvedBy == nil {
			line += " open"
		} else {
			line += " " + r.ResolvedBy.String()
		}
		if m := r.Edges.TargetMeeting; m != nil {
			line += " meeting " + short(m.Key)
		}
		if i := r.Edges.TargetItem; i != nil {
			line += " item " + short(i.Key)
		}
		if d := r.Edges.TargetDocument; d != nil {
			line += " document " + short(d.Key)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestReferences_settled(t *testing.T) {
	pointer := func(committee, kind, asWritten, number, date string) paper {
		return broughtUp(committee, "2026-06-10", "9", "Libraries", refersTo(kind, asWritten, number, date, "As "+asWritten+" says."))
	}
	for name, test := range map[string]struct {
		pages []paper
		want  string
	}{
		"a committee and its day": {
			[]paper{
				pointer("Council", "report", "a report agreed by the Executive on 14th January 2026", "", "2026-01-14"),
				broughtUp("Executive", "2026-01-14", "7", "Roads", nil), broughtUp("Executive and Resources PDS Committee", "2026-01-14", "7", "Roads", nil),
			},
			"a report agreed by the Executive on 14th January 2026: MEETING_NAMED meeting executive/2026-01-14",
		},
		"the one item of that day that is of the same issue": {
			[]paper{
				pointer("Council", "meeting", "agreed by the Executive on 14 January 2026", "", "2026-01-14").onIssue("7", "Libraries"),
				broughtUp("Executive", "2026-01-14", "7", "Roads", nil), broughtUp("Executive", "2026-01-14", "8", "Libraries", nil).onIssue("7", "Libraries"),
			},
			"agreed by the Executive on 14 January 2026: MEETING_NAMED meeting executive/2026-01-14 item executive/2026-01-14/8",
		},
		"two items of that issue leave the item open": {
			[]paper{
				pointer("Council", "meeting", "agreed by the Executive on 14 January 2026", "", "2026-01-14").onIssue("7", "Libraries"),
				broughtUp("Executive", "2026-01-14", "7", "Libraries", nil).onIssue("7", "Libraries"), broughtUp("Executive", "2026-01-14", "8", "Libraries", nil).onIssue("7", "Libraries"),
			},
			"agreed by the Executive on 14 January 2026: MEETING_NAMED meeting executive/2026-01-14",
		},
		"a body whose name goes on is another one": {
			[]paper{pointer("Council", "meeting", "The Executive and Resources PDS Committee considered on 14 January 2026", "", "2026-01-14"), broughtUp("Executive", "2026-01-14", "7", "Roads", nil)},
			"The Executive and Resources PDS Committee considered on 14 January 2026: open",
		},
		"a body before whose name another word stands is another one": {
			[]paper{pointer("Council", "meeting", "agreed by the Shadow Executive on 14 January 2026", "", "2026-01-14"), broughtUp("Executive", "2026-01-14", "7", "Roads", nil)},
			"agreed by the Shadow Executive on 14 January 2026: open",
		},
		"no body is the own committee": {
			[]paper{pointer("Executive", "meeting", "The minutes of the meeting held on 14 January 2026", "", "2026-01-14"), broughtUp("Executive", "2026-01-14", "7", "Roads", nil), broughtUp("Council", "2026-01-14", "7", "Roads", nil)},
			"The minutes of the meeting held on 14 January 2026: OWN_COMMITTEE meeting executive/2026-01-14",
		},
		"a report of somebody on a day is no meeting": {
			[]paper{pointer("Executive", "report", "a report dated 14 January 2026", "", "2026-01-14"), broughtUp("Executive", "2026-01-14", "7", "Roads", nil)},
			"a report dated 14 January 2026: open",
		},
		"a minute of a day, a minute of a meeting, an item of the agenda": {
			[]paper{
				pointer("Executive", "minute", "Minute 7 of 14 January 2026", "7", "2026-01-14"),
				broughtUp("Council", "2026-06-11", "8", "Parks", refersTo("meeting", "Executive on 14 January 2026 (Minute 7)", "7", "2026-01-14", "")),
				broughtUp("Council", "2026-06-11", "9", "Trees", refersTo("item", "agenda item 8", "8", "", "")),
				broughtUp("Executive", "2026-01-14", "7", "Roads", nil),
			},
			"Executive on 14 January 2026 (Minute 7): MEETING_NAMED meeting executive/2026-01-14 item executive/2026-01-14/7\n" +
				"agenda item 8: OWN_AGENDA meeting council/2026-06-11 item council/2026-06-11/8\n" +
				"Minute 7 of 14 January 2026: MINUTE_NUMBER meeting executive/2026-01-14 item executive/2026-01-14/7",
		},
		"an earlier minute by its number": {
			[]paper{
				pointer("Executive", "minute", "Minute 424", "424", ""),
				broughtUp("Executive", "2026-01-14", "424", "Roads", nil), broughtUp("Council", "2026-01-14", "424", "Roads", nil), broughtUp("Executive", "2026-07-14", "424", "Roads", nil), broughtUp("Executive", "2023-07-14", "424", "Roads", nil),
			},
			"Minute 424: MINUTE_NUMBER meeting executive/2026-01-14 item executive/2026-01-14/424",
		},
		"two earlier minutes of the number": {
			[]paper{pointer("Executive", "minute", "Minute 424", "424", ""), broughtUp("Executive", "2026-01-14", "424", "Roads", nil), broughtUp("Executive", "2025-01-14", "424", "Roads", nil)},
			"Minute 424: open",
		},
		"an agenda number is no minute": {
			[]paper{pointer("Executive", "minute", "Minute 7", "7", ""), broughtUp("Executive", "2026-01-14", "7", "Roads", nil)},
			"Minute 7: open",
		},
		"a short number that is known to be a minute's": {
			[]paper{pointer("Executive", "minute", "Minute 7", "7", ""), broughtUp("Executive", "2026-01-14", "3", "Roads", func(i *record.AgendaItem) { i.MinuteNumber = "7" })},
			"Minute 7: MINUTE_NUMBER meeting executive/2026-01-14 item executive/2026-01-14/3",
		},
		"a report by its reference": {
			[]paper{pointer("Executive", "report", "Report CS17089", "CS17089", ""), broughtUp("Council", "2026-01-14", "3", "Roads", reports("CS17089"))},
			"Report CS17089: REPORT_REFERENCE item council/2026-01-14/3 document council/2026-01-14/3/report/cs17089",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for round := range 2 {
				l, db := setUp(t)
				order := rand.New(rand.NewPCG(6, uint64(round))).Perm(len(test.pages))
				for _, i := range order {
					test.pages[i].load(t, l)
				}
				if d := gocmp.Diff(test.want, meantBy(t, db)); d != "" {
					t.Fatalf("pages in the order %v:\n%s", order, d)
				}
			}
		})
	}
}

// A reference is settled when what it points to comes, open again when a second thing comes that fits, and
// when what it points to goes.
func TestReferences_unsettled(t *testing.T) {
	l, db := setUp(t)
	step := func(what string, p paper, want string) {
		t.Helper()
		p.load(t, l)
		if got := meantBy(t, db); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	step("alone", broughtUp("Executive", "2026-06-10", "9", "Libraries", refersTo("minute", "Minute 424", "424", "", "Minute 424 refers")), "Minute 424: open")
	const settled = "Minute 424: MINUTE_NUMBER meeting executive/2026-01-14 item executive/2026-01-14/424"
	target := broughtUp("Executive", "2026-01-14", "424", "Roads", nil)
	step("with its target", target, settled)
	second := broughtUp("Executive", "2025-01-14", "424", "Roads", nil)
	step("with two", second, "Minute 424: open")
	gone := second
	gone.page.Meetings = nil
	gone.doc.FetchedAt, gone.doc.SHA256 = "2027-01-01T00:00:00Z", strings.Repeat("a", 64)
	step("after the second went", gone, settled)
	gone = target
	gone.page.Meetings = nil
	gone.doc.FetchedAt, gone.doc.SHA256 = "2027-01-01T00:00:00Z", strings.Repeat("b", 64)
	step("after its target went", gone, "Minute 424: open")
	if n := db.Client.Issue.Query().CountX(t.Context()); n != 0 {
		t.Errorf("%d issues are left", n)
	}
	fed := fmt.Sprint(db.Client.Change.Query().AllX(t.Context()))
	if !strings.Contains(fed, "Reference") || !strings.Contains(fed, "Issue") {
		t.Errorf("the feed does not tell of references and issues: %s", fed)
	}
}

func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		title, decision, minutes string
		kinds                    []string
		want                     string
	}{
		{"Roads", "", "", []string{"NOTED", "APPROVED"}, "APPROVED"},
		{"Roads", "", "", []string{"APPROVED", "RECOMMENDED"}, "RECOMMENDED"},
		{"Roads", "", "", []string{"DELEGATED", "NOTED"}, "DELEGATED"},
		{"Roads", "", "", nil, ""},
		{"Roads", "", "The report was introduced. It was withdrawn.", nil, ""},
		{"Roads", "", "This item was withdrawn from the agenda.", nil, "WITHDRAWN"},
		{"Roads", "Deferred to the next meeting.", "", nil, "DEFERRED"},
		{"Roads - WITHDRAWN", "", "", nil, "WITHDRAWN"},
		{"Call-in of Roads", "", "Members heard the call-in.", []string{"NOTED"}, "CALLED_IN"},
		{"Call-in of Roads", "", "", []string{"REFERRED"}, "REFERRED"},
		{"Call-in of Roads", "", "", nil, ""},
		{"Cash withdrawn from machines", "", "A discussion followed.", nil, ""},
	} {
		if got := outcomeOf(c.title, c.kinds, c.decision, c.minutes); got != c.want {
			t.Errorf("%q %v %q %q: %s, want %s", c.title, c.kinds, c.decision, c.minutes, got, c.want)
		}
	}
}
