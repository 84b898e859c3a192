package database_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"councilgraph/ent"
	"councilgraph/internal/database"
	"councilgraph/internal/turn"
)

// writes writes within a transaction what a test wants to see.
type writes struct {
	*testing.T
	tx *ent.Tx
}

func (w writes) do(query string, args ...any) {
	w.Helper()
	if _, err := w.tx.ExecContext(w.Context(), query, args...); err != nil {
		w.Fatal(err)
	}
}

// asked asks a query, and calls functions before its rows are closed.
func asked(ctx context.Context, tx *ent.Tx, query string, meanwhile ...func()) error {
	found, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer func() { _ = found.Close() }()
	for _, do := range meanwhile {
		do()
	}
	return found.Err()
}

func (w writes) number(query string) (n int) {
	w.Helper()
	found, err := w.tx.QueryContext(w.Context(), query)
	if err != nil {
		w.Fatal(err)
	}
	defer func() { _ = found.Close() }()
	for found.Next() {
		if err := found.Scan(&n); err != nil {
			w.Fatal(err)
		}
	}
	if err := found.Err(); err != nil {
		w.Fatal(err)
	}
	return n
}

const copyThings, copyCouncils = `COPY "things" ("id", "council_id", "text") FROM STDIN`, `COPY "councils" ("id", "name") FROM STDIN`

// things are rows of things, of one council.
func things(from, n int, council int64) []any {
	var out []any
	for i := range n {
		out = append(out, int64(from+i), council, "thing")
	}
	return out
}

func begin(t *testing.T, db *database.Database) writes {
	t.Helper()
	tx, err := db.Client.Tx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return writes{t, tx}
}

// What is written while a transaction goes on is there for whoever asks within it, in the order in which it was written.
func TestWriting_behind(t *testing.T) {
	db, _ := bulk(t)
	w := begin(t, db)
	w.do(copyCouncils, int64(1), "Ambleford", int64(2), "Bromley")
	w.do(copyThings, things(0, 5000, 1)...)
	if n := w.number("SELECT count(*) FROM councils"); n != 2 {
		t.Errorf("%d councils", n)
	}
	w.do(copyThings, things(5000, 7, 2)...)
	if n := w.number("SELECT count(*) FROM things"); n != 5007 {
		t.Errorf("%d things", n)
	}
	w.do("INSERT INTO councils(id, name) VALUES (3, 'Camden')")
	if n := w.number("SELECT count(*) FROM councils"); n != 3 {
		t.Errorf("%d councils", n)
	}
	if _, err := w.tx.ExecContext(t.Context(), copyCouncils, int64(4)); err == nil {
		t.Error("half a row was taken")
	}
	w.do(copyThings, things(6000, 900, 3)...)
	w.do("UPDATE things SET text = 'other' WHERE council_id = 3")
	w.do(copyThings, things(7000, 100, 3)...)
	if w.number("INSERT INTO things (id, council_id) SELECT 8000, 3 WHERE (SELECT count(*) FROM things) = 6007 RETURNING id") != 8000 {
		t.Error("a statement that writes and tells did not find 6007 things")
	}
	if err := w.tx.Commit(); err != nil {
		t.Fatal(err)
	}
	var n, other int
	if err := db.DB.QueryRowContext(t.Context(), "SELECT count(*), count(*) FILTER (WHERE text = 'other') FROM things").Scan(&n, &other); err != nil || n != 6008 || other != 900 {
		t.Errorf("%d things, %d of them changed: %v", n, other, err)
	}
}

