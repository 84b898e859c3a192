package database_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// told gathers the numbers in the first column.
func told(into *[]int64) func(rows.Row) error {
	return func(r rows.Row) error {
		*into = append(*into, r.Int(0))
		return nil
	}
}

func threeFrom(d string) string {
	if d == dialect.Postgres {
		return "SELECT $1::bigint + i FROM generate_series(0, 2) AS g(i) ORDER BY i"
	}
	return "WITH RECURSIVE g(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM g WHERE i < 2) SELECT ? + i FROM g"
}

// Statements that are read together are answered each with its own rows, in their order.
func TestReader_together(t *testing.T) {
	db := dbtest.New(t)
	r, three := db.Reader(), threeFrom(db.Dialect)
	for range 3 { // the first time they are not prepared
		var got []int64
		err := r.ReadAll(t.Context(), []rows.Statement{
			{Text: three, Args: []any{10}, Each: told(&got)},
			{Text: "SELECT 7", Each: told(&got)},
			{Text: "SELECT 7 WHERE 1 = 0", Each: told(&got)},
			{Text: three, Args: []any{20}, Each: told(&got)},
		})
		if want := []int64{10, 11, 12, 7, 20, 21, 22}; err != nil || !slices.Equal(got, want) {
			t.Fatalf("got %v, %v; want %v", got, err, want)
		}
	}
	if err := r.ReadAll(t.Context(), nil); err != nil {
		t.Errorf("no statement: %v", err)
	}
	idle(t, db)
}

// A statement that is run for many ids tells whose each row is.
func TestReader_each(t *testing.T) {
	db := dbtest.New(t)
	statement := numbered(db.Dialect, threeFrom(db.Dialect))
	for _, ids := range [][]int64{{5, 900, 6}, {1}, {}} {
		var got, want []int64
		err := db.Reader().ReadEach(t.Context(), statement, ids, nil, func(id int64, r rows.Row) error {
			got = append(got, id, r.Int(0))
			return nil
		})
		for _, id := range ids {
			want = append(want, id, id, id, id+1, id, id+2)
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("for %v: got %v, %v; want %v", ids, got, err, want)
		}
	}
	with := "SELECT CAST(? AS bigint) * CAST(? AS bigint)"
	var got []int64
	err := db.Reader().ReadEach(t.Context(), numbered(db.Dialect, with), []int64{2, 3}, []any{int64(10)}, func(_ int64, r rows.Row) error { return told(&got)(r) })
	if err != nil || !slices.Equal(got, []int64{20, 30}) {
		t.Errorf("with an argument more: %v %v", got, err)
	}
	idle(t, db)
}

// What fails among statements that are read together ends them, and leaves the connection good.
func TestReader_togetherFails(t *testing.T) {
	db := dbtest.New(t)
	enough := errors.New("enough")
	stop := func(rows.Row) error { return enough }
	var got []int64
	for name, all := range map[string][]rows.Statement{
		"a wrong statement": {{Text: "SELECT 1", Each: told(&got)}, {Text: "SELECT nothing FROM nowhere", Each: stop}, {Text: "SELECT 2", Each: told(&got)}},
		"the function":      {{Text: "SELECT 1", Each: told(&got)}, {Text: "SELECT 3", Each: stop}, {Text: "SELECT 2", Each: told(&got)}},
	} {
		got = nil
		err := db.Reader().ReadAll(t.Context(), all)
		if err == nil || name == "the function" && !errors.Is(err, enough) || slices.Contains(got, 2) {
			t.Errorf("%s: %v after %v", name, err, got)
		}
		if n := one(t, db.Reader(), "SELECT 12"); n != 12 {
			t.Errorf("%s: the next statement gave %d", name, n)
		}
	}
	err := db.Reader().ReadEach(t.Context(), numbered(db.Dialect, threeFrom(db.Dialect)), []int64{1, 2}, nil, func(id int64, _ rows.Row) error {
		if id == 2 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) {
		t.Errorf("the function for an id: %v", err)
	}
	if n := one(t, db.Reader(), "SELECT 13"); n != 13 {
		t.Errorf("the next statement gave %d", n)
	}
	idle(t, db)
}

// Statements that are read together end with their context, and in their time.
func TestReader_togetherEnds(t *testing.T) {
	db, err := database.OpenServing(t.Context(), dbtest.Address(t), database.Bounds{Statement: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	none := func(rows.Row) error { return nil }
	all := []rows.Statement{{Text: "SELECT 1", Each: none}, {Text: endless, Each: none}, {Text: "SELECT 2", Each: none}}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if err := db.Reader().ReadAll(ctx, all); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	err = db.Reader().ReadAll(t.Context(), all)
	var state interface{ SQLState() string }
	if !errors.Is(err, context.DeadlineExceeded) && (!errors.As(err, &state) || state.SQLState() != "57014") {
		t.Errorf("in its time: %v", err)
	}
	if n := one(t, db.Reader(), "SELECT 14"); n != 14 {
		t.Errorf("the next statement gave %d", n)
	}
	idle(t, db)
}

// Statements that are read together see one state of the data on SQLite, whatever is written meanwhile.
func TestReader_togetherSees(t *testing.T) {
	db := dbtest.New(t)
	if db.Dialect != dialect.SQLite {
		return // each statement sees what was committed before it, as everywhere on PostgreSQL
	}
	if _, err := db.DB.Exec("CREATE TABLE seen (n bigint)"); err != nil {
		t.Fatal(err)
	}
	var got []int64
	count := rows.Statement{Text: "SELECT count(*) FROM seen", Each: func(r rows.Row) error {
		if _, err := db.DB.Exec(fmt.Sprintf("INSERT INTO seen VALUES (%d)", len(got))); err != nil {
			t.Error(err)
		}
		return told(&got)(r)
	}}
	if err := db.Reader().ReadAll(t.Context(), []rows.Statement{count, count, count}); err != nil || !slices.Equal(got, []int64{0, 0, 0}) {
		t.Errorf("counted %v, %v", got, err)
	}
	if n := one(t, db.Reader(), "SELECT count(*) FROM seen"); n != 3 {
		t.Errorf("%d rows afterwards", n)
	}
}

// idle says that no connection is held any longer.
func idle(t *testing.T, db *database.Database) {
	t.Helper()
	for until := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) { // one that was cancelled is given up beside
		s := db.Stats()
		if s.InUse == 0 {
			return
		}
		if time.Now().After(until) {
			t.Fatalf("%d connections are held", s.InUse)
		}
	}
}
