package load

import (
	"testing"

	"councilgraph/ent"
	entchange "councilgraph/ent/change"
	entfailure "councilgraph/ent/failure"
	"councilgraph/ingest/record"
)

// What a page alone said goes with the page, with tombstones; an older capture of it that comes in later does not bring
// it back, a newer one does.
func TestLoader_Withdraw(t *testing.T) {
	l, db := setUp(t)
	const url = "https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2"
	meetings := func(want int, when string) {
		t.Helper()
		if n := db.Client.Meeting.Query().CountX(t.Context()); n != want {
			t.Errorf("%s: %d meetings, want %d", when, n, want)
		}
	}
	withdraw := func(at string) Count {
		t.Helper()
		out, err := l.Withdraw(t.Context(), "BRY", url+"&Ver=4", at)
		if err != nil {
			t.Fatal(err)
		}
		return out.Total()
	}
	first := written(url, "2026-01-02T00:00:00Z", full())
	first.load(t, l)
	meetings(1, "after the page")
	if standing, ok, err := l.Standing(t.Context(), "BRY", url); err != nil || !ok || standing.SHA256 != first.doc.SHA256 || len(standing.Bytes) == 0 {
		t.Errorf("the version that speaks is %q, want %q: %v", standing.SHA256, first.doc.SHA256, err)
	}
	if c := withdraw("2026-01-03T00:00:00Z"); c.Deleted == 0 {
		t.Errorf("nothing was taken back: %+v", c)
	}
	meetings(0, "after it was withdrawn")
	if n := db.Client.Change.Query().Where(entchange.ActionEQ(entchange.ActionDeleted), entchange.NodeType("Meeting")).CountX(t.Context()); n != 1 {
		t.Errorf("%d tombstones of meetings, want 1", n)
	}
	if c := withdraw("2026-01-03T00:00:00Z"); c != (Count{}) {
		t.Errorf("withdrawing it again changes something: %+v", c)
	}
	if standing, ok, err := l.Standing(t.Context(), "BRY", url); err != nil || ok {
		t.Errorf("the version that speaks is %q, want none: %v", standing.SHA256, err)
	}
	m := full()
	m.Venue = "Another room"
	written(url, "2026-01-01T00:00:00Z", m).load(t, l)
	meetings(0, "after an older capture")
	first.load(t, l)
	meetings(0, "after the page as it was")
	first.doc.FetchedAt = "2026-01-04T00:00:00Z"
	first.load(t, l)
	meetings(1, "after it was seen again")
	if s := db.Client.Source.Query().Order(ent.Asc("id")).AllX(t.Context()); len(s) != 2 || s[0].WithdrawnAt != nil || s[0].Superseded || s[1].WithdrawnAt == nil || !s[1].Superseded {
		t.Errorf("sources %v", s)
	}
}

func TestLoader_Recovered(t *testing.T) {
	l, db := setUp(t)
	const url = "https://democracy.bromley.gov.uk/mgAi.aspx?ID=7"
	for _, u := range []string{url, url + "8"} {
		if err := l.Failed(t.Context(), record.Document{URL: u, Council: "BRY"}, "the site is too busy"); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Recovered(t.Context(), "BRY", url+"#mgDocuments"); err != nil {
		t.Fatal(err)
	}
	open := db.Client.Failure.Query().Where(entfailure.ResolvedAtIsNil()).AllX(t.Context())
	if len(open) != 1 || value(open[0].URL) != url+"8" {
		t.Errorf("still open are %v, want the other page", open)
	}
	if c := db.Client.Coverage.Query().AllX(t.Context()); len(c) != 1 || c[0].Failed != 1 {
		t.Errorf("coverage %v, want one failed page", c)
	}
}