// While somebody reads rows in a turn nothing is written, and afterwards all of it is.
func TestWriting_behindTurn(t *testing.T) {
	db, _ := bulk(t)
	w := begin(t, db)
	w.do(copyCouncils, int64(1), "Ambleford")
	written := func() int { return w.number("SELECT total_changes()") }
	if db.Dialect == dialect.Postgres {
		written = func() int { return 0 } // nothing is asked while rows are read, and nothing written behind
	}
	if n := w.number("SELECT count(*) FROM councils"); n != 1 {
		t.Errorf("%d councils", n)
	}
	before := written()
	ctx, mine := turn.With(t.Context())
	defer mine.End()
	err := asked(ctx, w.tx, "SELECT id FROM councils", func() {
		if db.Dialect == dialect.SQLite {
			w.do(copyThings, things(0, 20_000, 1)...)
		}
		for range 2000 {
			if n := written(); n != before {
				t.Errorf("%d rows were written", n-before)
				return
			}
		}
	})
	if err != nil {
		t.Error(err)
	}
	mine.End()
	w.do(copyThings, things(20_000, 20_000, 1)...)
	if n, want := w.number("SELECT count(*) FROM things"), map[string]int{dialect.SQLite: 40_000, dialect.Postgres: 20_000}[db.Dialect]; n != want {
		t.Errorf("%d things instead of %d", n, want)
	}
	if err := w.tx.Commit(); err != nil {
		t.Error(err)
	}
}

// However much is written at once, all of it is, in its order: more than may wait, in one piece and in many.
func TestWriting_behindMuch(t *testing.T) {
	db, _ := bulk(t)
	w := begin(t, db)
	w.do(copyCouncils, int64(1), "Ambleford")
	w.do(copyThings, things(0, 150_000, 1)...) // 450,001 values
	for i := range 9 {
		w.do(copyThings, things(150_000+i*10_000, 10_000, 1)...)
	}
	long := things(240_000, 5000, 1)
	for i := 2; i < len(long); i += 3 {
		long[i] = strings.Repeat("long", 2000) // 125 of them more each
	}
	w.do(copyThings, long...)
	w.do(copyThings, things(245_000, 1, 1)...)
	if n := w.number("SELECT count(*) FROM things"); n != 245_001 {
		t.Errorf("%d things", n)
	}
	if err := w.tx.Commit(); err != nil {
		t.Error(err)
	}
}

// What could not be written fails whatever comes next, and at the latest the end of the transaction, of which nothing is kept.
func TestWriting_behindFails(t *testing.T) {
	for name, next := range map[string]func(writes) error{
		"end":       func(w writes) error { return w.tx.Commit() },
		"trial":     func(w writes) error { return w.tx.Rollback() },
		"question":  func(w writes) error { return asked(w.Context(), w.tx, "SELECT count(*) FROM things") },
		"statement": func(w writes) error { _, err := w.tx.ExecContext(w.Context(), "DELETE FROM things"); return err },
	} {
		t.Run(name, func(t *testing.T) {
			db, _ := bulk(t)
			w := begin(t, db)
			w.do(copyCouncils, int64(1), "Ambleford")
			_, err := w.tx.ExecContext(t.Context(), copyThings, append(things(0, 500, 1), int64(0), int64(1), "the id of another")...)
			if err == nil {
				err = next(w)
			}
			if err == nil || !strings.Contains(strings.ToLower(err.Error()), "unique") {
				t.Errorf("a key that is there already: %v", err)
			}
			_ = w.tx.Rollback()
			var n int
			if err := db.DB.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM things) + (SELECT count(*) FROM councils)").Scan(&n); err != nil || n != 0 {
				t.Errorf("%d rows are left, %v", n, err)
			}
		})
	}
}

// A transaction whose time is up ends, though rows wait to be written, and somebody for them.
func TestWriting_behindStopped(t *testing.T) {
	db, _ := bulk(t)
	ctx, stop := context.WithCancel(t.Context())
	tx, err := db.Client.Tx(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(ctx, copyCouncils, int64(1), "Ambleford"); err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(ctx, copyThings, things(0, 20_000, 1)...); err != nil {
		t.Fatal(err)
	}
	_ = asked(ctx, tx, "SELECT id FROM councils", func() {
		stop()
		err = asked(ctx, tx, "SELECT count(*) FROM things")
	})
	if err == nil || !errors.Is(err, context.Canceled) && !strings.Contains(err.Error(), "transaction") {
		t.Errorf("a question after the end: %v", err)
	}
	if err := tx.Rollback(); err != nil && !strings.Contains(err.Error(), "transaction has already been") {
		t.Logf("rollback: %v", err)
	}
	var n int
	if err := db.DB.QueryRowContext(t.Context(), "SELECT count(*) FROM things").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d things are left, %v", n, err)
	}
}
