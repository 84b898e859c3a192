package database_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// Questions that are kept prepared are answered as the data is now, also while the same one is being answered, after the
// tables changed, and where there are more than are kept.
func TestKept(t *testing.T) {
	address := "sqlite:" + filepath.Join(t.TempDir(), "test.db")
	db := dbtest.Open(t, address)
	exec := func(statements ...string) {
		for _, s := range statements {
			if _, err := db.DB.ExecContext(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
	}
	exec("CREATE TABLE things (id integer PRIMARY KEY, text text)", "INSERT INTO things VALUES (1, 'a'), (2, 'b'), (3, NULL)")
	served, err := database.OpenServing(t.Context(), address, database.Bounds{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := served.Close(); err != nil {
			t.Error(err)
		}
	})
	const one = "SELECT * FROM things WHERE id = ?"
	ask := func(on interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}, query string, id int) string {
		rows, err := on.QueryContext(t.Context(), query, id)
		if err != nil {
			t.Error(err)
			return ""
		}
		defer func() { _ = rows.Close() }()
		columns, _ := rows.Columns()
		answer := "none"
		for rows.Next() {
			values := make([]sql.NullString, len(columns))
			into := make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Error(err)
			}
			answer = fmt.Sprint(values[1:])
		}
		if err := rows.Err(); err != nil {
			t.Error(err)
		}
		return answer
	}
	expect := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for range 3 {
		expect(ask(served.DB, one, 1), "[{a true}]")
		expect(ask(served.DB, one, 3), "[{ false}]")
		expect(ask(served.DB, one, 4), "none")
	}
	exec("UPDATE things SET text = 'c' WHERE id = 1", "ALTER TABLE things ADD COLUMN more text DEFAULT 'd'")
	expect(ask(served.DB, one, 1), "[{c true} {d true}]")

	conn, err := served.DB.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	open, err := conn.QueryContext(t.Context(), one, 2)
	if err != nil || !open.Next() {
		t.Fatal(err)
	}
	expect(ask(conn, one, 1), "[{c true} {d true}]") // while the first is not read to its end
	var id int
	var text, more string
	if err := open.Scan(&id, &text, &more); err != nil || text != "b" || open.Next() || open.Err() != nil {
		t.Errorf("the first answer is %d %s %s: %v, %v", id, text, more, err, open.Err())
	}
	if err := open.Close(); err != nil { //nolint:sqlclosecheck // before the connection is asked more
		t.Error(err)
	}
	for i := range 500 {
		expect(ask(conn, fmt.Sprintf("SELECT id, text FROM things WHERE id = ? AND %d = %d", i, i), 2), "[{b true}]")
	}
	if _, err := conn.QueryContext(t.Context(), "SELECT nothing FROM nowhere"); err == nil { //nolint:rowserrcheck,sqlclosecheck // there are none
		t.Error("a question about no table was answered")
	}
	if err := conn.Close(); err != nil {
		t.Error(err)
	}

	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				expect(ask(served.DB, one, 2), "[{b true} {d true}]")
				ctx, cancel := context.WithCancel(t.Context())
				if rows, err := served.DB.QueryContext(ctx, one, 1); err == nil { //nolint:rowserrcheck // it may be cancelled
					rows.Next()
					cancel()
					_ = rows.Close() //nolint:sqlclosecheck // before it is asked again
				}
				cancel()
			}
		})
	}
	all.Wait()
}
