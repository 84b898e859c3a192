package load

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"councilgraph/ent"
	"councilgraph/ent/address"
	entchange "councilgraph/ent/change"
	"councilgraph/ent/participation"
	"councilgraph/ent/person"
	"councilgraph/ent/redirect"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

var somewhere = record.Span{Start: 0, End: 5, Rule: "test"}

// minutes are a page about a meeting of the executive at which somebody spoke.
func minutes(url, date string, who ...record.Participation) paper {
	item := record.AgendaItem{Number: "7", Title: "Roads", Span: somewhere}
	for i, p := range who {
		p.Span, p.How, p.Kind = record.Span{Start: i, End: i + 4, Rule: "test"}, cmp.Or(p.How, "speaker"), cmp.Or(p.Kind, "councillor")
		item.Participations = append(item.Participations, p)
	}
	return written(url, "2026-06-01T00:00:00Z", record.Meeting{Committee: "Executive", Date: date, Span: somewhere, Items: []record.AgendaItem{item}})
}

func named(name string) record.Participation {
	return record.Participation{Name: name, AsWritten: "Councillor " + name, Title: "Councillor"}
}

// roster is a list of the council's people, fetched on a day.
func roster(fetched string, people ...record.Person) paper {
	p := written("https://democracy.bromley.gov.uk/mgWebService.asmx/GetCouncillorsByWard", fetched, record.Meeting{})
	p.page.Meetings = nil
	for i := range people {
		people[i].Span = somewhere
	}
	p.page.People = people
	return p
}

// whose are the persons and the state of the parts, by the words of the page.
func whose(t *testing.T, client *ent.Client) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, p := range client.Participation.Query().WithPerson().AllX(context.Background()) {
		who := ""
		if p.Edges.Person != nil {
			who = strings.TrimPrefix(p.Edges.Person.Key, "bromley/person/")
		}
		if p.Unsettled != nil {
			who += "?" + string(*p.Unsettled)
		}
		if p.CandidateKeys != nil {
			who += " " + strings.ReplaceAll(*p.CandidateKeys, "bromley/person/", "")
		}
		out[p.AsWritten] = who
	}
	return out
}

// Two people of one surname stay two, and the surname alone means neither, whichever page comes first.
func TestLoad_twoOfOneSurname(t *testing.T) {
	l, db := setUp(t)
	minutes("", "2026-01-14", named("Marlow")).load(t, l)
	if got := whose(t, db.Client)["Councillor Marlow"]; got != "marlow" {
		t.Errorf("the only Marlow is %q", got)
	}
	minutes("", "2026-02-11", named("Sue Marlow")).load(t, l)
	if got := whose(t, db.Client)["Councillor Marlow"]; got != "sue-marlow" {
		t.Errorf("with one fuller name, Marlow is %q", got)
	}
	minutes("", "2026-02-11", named("Brian Marlow")).load(t, l)
	minutes("", "2026-01-14", named("Brian Marlow")).load(t, l)
	got := whose(t, db.Client)
	if got["Councillor Sue Marlow"] != "sue-marlow" || got["Councillor Brian Marlow"] != "brian-marlow" {
		t.Errorf("two people: %v", got)
	}
}

// What is open says who could be meant.
func TestLoad_candidates(t *testing.T) {
	l, db := setUp(t)
	for _, p := range []paper{
		minutes("", "2026-01-14", named("Sue Marlow")), minutes("", "2026-01-14", named("Brian Marlow")),
		minutes("", "2026-01-15", named("Marlow"), record.Participation{AsWritten: "the Leader", Role: "Leader"}),
	} {
		p.load(t, l)
	}
	got := whose(t, db.Client)
	if want := "?CANDIDATES brian-marlow sue-marlow"; got["Councillor Marlow"] != want {
		t.Errorf("Councillor Marlow is %q, want %q", got["Councillor Marlow"], want)
	}
	if want := "?ROLE_ONLY"; got["the Leader"] != want {
		t.Errorf("the Leader is %q, want %q", got["the Leader"], want)
	}
}

