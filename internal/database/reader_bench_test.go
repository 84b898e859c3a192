package database_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// BenchmarkReader compares the reader with database/sql: 50 rows of 12 columns.
func BenchmarkReader(b *testing.B) {
	db := dbtest.New(b)
	if _, err := db.DB.Exec("CREATE TABLE wide (id bigint PRIMARY KEY, a bigint, b bigint, c bool, d double precision, e text, f text, g text, h text, i text, j bigint, k text)"); err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("The committee agreed. ", 6)
	for i := range 5000 {
		if _, err := db.DB.Exec(numbered(db.Dialect, "INSERT INTO wide VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
			i, i*2, i*3, i%2 == 0, float64(i)/3, text, text[:20], text[:30], text[:40], nil, i, "word"); err != nil {
			b.Fatal(err)
		}
	}
	query := numbered(db.Dialect, "SELECT id, a, b, c, d, e, f, g, h, i, j, k FROM wide WHERE id >= ? ORDER BY id LIMIT 50")
	ctx, cancel := context.WithTimeout(b.Context(), time.Hour)
	defer cancel()
	b.Run("reader", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			sum := 0
			if err := db.Reader().Read(ctx, query, []any{n % 4000}, func(r rows.Row) error {
				sum += int(r.Int(0)+r.Int(1)+r.Int(2)+r.Int(10)) + int(r.Float(4)) + len(r.Text(5)) + len(r.Text(6)) + len(r.Text(7)) + len(r.Text(8)) + len(r.Text(11))
				if r.Bool(3) || r.Null(9) {
					sum++
				}
				return nil
			}); err != nil || sum == 0 {
				b.Fatal(sum, err)
			}
		}
	})
	b.Run("sql", func(b *testing.B) {
		b.ReportAllocs()
		ask := func(n int) (*sql.Rows, error) { return db.DB.QueryContext(ctx, query, n) } // pgx keeps statements prepared
		if db.Dialect == dialect.SQLite {
			stmt, err := db.DB.PrepareContext(ctx, query)
			if err != nil {
				b.Fatal(err)
			}
			defer stmt.Close()
			ask = func(n int) (*sql.Rows, error) { return stmt.QueryContext(ctx, n) }
		}
		for n := 0; b.Loop(); n++ {
			if sum, err := scanned(ask(n % 4000)); err != nil || sum == 0 {
				b.Fatal(sum, err)
			}
		}
	})
}

func scanned(found *sql.Rows, err error) (sum int, _ error) {
	if err != nil {
		return 0, err
	}
	defer found.Close()
	for found.Next() {
		var id, a, two, j int64
		var c bool
		var d float64
		var e, f, g, h, k sql.RawBytes
		var i sql.NullString
		if err := found.Scan(&id, &a, &two, &c, &d, &e, &f, &g, &h, &i, &j, &k); err != nil {
			return 0, err
		}
		sum += int(id+a+two+j) + int(d) + len(e) + len(f) + len(g) + len(h) + len(k)
		if c || !i.Valid {
			sum++
		}
	}
	return sum, found.Err()
}
