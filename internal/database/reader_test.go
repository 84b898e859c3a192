package database_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// values is a statement with one value of each kind, null ones last.
func values(d string) string {
	if d == dialect.Postgres {
		return `SELECT 7::smallint, -8::int, 9::bigint, 1.5::double precision, 2.5::real, true, false, 'a'::varchar, 'b'::text, sum(n)::numeric, NULL::text, NULL::bigint FROM (VALUES (3::bigint), (4)) AS v(n)`
	}
	return `SELECT 7, -8, 9, 1.5, 2.5, 1, 0, 'a', 'b', sum(n), NULL, NULL FROM (SELECT 3 AS n UNION ALL SELECT 4)`
}

func TestReader_values(t *testing.T) {
	db := dbtest.New(t)
	n := 0
	err := db.Reader().Read(t.Context(), values(db.Dialect), nil, func(r rows.Row) error {
		n++
		got := []any{r.Int(0), r.Int(1), r.Int(2), r.Float(3), r.Float(4), r.Bool(5), r.Bool(6), string(r.Text(7)), string(r.Text(8)), r.Int(9), r.Float(9),
			r.Null(9), r.Null(10), r.Null(11), r.Text(10), r.Int(11), r.Float(11), r.Bool(11), r.Time(10).IsZero()}
		want := []any{int64(7), int64(-8), int64(9), 1.5, 2.5, true, false, "a", "b", int64(7), 7.0,
			false, true, true, []byte(nil), int64(0), 0.0, false, true}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		return nil
	})
	if err != nil || n != 1 {
		t.Errorf("%d rows, %v", n, err)
	}
}