// A person who is known by a surname is found to be one with a full name: the id and the address lead to
// whom the person was merged into, or stay with the person under the better name.
func TestLoad_merged(t *testing.T) {
	ctx := context.Background()
	l, db := setUp(t)
	minutes("", "2026-01-14", named("Marlow")).load(t, l)
	before := db.Client.Person.Query().OnlyX(ctx)
	minutes("", "2026-02-11", named("Sue Marlow")).load(t, l)
	after := db.Client.Person.Query().OnlyX(ctx)
	if after.ID != before.ID && db.Client.Redirect.Query().Where(redirect.FromID(before.ID)).OnlyX(ctx).ToID != after.ID {
		t.Errorf("the id %d does not lead to %d", before.ID, after.ID)
	}
	for _, uri := range []string{"/id/bromley/person/marlow", "/id/bromley/person/sue-marlow"} {
		if id := db.Client.Address.Query().Where(address.URI(uri)).OnlyX(ctx).NodeID; id != after.ID {
			t.Errorf("%s leads to %d, want %d", uri, id, after.ID)
		}
	}
	names := db.Client.Person.QueryNames(after).AllX(ctx)
	if len(names) != 1 || names[0].Name != "Marlow" || value(names[0].FirstSeen) != "2026-01-14" {
		t.Errorf("other names: %v", names)
	}
}

// Two people whom a correction says to be one are merged: the feed says so, and so does the report.
func TestLoad_corrected(t *testing.T) {
	ctx := context.Background()
	l, db := setUp(t)
	minutes("", "2026-01-14", named("Sue Marlow")).load(t, l)
	minutes("", "2026-02-11", named("Sue Orchard")).load(t, l)
	old := db.Client.Person.Query().Where(person.Slug("sue-marlow")).OnlyX(ctx)
	l.Correct(map[string][]link.Correction{"BRY": {{Kind: "merge", Person: "sue-marlow", To: "sue-orchard"}}})
	out, err := l.Relink(ctx, "BRY")
	if err != nil {
		t.Fatal(err)
	}
	left := db.Client.Person.Query().OnlyX(ctx)
	if out["Person"].Merged != 1 || left.Slug != "sue-orchard" {
		t.Errorf("%+v, left is %s", out["Person"], left.Slug)
	}
	step := db.Client.Change.Query().Where(entchange.ActionEQ(entchange.ActionMerged)).OnlyX(ctx)
	if step.NodeID != old.ID || *step.SurvivorID != left.ID || *step.SurvivorURI != left.URI {
		t.Errorf("the feed says %v, want %d merged into %d", step, old.ID, left.ID)
	}
	if to := db.Client.Redirect.Query().Where(redirect.FromID(old.ID)).OnlyX(ctx).ToID; to != left.ID {
		t.Errorf("the id leads to %d, want %d", to, left.ID)
	}
	if id := db.Client.Address.Query().Where(address.URI("/id/bromley/person/sue-marlow")).OnlyX(ctx).NodeID; id != left.ID {
		t.Errorf("the address leads to %d, want %d", id, left.ID)
	}
	l.Correct(nil)
	if _, err := l.Relink(ctx, "BRY"); err != nil {
		t.Fatal(err)
	}
	if n := db.Client.Person.Query().CountX(ctx); n != 2 {
		t.Errorf("%d people without the correction, want 2", n)
	}
}

// A post is nobody's until a roster of that year names its holder, and nobody's again when a newer version
// of the roster does not.
func TestLoad_roster(t *testing.T) {
	l, db := setUp(t)
	const post = "Cabinet Member for Children, Education, and Families"
	minutes("", "2026-01-14", record.Participation{AsWritten: "The " + post, Role: post}).load(t, l)
	want := func(when, who string) {
		t.Helper()
		if got := whose(t, db.Client)["The "+post]; got != who {
			t.Errorf("%s: %q, want %q", when, got, who)
		}
	}
	want("without a roster", "?ROLE_ONLY")
	holder := record.Person{Name: "Ann Birch", SourceID: "7", Ward: "Elm", Roles: []string{"Cabinet Member for Children, Education & Families"}}
	roster("2024-11-01T00:00:00Z", holder).load(t, l)
	want("with another year's roster", "?ROLE_ONLY")
	roster("2025-11-01T00:00:00Z", holder).load(t, l)
	want("with the year's roster", "ann-birch")
	holder.Roles = nil
	roster("2025-11-02T00:00:00Z", holder).load(t, l)
	want("with a newer roster", "?ROLE_ONLY")
}

// An undated roster tells who held a post on days that the holder's terms cover.
func TestLoad_undatedRoster(t *testing.T) {
	l, db := setUp(t)
	roster("", record.Person{Name: "Ann Birch", SourceID: "7", Ward: "Elm", Roles: []string{"Leader"}, Terms: []record.Term{{Start: "2025-05-01", End: "2026-03-01"}}}).load(t, l)
	minutes("", "2026-01-14", record.Participation{AsWritten: "the Leader", Role: "Leader"}).load(t, l)
	minutes("", "2026-04-14", record.Participation{AsWritten: "The Leader", Role: "Leader"}).load(t, l)
	got := whose(t, db.Client)
	if got["the Leader"] != "ann-birch" || strings.HasPrefix(got["The Leader"], "ann-birch") {
		t.Errorf("within and after the term: %v", got)
	}
}

