package database_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/searchtext"
)

// migrations are the steps of a store's kind.
func migrations(t *testing.T, db *database.Database) *goose.Provider {
	t.Helper()
	kind, folder := goose.DialectPostgres, "migrations/postgres"
	if db.Embedded() {
		kind, folder = goose.DialectSQLite3, "migrations/sqlite"
	}
	p, err := goose.NewProvider(kind, db.DB, os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// indexed is the index of words as the store has it.
func indexed(t *testing.T, db *database.Database) (out [][2]string) {
	t.Helper()
	query := "SELECT words::text, titles::text FROM search_words ORDER BY id"
	if db.Embedded() {
		if _, err := db.DB.ExecContext(t.Context(), "CREATE VIRTUAL TABLE seen USING fts5vocab('search_words', 'instance')"); err != nil {
			t.Fatal(err)
		}
		defer func() { _, _ = db.DB.ExecContext(t.Context(), "DROP TABLE seen") }()
		query = "SELECT doc || col, group_concat(term, ' ' ORDER BY offset) FROM seen GROUP BY doc, col ORDER BY doc, col"
	}
	rows, err := db.DB.QueryContext(t.Context(), query)
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

// A store whose marks and words are those of before gets those that a new text is given, and its words keep their places.
func TestMigrate_marks(t *testing.T) {
	db := dbtest.New(t)
	for i, text := range []searchtext.Text{
		{Kind: searchtext.Resolution, Title: "Library hours", Body: "That the library opens 5 hours", Council: 30064771107, Committee: 34359738368},
		{Kind: searchtext.Person, Title: "Ann Reed", Council: 30064771108},
		{Kind: searchtext.Issue, Title: "Bypass"},
		{Kind: searchtext.Document, Body: "Café accounts", Council: 30064771107},
	} {
		entry := searchtext.NewEntry(text)
		number := searchtext.Number(text.Kind, "2026-01-01", text.Title)
		words, titles := entry.Vectors()
		insert, args := "INSERT INTO search_words (id, node_id, words, titles) VALUES ($1, $2, $3, $4)", []any{number, i, words, titles}
		if db.Embedded() {
			insert, args = "INSERT INTO search_words (rowid, title, body, marks) VALUES ($1, $2, $3, $4)", []any{number, entry.Title, entry.Body, entry.AllMarks()}
		}
		if _, err := db.DB.ExecContext(t.Context(), insert, args...); err != nil {
			t.Fatal(err)
		}
		if _, err := db.DB.ExecContext(t.Context(), "INSERT INTO search_texts (id, node_id, council_id, digest, terms) VALUES ($1, $2, $3, $4, $5)", number, i, text.Council, entry.Digest, entry.Terms); err != nil {
			t.Fatal(err)
		}
	}
	want := indexed(t, db)
	p := migrations(t, db)
	for _, step := range []struct {
		name         string
		to           int64 // the step before it
		have, havent []string
	}{
		{"words by council", version(db, 20261122220000) - 1, []string{"librari", "§k2c30064771107"}, []string{"§2c7x35§"}},
		{"marks by kind", version(db, 20261122150011) - 1, []string{"librari", "§c30064771107"}, []string{"§k2c", "§2c7x35§"}},
	} {
		if _, err := p.DownTo(t.Context(), step.to); err != nil {
			t.Fatal(err)
		}
		was := ""
		for _, row := range indexed(t, db) {
			was += row[0] + " " + row[1] + "\n"
		}
		for _, word := range step.have {
			if db.Embedded() {
				word = strings.Replace(word, "§k2c", "§c", 1) // SQLite's marks have no kind
			}
			if !strings.Contains(was, word) {
				t.Errorf("before %s, %s is not there:\n%s", step.name, word, was)
			}
		}
		for _, word := range step.havent {
			if strings.Contains(was, word) {
				t.Errorf("before %s, %s is there:\n%s", step.name, word, was)
			}
		}
		if _, err := p.Up(t.Context()); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, indexed(t, db)); d != "" {
			t.Errorf("%s: not what a new text has:\n%s", step.name, d)
		}
	}
}

// version is the number of a step, which PostgreSQL counts one higher.
func version(db *database.Database, sqlite int64) int64 {
	if db.Embedded() {
		return sqlite
	}
	return sqlite + 1
}
