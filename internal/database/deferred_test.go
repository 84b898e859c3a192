package database_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// built are the indexes and constraints of all tables.
func built(t *testing.T, db *database.Database) (out []string) {
	t.Helper()
	query := `SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
		UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace`
	if db.Embedded() {
		query = `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL`
	}
	rows, err := db.DB.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// What an empty database is loaded without is made again just as it was, also by another program and in two goes.
func TestDefer(t *testing.T) {
	address := dbtest.Address(t)
	db := dbtest.Open(t, address)
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := built(t, db)
	if err := db.Defer(t.Context(), []string{"agenda_items_key_key", "mention_naming"}); err != nil {
		t.Fatal(err)
	}
	missing, err := db.Deferred(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if taken := len(before) - len(built(t, db)); !db.Embedded() && (taken < 50 || missing < taken-5) || db.Embedded() && taken != 0 {
		t.Errorf("%d indexes and keys were taken away, %d are known to be missing", taken, missing)
	}
	later := dbtest.Open(t, address)
	var told []string
	if err := later.Make(t.Context(), func(name string, _ int) { told = append(told, name) }); err != nil {
		t.Fatal(err)
	}
	if len(told) != missing {
		t.Errorf("%d were made, %d were missing", len(told), missing)
	}
	if d := cmp.Diff(before, built(t, db)); d != "" {
		t.Errorf("indexes and keys differ from those before (-before +after):\n%s", d)
	}
	if err := later.Make(t.Context(), func(name string, _ int) { t.Errorf("%s was made a second time", name) }); err != nil {
		t.Error(err)
	}
}

// Two programs that make what is missing at the same time share the work, and neither fails.
func TestMake_concurrent(t *testing.T) {
	address := dbtest.Address(t)
	db := dbtest.Open(t, address)
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := built(t, db)
	for range 3 {
		if err := db.Defer(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		var programs sync.WaitGroup
		for range 2 {
			program := dbtest.Open(t, address)
			programs.Go(func() {
				if err := program.Make(t.Context(), nil); err != nil {
					t.Error(err)
				}
			})
		}
		programs.Wait()
		if d := cmp.Diff(before, built(t, db)); d != "" {
			t.Fatalf("indexes and keys differ from those before (-before +after):\n%s", d)
		}
	}
}

// What another program takes away while the last of what was missing is made stays known.
func TestMake_whileOthersDefer(t *testing.T) {
	db := dbtest.New(t)
	if db.Embedded() { // which keeps all
		return
	}
	if _, err := db.DB.ExecContext(t.Context(), "CREATE TABLE deferred_indexes (position serial PRIMARY KEY, name text NOT NULL, make text NOT NULL)"); err != nil {
		t.Fatal(err)
	}
	tx, err := db.DB.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), "INSERT INTO deferred_indexes (name, make) VALUES ('later', 'SELECT 1')"); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- db.Make(t.Context(), nil) }()
	for waiting := false; !waiting; time.Sleep(10 * time.Millisecond) {
		err := db.DB.QueryRowContext(t.Context(), "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE relation = 'deferred_indexes'::regclass AND NOT granted)").Scan(&waiting)
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if n, err := db.Deferred(t.Context()); n != 1 || err != nil {
		t.Errorf("%d are known to be missing, want 1: %v", n, err)
	}
}