// A meeting that one page knows by its number and another by committee and day is one, whichever comes
// first; the page that knew less moves to the better address, and its old one leads there.
func TestLoad_oneMeeting(t *testing.T) {
	ctx := context.Background()
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		l, db := setUp(t)
		papers := []paper{
			written("https://democracy.bromley.gov.uk/mgAi.aspx?ID=500", "", record.Meeting{SourceID: "10", Span: somewhere, Items: []record.AgendaItem{{Number: "7", Title: "Roads", SourceID: "500", Span: somewhere}}}),
			written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=10", "", record.Meeting{
				SourceID: "10", CommitteeID: "1", Committee: "Executive", Date: "2026-01-14", Span: somewhere, Items: []record.AgendaItem{{Number: "7", Title: "Roads", Span: somewhere}},
			}),
		}
		for _, i := range order {
			papers[i].load(t, l)
		}
		m, item := db.Client.Meeting.Query().OnlyX(ctx), db.Client.AgendaItem.Query().OnlyX(ctx)
		if m.URI != "/id/bromley/executive/2026-01-14" || item.URI != "/id/bromley/executive/2026-01-14/7" || item.MeetingID == nil || *item.MeetingID != m.ID {
			t.Errorf("order %v: %s, %s", order, m.URI, item.URI)
		}
		if order[0] == 0 {
			old := "/id/bromley/source/" + papers[0].doc.SHA256[:12] + "/item/1"
			if id := db.Client.Address.Query().Where(address.URI(old)).OnlyX(ctx).NodeID; id != item.ID {
				t.Errorf("%s leads to %d, want %d", old, id, item.ID)
			}
		}
	}
}

// An attendance that two pages write differently is one, where both mean one person.
func TestLoad_oneAttendance(t *testing.T) {
	ctx := context.Background()
	l, db := setUp(t)
	for _, a := range []record.Attendance{{Name: "Sue Marlow", AsWritten: "Councillor Sue Marlow"}, {Name: "S Marlow", AsWritten: "Cllr S Marlow"}} {
		a.Status, a.Span = "present", somewhere
		written("", "", record.Meeting{Committee: "Executive", Date: "2026-01-14", Span: somewhere, Attendances: []record.Attendance{a}}).load(t, l)
	}
	all := db.Client.Attendance.Query().AllX(ctx)
	if len(all) != 1 || all[0].PersonID == nil {
		t.Errorf("%d attendances, want one of a known person: %v", len(all), all)
	}
}

// What a page no longer says goes with all that rested on it: the person, the naming, the claim.
func TestLoad_withdrawnNaming(t *testing.T) {
	ctx := context.Background()
	l, db := setUp(t)
	const url = "https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2"
	minutes("", "2026-01-14", named("Marlow")).load(t, l)
	first := minutes(url, "2026-01-14", named("Sue Marlow"))
	first.load(t, l)
	second := minutes(url, "2026-01-14", named("Ann Birch"))
	second.doc.FetchedAt = "2026-07-01T00:00:00Z"
	second.load(t, l)
	got := whose(t, db.Client)
	if got["Councillor Marlow"] != "marlow" || got["Councillor Ann Birch"] != "ann-birch" || len(got) != 2 {
		t.Errorf("%v", got)
	}
	var slugs []string
	for _, p := range db.Client.Person.Query().AllX(ctx) {
		slugs = append(slugs, p.Slug)
	}
	slices.Sort(slugs)
	if !slices.Equal(slugs, []string{"ann-birch", "marlow"}) {
		t.Errorf("people %v", slugs)
	}
	if n := db.Client.Participation.Query().Where(participation.PersonIDIsNil()).CountX(ctx); n > 0 {
		t.Errorf("%d parts lead to nobody", n)
	}
}

// A page that cannot be read again where others change what it means says nothing from then on; the others
// go in, and its bytes stay.
func TestLoad_unreadable(t *testing.T) {
	ctx := context.Background()
	l, db := setUp(t)
	minutes("", "2026-01-14", named("Marlow")).load(t, l)
	l.read = func(record.Document) (Reading, error) { return Reading{}, errors.New("no page of any known kind") }
	minutes("", "2026-02-11", named("Sue Marlow")).load(t, l)
	if got := whose(t, db.Client); len(got) != 1 || got["Councillor Sue Marlow"] != "sue-marlow" {
		t.Errorf("%v", got)
	}
	if n := db.Client.Content.Query().CountX(ctx); n != 2 {
		t.Errorf("%d contents, want 2", n)
	}
}
