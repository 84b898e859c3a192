package synthetic

import (
	"testing"

	"councilgraph/internal/dbtest"
)

// The figures of a store that was filled in bulk are those of its nodes; a store that is older than figures gets
// them when it is brought up to date, once.
func TestWrite_figures(t *testing.T) {
	db, _ := fill(t, Options{Resolutions: 300, Councils: 2, Seed: 1})
	dbtest.CheckFigures(t, db, "after a bulk load")
	n := db.Client.Figure.Query().CountX(t.Context())
	if n < 500 {
		t.Fatalf("only %d figures", n)
	}
	if _, err := db.DB.ExecContext(t.Context(), "DELETE FROM figures"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := db.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		if again := db.Client.Figure.Query().CountX(t.Context()); again != n {
			t.Errorf("%d figures after an update, want %d", again, n)
		}
	}
}
