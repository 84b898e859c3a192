package database_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"councilgraph/internal/dbtest"
	"councilgraph/internal/searchtext"
)

// A store whose marks are those of before gets the marks that a new text is given, and its words keep their places.
func TestMigrate_marks(t *testing.T) {
	db := dbtest.New(t)
	if db.Embedded() {
		t.Skip("only PostgreSQL's marks hold the kind: SQLite's index reads a range of numbers")
	}
	const before, version = 20261122092230, 20261122150012
	read := func() (out [][2]string) {
		rows, err := db.DB.QueryContext(t.Context(), "SELECT words::text, titles::text FROM search_words ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var words, titles string
			if err := rows.Scan(&words, &titles); err != nil {
				t.Fatal(err)
			}
			out = append(out, [2]string{words, titles})
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		return out
	}
	for i, text := range []searchtext.Text{
		{Kind: searchtext.Resolution, Title: "Library hours", Body: "That the library opens", Council: 30064771107, Committee: 34359738368},
		{Kind: searchtext.Person, Title: "Ann Reed", Council: 30064771108},
		{Kind: searchtext.Issue, Title: "Bypass"},
	} {
		entry := searchtext.NewEntry(text)
		words, titles := entry.Vectors()
		if _, err := db.DB.ExecContext(t.Context(), "INSERT INTO search_words (id, node_id, words, titles) VALUES ($1, $2, $3, $4)",
			searchtext.Number(text.Kind, "2026-01-01", text.Title), i, words, titles); err != nil {
			t.Fatal(err)
		}
	}
	want := read()
	p, err := goose.NewProvider(goose.DialectPostgres, db.DB, os.DirFS("migrations/postgres"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.DownTo(t.Context(), before); err != nil {
		t.Fatal(err)
	}
	was := read()
	if all := strings.Join([]string{was[0][0], was[0][1], was[1][0]}, " "); !strings.Contains(all, "'§c30064771107' ") || !strings.Contains(all, "'§m34359738368'") || strings.Contains(all, "§k2c") {
		t.Errorf("the marks of before are not there: %s", all)
	}
	if _, err := p.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, read()); d != "" {
		t.Errorf("other marks than a new text has:\n%s", d)
	}
}
