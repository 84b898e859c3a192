package load

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	entcoverage "councilgraph/ent/coverage"
	"councilgraph/ingest/record"
)

// A page that is missing counts in the month of its committee, as far as its address tells that, until it is had; where the
// committee goes, in its month without one.
func TestFailed_place(t *testing.T) {
	l, db := setUp(t)
	const site = "https://democracy.bromley.gov.uk/"
	m := full()
	m.SourceID, m.CommitteeID = "40", "3"
	m.Items[0].SourceID = "500"
	agenda := written(site+"ieListDocuments.aspx?CId=3&MId=40", "2026-01-20T00:00:00Z", m)
	agenda.load(t, l)
	failed := func(page, day string) {
		t.Helper()
		doc := record.Document{Name: site + page, URL: site + page, Council: "BRY", Day: day}
		if err := l.Failed(t.Context(), doc, "the site fails"); err != nil {
			t.Fatal(err)
		}
	}
	placed := func() map[string]int {
		t.Helper()
		out := map[string]int{}
		for _, c := range db.Client.Coverage.Query().Where(entcoverage.FailedGT(0)).AllX(t.Context()) {
			of := "none"
			if c.CommitteeID != 0 {
				of = db.Client.Committee.GetX(t.Context(), c.CommitteeID).Name
			}
			out[fmt.Sprintf("%s %s", of, c.Month)] = c.Failed
		}
		return out
	}
	check := func(when string, want map[string]int) {
		t.Helper()
		for range 2 { // as it is kept, and as it follows from the nodes
			if d := cmp.Diff(want, placed()); d != "" {
				t.Errorf("%s: %s", when, d)
			}
			if err := l.Derive(t.Context(), "BRY"); err != nil {
				t.Fatal(err)
			}
		}
	}
	failed("mgWebService.asmx/GetMeeting?lMeetingId=40", "")
	failed("mgMeetingAttendance.aspx?ID=40", "2025-12-01") // which the meeting knows better
	failed("mgAi.aspx?ID=500", "")
	failed("ieListDocuments.aspx?CId=3&MId=41", "2026-02-11")
	failed("ieListMeetings.aspx?CId=3&Year=0", "")
	failed("ieListDocuments.aspx?CId=9&MId=90", "2026-02-11")
	failed("ieIssueDetails.aspx?IId=7", "")
	check("at first", map[string]int{"Executive 2026-01": 3, "Executive 2026-02": 1, "Executive ": 1, "none 2026-02": 1, "none ": 1})

	// The other committee becomes known, and the page fails for another reason.
	other := m
	other.Committee, other.CommitteeID, other.SourceID, other.Date, other.Items = "Parks Panel", "9", "91", "2026-02-18", nil
	written(site+"ieListDocuments.aspx?CId=9&MId=91", "2026-01-20T00:00:00Z", other).load(t, l)
	failed("ieListDocuments.aspx?CId=9&MId=90", "2026-02-11")
	check("when its committee is known", map[string]int{"Executive 2026-01": 3, "Executive 2026-02": 1, "Executive ": 1, "Parks Panel 2026-02": 1, "none ": 1})

	if err := l.Recovered(t.Context(), "BRY", site+"mgAi.aspx?ID=500"); err != nil {
		t.Fatal(err)
	}
	check("when one is had", map[string]int{"Executive 2026-01": 2, "Executive 2026-02": 1, "Executive ": 1, "Parks Panel 2026-02": 1, "none ": 1})

	if _, err := l.Withdraw(t.Context(), "BRY", agenda.doc.URL, "2026-03-01T00:00:00Z"); err != nil {
		t.Fatal(err)
	}
	check("when the committee is gone", map[string]int{"none 2026-01": 2, "none 2026-02": 1, "none ": 2, "Parks Panel 2026-02": 1})
}
