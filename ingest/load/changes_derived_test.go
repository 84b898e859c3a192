package load

import (
	"testing"

	"councilgraph/ent"
	entchange "councilgraph/ent/change"
	"councilgraph/ent/part"
)

// What is kept beside the nodes is part of answers: where it changes, so does the version of the data, which is the last change.
// Where nothing changes, neither does that.
func TestChanges_derived(t *testing.T) {
	l, db := setUp(t)
	ctx := t.Context()
	written("", "2026-01-20T00:00:00Z", debated()).load(t, l)
	last := func() *ent.Change { return db.Client.Change.Query().Order(ent.Desc(entchange.FieldID)).FirstX(ctx) }
	uri := db.Client.Person.Query().FirstX(ctx).URI
	council := db.Client.Council.Query().OnlyX(ctx)
	derive := func() error { return l.Derive(ctx, "BRY") }
	search := func() error { return l.DeriveSearch(ctx) }
	for _, c := range []struct {
		name   string
		before func()
		do     func() error
		moves  bool
	}{
		{"what is right is derived", func() {}, derive, false},
		{"parts are missing", func() { db.Client.Part.Delete().ExecX(ctx) }, derive, true},
		{"parts are wrong", func() { db.Client.Part.Update().SetHow(1).ExecX(ctx) }, derive, true},
		{"parts are too many", func() {
			p := db.Client.Part.Query().FirstX(ctx)
			db.Client.Part.Create().SetResolutionID(p.ResolutionID).SetPersonID(0).SetAsWritten("A. Nobody").SetHow(1).SetDateAsc(p.DateAsc).SetDateDesc(p.DateDesc).ExecX(ctx)
		}, derive, true},
		{"months are wrong", func() { db.Client.Coverage.Update().SetMeetings(9).ExecX(ctx) }, derive, true},
		{"months are missing", func() { db.Client.Coverage.Delete().ExecX(ctx) }, derive, true},
		{"years of attendances are wrong", func() { db.Client.AttendanceYear.Update().SetPresent(9).ExecX(ctx) }, derive, true},
		{"years of attendances are missing", func() { db.Client.AttendanceYear.Delete().ExecX(ctx) }, derive, true},
		{"years of attendances are too many", func() { addYear(ctx, db) }, derive, true},
		{"all is right again", func() {}, derive, false},
		{"words of today's rules", func() {}, search, false},
		{"words of other rules", func() {
			if _, err := db.DB.ExecContext(ctx, "UPDATE search_rules SET version = version + 1"); err != nil {
				t.Fatal(err)
			}
		}, search, true},
		{"no words, in what is being restored", func() {
			if _, err := db.DB.ExecContext(ctx, "DELETE FROM search_rules"); err != nil {
				t.Fatal(err)
			}
		}, func() error { return l.RestoreSearch(ctx) }, false},
		{"no words, in what is served", func() {
			if _, err := db.DB.ExecContext(ctx, "DELETE FROM search_rules"); err != nil {
				t.Fatal(err)
			}
		}, search, true},
		{"a person is forgotten", func() {}, func() error { return l.Forget(ctx, "BRY", uri) }, true},
	} {
		c.before()
		was := last()
		if err := c.do(); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		is := last()
		if moved := is.ID != was.ID; moved != c.moves {
			t.Errorf("%s: the version moves is %t, want %t", c.name, moved, c.moves)
		} else if moved && (is.NodeID != council.ID || is.Action != entchange.ActionUpdated || is.CouncilID == nil || *is.CouncilID != council.ID) {
			t.Errorf("%s: %v", c.name, is)
		}
	}
	if n := db.Client.Change.Query().Where(entchange.NodeURI(uri)).CountX(ctx); n != 0 {
		t.Errorf("%d changes name who is forgotten", n)
	}
	if db.Client.Part.Query().Where(part.PersonIDNEQ(0)).CountX(ctx) == 0 {
		t.Error("no parts of people: nothing was derived")
	}
}
