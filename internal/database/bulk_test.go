package database_test

import (
	"database/sql"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// bulk is a connection for writing in bulk, and a table to write into.
func bulk(t *testing.T) (*database.Database, *database.Bulk) {
	t.Helper()
	db := dbtest.Open(t, dbtest.Address(t))
	b, err := db.Bulk(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	bytes := map[bool]string{true: "blob", false: "bytea"}[db.Embedded()]
	err = b.Exec(t.Context(),
		"CREATE TABLE councils (id bigint PRIMARY KEY, name text)",
		"CREATE TABLE things (id bigint PRIMARY KEY, council_id bigint CONSTRAINT of_council REFERENCES councils (id), text text, yes bool, size double precision, content "+bytes+")",
		"CREATE INDEX things_text ON things (text)", "CREATE UNIQUE INDEX things_size ON things (size)", "CREATE UNIQUE INDEX councils_name ON councils (name)")
	if err != nil {
		t.Fatal(err)
	}
	return db, b
}

// Every value comes back as it went in, however many rows there are.
func TestBulk_values(t *testing.T) {
	db, b := bulk(t)
	texts := []any{nil, "", `\N`, `\`, "a\tb\nc\rd", `\\t`, "Llŷn, “£5”", strings.Repeat("x", 100_000), `"'`, "\\."}
	columns := []string{"id", "text", "yes", "size", "content"}
	var in []any
	for i := range 57 {
		row := []any{int64(i), texts[i%len(texts)], i%2 == 0, float64(i) / 3, []byte{0, byte(i), '\\', '\n'}}
		if i%5 == 4 {
			row[2], row[3], row[4] = nil, nil, nil
		}
		in = append(in, row...)
	}
	if err := b.Transaction(t.Context(), func() error { return b.Insert(t.Context(), "things", columns, in) }); err != nil {
		t.Fatal(err)
	}
	rows, err := db.DB.QueryContext(t.Context(), "SELECT id, text, yes, size, content FROM things ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []any
	for rows.Next() {
		row := make([]any, 5)
		var yes sql.NullBool // which SQLite has as a number
		if err := rows.Scan(&row[0], &row[1], &yes, &row[3], &row[4]); err != nil {
			t.Fatal(err)
		}
		if yes.Valid {
			row[2] = yes.Bool
		}
		out = append(out, row...)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(in, out); d != "" {
		t.Errorf("in - and out +:\n%.3000s", d)
	}
}

func TestBulk_refuses(t *testing.T) {
	_, b := bulk(t)
	ctx := t.Context()
	for want, insert := range map[string]func() error{
		"no rows of 2 columns": func() error { return b.Insert(ctx, "things", []string{"id", "text"}, []any{1, "a", 2}) },
		"write nothings":       func() error { return b.Insert(ctx, "nothings", []string{"id"}, []any{1}) },
		"write things":         func() error { return b.Insert(ctx, "things", []string{"id"}, []any{1, 1}) },
	} {
		if err := insert(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// A transaction that fails leaves nothing, and the connection is good for the next one.
func TestBulk_transaction(t *testing.T) {
	db, b := bulk(t)
	ctx := t.Context()
	stop := errors.New("stop")
	err := b.Transaction(ctx, func() error {
		if err := b.Insert(ctx, "councils", []string{"id", "name"}, []any{1, "a", 2, "b"}); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatalf("%v, want %v", err, stop)
	}
	if err := b.Transaction(ctx, func() error { return b.Insert(ctx, "councils", []string{"id", "name"}, []any{1, "c"}) }); err != nil {
		t.Fatal(err)
	}
	var names string
	if err := db.DB.QueryRowContext(ctx, "SELECT name FROM councils").Scan(&names); err != nil || names != "c" {
		t.Errorf("%q %v", names, err)
	}
}

// Indexes and foreign keys are away during the work and there afterwards, even where the work fails.
func TestBulk_withoutIndexes(t *testing.T) {
	db, b := bulk(t)
	ctx := t.Context()
	there := func() string {
		query := "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name)"
		if !db.Embedded() {
			query = `SELECT coalesce(string_agg(name, ' ' ORDER BY name), '') FROM (SELECT indexname::text AS name FROM pg_indexes WHERE schemaname = current_schema() AND indexname NOT LIKE '%_pkey'
				UNION SELECT conname FROM pg_constraint WHERE contype = 'f') AS all_names`
		}
		var names *string
		if err := db.DB.QueryRowContext(ctx, query).Scan(&names); err != nil {
			t.Fatal(err)
		}
		if names == nil {
			return ""
		}
		return *names
	}
	before, stop := there(), errors.New("stop")
	if !strings.Contains(before, "things_text") || !db.Embedded() && !strings.Contains(before, "of_council") {
		t.Fatalf("there are %s", before)
	}
	var told []string
	err := b.WithoutIndexes(ctx, []string{"councils"}, func(what string) { told = append(told, what) }, func() error {
		if now := there(); now != "councils_name" {
			t.Errorf("during the work there are %q", now)
		}
		return errors.Join(b.Insert(ctx, "things", []string{"id", "size"}, []any{1, 1.5}), stop)
	})
	if !errors.Is(err, stop) {
		t.Errorf("%v, want %v", err, stop)
	}
	if now := there(); now != before {
		t.Errorf("afterwards there are %s, before there were %s", now, before)
	}
	if len(told) == 0 || told[0] != "things_size of things" {
		t.Errorf("told of %v", told)
	}
	err = b.WithoutIndexes(ctx, nil, nil, func() error { return b.Insert(ctx, "things", []string{"id", "size"}, []any{2, 1.5}) })
	if err == nil || !strings.Contains(err.Error(), "things_size") {
		t.Errorf("rows that an index forbids: %v", err)
	}
}