// What is asked for as what it is not is the zero value.
func TestReader_otherTypes(t *testing.T) {
	db := dbtest.New(t)
	err := db.Reader().Read(t.Context(), "SELECT 'words', 5", nil, func(r rows.Row) error {
		if r.Int(0) != 0 || r.Float(0) != 0 || r.Bool(0) || !r.Time(0).IsZero() || len(r.Text(1)) != 0 || !r.Time(1).IsZero() {
			t.Errorf("a text is %d, %v, %v, %v; a number is %q, %v", r.Int(0), r.Float(0), r.Bool(0), r.Time(0), r.Text(1), r.Time(1))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// numbered writes ? or $1, $2 ... for each place.
func numbered(d, statement string) string {
	if d != dialect.Postgres {
		return statement
	}
	for i := 1; strings.Contains(statement, "?"); i++ {
		statement = strings.Replace(statement, "?", fmt.Sprintf("$%d", i), 1)
	}
	return statement
}

// What is passed comes back as it was, and a statement can be run again with other arguments.
func TestReader_arguments(t *testing.T) {
	db := dbtest.New(t)
	if _, err := db.DB.Exec("CREATE TABLE kinds (n bigint, f double precision, b bool, s text)"); err != nil {
		t.Fatal(err)
	}
	type kinds struct {
		N int64
		F float64
		B bool
		S string
	}
	all := []kinds{
		{1, 0.5, true, "Zoë “quoted” £5"}, {math.MaxInt64, math.MaxFloat64, false, ""}, {math.MinInt64, -0.25, true, "line\nline\ttab ' \" \\ ?"},
		{0, 0, false, strings.Repeat("long ", 100_000)}, {42, math.Inf(1), true, "\U0001F3DB"},
	}
	for _, k := range all {
		if _, err := db.DB.Exec(numbered(db.Dialect, "INSERT INTO kinds VALUES (?, ?, ?, ?)"), k.N, k.F, k.B, k.S); err != nil {
			t.Fatal(err)
		}
	}
	query := numbered(db.Dialect, "SELECT n, f, b, s FROM kinds WHERE n = ? AND f = ? AND b = ? AND s = ?")
	for _, k := range all {
		var got []kinds
		err := db.Reader().Read(t.Context(), query, []any{k.N, k.F, k.B, k.S}, func(r rows.Row) error {
			got = append(got, kinds{r.Int(0), r.Float(1), r.Bool(2), string(r.Text(3))})
			return nil
		})
		if diff := cmp.Diff([]kinds{k}, got); err != nil || diff != "" {
			t.Error(err, diff)
		}
	}
	err := db.Reader().Read(t.Context(), numbered(db.Dialect, "SELECT n FROM kinds WHERE n = ?"), []any{nil}, func(rows.Row) error {
		t.Error("nothing is equal to null, yet there is a row")
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	err = db.Reader().Read(t.Context(), numbered(db.Dialect, "SELECT n FROM kinds WHERE n = ?"), []any{42}, func(r rows.Row) error {
		if r.Int(0) != 42 {
			t.Errorf("an int came back as %d", r.Int(0))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// A text may hold any bytes, where the database takes them at all.
func TestReader_bytes(t *testing.T) {
	db := dbtest.New(t)
	want := make([]byte, 256)
	for i := range want {
		want[i] = byte(i)
	}
	statement, column := "SELECT CAST(x'%x' AS text)", want
	if db.Dialect == dialect.Postgres { // no text holds a zero there, or bytes that are not UTF-8
		statement = `SELECT '\x%x'::bytea`
	}
	n := 0
	err := db.Reader().Read(t.Context(), fmt.Sprintf(statement, column), nil, func(r rows.Row) error {
		n++
		if diff := cmp.Diff(want, r.Text(0)); diff != "" {
			t.Error(diff)
		}
		return nil
	})
	if err != nil || n != 1 {
		t.Error(n, err)
	}
}

// Times are kept as text by this store; PostgreSQL has types of its own for them.
func TestReader_times(t *testing.T) {
	db := dbtest.New(t)
	at := time.Date(2031, 5, 6, 7, 8, 9, 10_000, time.UTC)
	statement := "SELECT '2031-05-06T07:08:09.00001Z', '2031-05-06', '2031-05-06T08:08:09.00001+01:00'"
	if db.Dialect == dialect.Postgres {
		statement += ", timestamptz '2031-05-06 08:08:09.00001+01', timestamp '2031-05-06 07:08:09.00001', date '2031-05-06'"
	}
	err := db.Reader().Read(t.Context(), statement, nil, func(r rows.Row) error {
		got, want := []time.Time{r.Time(0), r.Time(1), r.Time(2)}, []time.Time{at, at.Truncate(24 * time.Hour), at}
		if db.Dialect == dialect.Postgres {
			got, want = append(got, r.Time(3), r.Time(4), r.Time(5)), append(want, at, at, at.Truncate(24*time.Hour))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// PostgreSQL takes lists.
func TestReader_lists(t *testing.T) {
	db := dbtest.New(t)
	if db.Dialect != dialect.Postgres {
		err := db.Reader().Read(t.Context(), "SELECT ?", []any{[]int64{1}}, func(rows.Row) error { return nil })
		if err == nil || !strings.Contains(err.Error(), "argument 1 of a statement is a []int64") {
			t.Errorf("a list for SQLite: %v", err)
		}
		return
	}
	var got []string
	err := db.Reader().Read(t.Context(), "SELECT n, s FROM unnest($1::bigint[], $2::text[]) AS u(n, s) ORDER BY n DESC", []any{[]int64{1, 2}, []string{"a", "b,{}\""}}, func(r rows.Row) error {
		got = append(got, fmt.Sprint(r.Int(0), string(r.Text(1))))
		return nil
	})
	if diff := cmp.Diff([]string{`2b,{}"`, "1a"}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

// The error of the function comes back as it is, at once, and the next statement is answered.
func TestReader_functionFails(t *testing.T) {
	db := dbtest.New(t)
	enough, n := errors.New("enough"), 0
	err := db.Reader().Read(t.Context(), "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n", nil, func(rows.Row) error {
		if n++; n == 3 {
			return enough
		}
		return nil
	})
	if err != enough || n != 3 { //nolint:errorlint // it must be the very error
		t.Errorf("%v after %d rows", err, n)
	}
	if got := one(t, db.Reader(), "SELECT 8"); got != 8 {
		t.Errorf("the next statement gave %d", got)
	}
}

// A statement that is wrong says so, and so does a table that is gone; the connections stay good.
func TestReader_wrongStatement(t *testing.T) {
	db := dbtest.New(t)
	for _, statement := range []string{"SELEC 1", "SELECT nothing FROM nowhere", "SELECT 1 WHERE"} {
		if err := db.Reader().Read(t.Context(), statement, nil, func(rows.Row) error { return nil }); err == nil {
			t.Errorf("%s was run", statement)
		}
	}
	if _, err := db.DB.Exec("CREATE TABLE brief (n bigint)"); err != nil {
		t.Fatal(err)
	}
	query := "SELECT n FROM brief"
	if err := db.Reader().Read(t.Context(), query, nil, func(rows.Row) error { return nil }); err != nil {
		t.Error(err)
	}
	if _, err := db.DB.Exec("DROP TABLE brief"); err != nil {
		t.Fatal(err)
	}
	if err := db.Reader().Read(t.Context(), query, nil, func(rows.Row) error { return nil }); err == nil {
		t.Error("a table that is gone was read")
	}
	if got := one(t, db.Reader(), "SELECT 9"); got != 9 {
		t.Errorf("the next statement gave %d", got)
	}
}

// endless has no end and no row.
const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

func TestReader_cancelled(t *testing.T) {
	db := dbtest.New(t)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	err := db.Reader().Read(ctx, endless, nil, func(rows.Row) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a statement without end that was cancelled: %v", err)
	}
	if err := db.Reader().Read(ctx, "SELECT 1", nil, func(rows.Row) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a statement after it: %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	err = db.Reader().Read(ctx, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000) SELECT i FROM n", nil, func(r rows.Row) error {
		if r.Int(0) == 5 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("rows without end that were cancelled: %v", err)
	}
	if got := one(t, db.Reader(), "SELECT 10"); got != 10 {
		t.Errorf("the next statement gave %d", got)
	}
}

// The time of a statement is bounded where the store is opened so.
func TestReader_statementTime(t *testing.T) {
	db, err := database.OpenServing(t.Context(), dbtest.Address(t), database.Bounds{Statement: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Reader().Read(t.Context(), endless, nil, func(rows.Row) error { return nil })
	var state interface{ SQLState() string }
	if !errors.Is(err, context.DeadlineExceeded) && (!errors.As(err, &state) || state.SQLState() != "57014") {
		t.Errorf("a statement without end ended with %v", err)
	}
	if got := one(t, db.Reader(), "SELECT 11"); got != 11 {
		t.Errorf("the next statement gave %d", got)
	}
}

// Many read at once, more than there are connections, and each gets its own rows.
func TestReader_manyAtOnce(t *testing.T) {
	address := dbtest.Address(t)
	db, err := database.OpenServing(t.Context(), address, database.Bounds{Pool: 3})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	query := numbered(db.Dialect, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT i + ? FROM n")
	if db.Dialect == dialect.Postgres {
		query = strings.Replace(query, "$1", "$1::bigint", 1)
	}
	var wg sync.WaitGroup
	for g := range 24 {
		wg.Go(func() {
			for range 20 {
				sum := int64(0)
				if err := db.Reader().Read(t.Context(), query, []any{g * 1000}, func(r rows.Row) error {
					sum += r.Int(0)
					return nil
				}); err != nil || sum != 20100+int64(g)*1000*200 {
					t.Errorf("goroutine %d: %d %v", g, sum, err)
					return
				}
			}
		})
	}
	wg.Wait()
	if s := db.Stats(); s.InUse != 0 || s.MaxOpenConnections < 3 || s.OpenConnections > s.MaxOpenConnections {
		t.Errorf("connections when all is read: %+v", s)
	}
}

// More statements than a connection keeps are all answered, again and again.
func TestReader_manyStatements(t *testing.T) {
	db := dbtest.New(t)
	for range 2 {
		for i := range 300 {
			if got := one(t, db.Reader(), fmt.Sprintf("SELECT %d", i)); got != int64(i) {
				t.Fatalf("SELECT %d gave %d", i, got)
			}
		}
	}
}

// The reader sees what was committed before it began, and cannot write where it has connections of its own.
func TestReader_seesWrites(t *testing.T) {
	db := dbtest.New(t)
	if _, err := db.DB.Exec("CREATE TABLE seen (n bigint)"); err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		if _, err := db.DB.Exec(fmt.Sprintf("INSERT INTO seen VALUES (%d)", i)); err != nil {
			t.Fatal(err)
		}
		if got := one(t, db.Reader(), "SELECT count(*) FROM seen"); got != int64(i+1) {
			t.Errorf("%d rows are there, %d are seen", i+1, got)
		}
	}
	if db.Dialect == dialect.SQLite {
		if err := db.Reader().Read(t.Context(), "INSERT INTO seen VALUES (9)", nil, func(rows.Row) error { return nil }); err == nil {
			t.Error("the reader wrote")
		}
	}
}

// A closed store is not read.
func TestReader_closed(t *testing.T) {
	db, err := database.Open(t.Context(), dbtest.Address(t))
	if err != nil {
		t.Fatal(err)
	}
	one(t, db.Reader(), "SELECT 1")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := db.Reader().Read(t.Context(), "SELECT 1", nil, func(rows.Row) error { return nil }); err == nil {
		t.Error("a closed store was read")
	}
	if s := db.Stats(); s.OpenConnections != 0 {
		t.Errorf("%d connections are open", s.OpenConnections)
	}
}

func one(t *testing.T, r rows.Reader, statement string) (n int64) {
	t.Helper()
	if err := r.Read(t.Context(), statement, nil, func(r rows.Row) error {
		n = r.Int(0)
		return nil
	}); err != nil {
		t.Errorf("%s: %v", statement, err)
	}
	return n
}
