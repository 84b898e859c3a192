package synthetic

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent/agendaitem"
	"councilgraph/ent/council"
	"councilgraph/ent/resolution"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// leftEmpty are the columns that made-up records have no values in. A column that is new in the schema is
// missing here and fails the test: give it values in this package, or a line with the reason.
var leftEmpty = []string{
	// What load needs to find out again who is meant; the API shows who is meant.
	"attendances.candidate_keys", "attendances.naming", "declarations.candidate_keys", "declarations.naming",
	"participations.candidate_keys", "participations.naming", "votes.candidate_keys", "votes.naming",
	// What load needs to make threads again.
	"agenda_items.own_issue_key", "agenda_items.own_issue_by",
}

const small = 2000

func fill(t *testing.T, o Options) (*database.Database, Report) {
	t.Helper()
	db := dbtest.New(t)
	report, err := Write(t.Context(), db, o)
	if err != nil {
		t.Fatal(err)
	}
	return db, report
}

// There are as many resolutions as were asked for, and every column of every table has values.
func TestWrite(t *testing.T) {
	db, report := fill(t, Options{Resolutions: small, Councils: 2, Seed: 1, Derived: true})
	ctx := t.Context()
	if n := db.Client.Resolution.Query().CountX(ctx); n != small {
		t.Errorf("%d resolutions, want %d", n, small)
	}
	var unfilled []string
	for _, c := range report.Unfilled {
		if !slices.Contains(leftEmpty, c) {
			unfilled = append(unfilled, c)
		}
	}
	if len(unfilled) > 0 {
		t.Errorf("columns without any value: %v", unfilled)
	}
	for name, empty := range map[string]int{
		"people":                                 db.Client.Person.Query().CountX(ctx),
		"attendances":                            db.Client.Attendance.Query().CountX(ctx),
		"participations":                         db.Client.Participation.Query().CountX(ctx),
		"votes":                                  db.Client.Vote.Query().CountX(ctx),
		"amounts":                                db.Client.Amount.Query().CountX(ctx),
		"changes":                                db.Client.Change.Query().CountX(ctx),
		"items whose page has lost their date":   db.Client.AgendaItem.Query().Where(agendaitem.DateIsNil()).CountX(ctx),
		"resolutions of a council with no dates": db.Client.Resolution.Query().Where(resolution.DateIsNil()).CountX(ctx),
	} {
		if empty == 0 {
			t.Errorf("no %s", name)
		}
	}
}

// The same options give the same country, another seed another one.
func TestWrite_again(t *testing.T) {
	one, _ := fill(t, Options{Resolutions: 300, Seed: 1, Derived: true})
	two, _ := fill(t, Options{Resolutions: 300, Seed: 1, Derived: true})
	other, _ := fill(t, Options{Resolutions: 300, Seed: 2})
	if d := cmp.Diff(derived(t, one), derived(t, two)); d != "" {
		t.Errorf("what follows from the nodes differs:\n%s", d)
	}
	was := dbtest.Dump(t, one)
	if d := cmp.Diff(was, dbtest.Dump(t, two)); d != "" {
		t.Errorf("two runs differ:\n%s", d)
	}
	if cmp.Equal(was, dbtest.Dump(t, other)) {
		t.Error("two seeds give the same rows")
	}
}

// A database that holds records is left alone; one that was filled takes new rows with ids that follow.
func TestWrite_afterwards(t *testing.T) {
	db, _ := fill(t, Options{Resolutions: 100, Councils: 1, Seed: 1})
	ctx := t.Context()
	if _, err := Write(ctx, db, Options{Resolutions: 100, Seed: 1}); err == nil || !strings.Contains(err.Error(), "pass an empty one") {
		t.Errorf("a second run: %v", err)
	}
	highest := db.Client.Ward.Query().CountX(ctx)
	if highest == 0 {
		t.Fatal("no wards")
	}
	c := db.Client.Council.Query().Where(council.HasWards()).OnlyX(ctx)
	fresh, err := db.Client.Ward.Create().SetKey("new").SetName("New").SetCouncilID(c.ID).Save(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range db.Client.Ward.Query().IDsX(ctx) {
		if id > fresh.ID || id>>32 != fresh.ID>>32 {
			t.Errorf("the new ward has the id %d, and there is %d", fresh.ID, id)
		}
	}
}

func TestPortions(t *testing.T) {
	for _, c := range []struct {
		whole   int
		weights []float64
		want    []int
	}{
		{10, []float64{1, 1}, []int{5, 5}},
		{10, []float64{3, 1}, []int{8, 2}},
		{2, []float64{1, 1, 1}, []int{1, 1, 0}},
		{7, []float64{0, 1, 0}, []int{0, 7, 0}},
		{7, []float64{0, 1, 1}, []int{0, 4, 3}},
		{0, []float64{1}, []int{0}},
	} {
		if got := portions(c.whole, c.weights); !cmp.Equal(got, c.want) {
			t.Errorf("%d by %v: %v, want %v", c.whole, c.weights, got, c.want)
		}
	}
}

// Days are as many as asked for, in order, on one weekday, and over all ten years.
func TestDays(t *testing.T) {
	for _, n := range []int{1, 7, 80, 260} {
		days := newDice(1, "days").days(n)
		if len(days) != n || !slices.IsSorted(days) {
			t.Fatalf("%d days: %v", n, days)
		}
		if n > 50 && (days[0][:4] != "2016" || days[n-1][:4] != "2025") {
			t.Errorf("%d days from %s to %s", n, days[0], days[n-1])
		}
	}
}
