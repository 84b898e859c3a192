package ingest_test

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// A first load has the indexes that it reads by, while the others are left for later: PostgreSQL, told to read no table
// from end to end where an index would serve, reads none so. What comes of it is the graph of an ordinary load.
func TestBulk_withoutIndexes(t *testing.T) {
	path := folder(t, mixed(t))
	_, want, _, _ := taken(t, ingest.Pipeline.Run, path)
	address := dbtest.Address(t)
	if !strings.HasPrefix(address, "sqlite:") {
		address = byIndexes(t, address)
	}
	open := func() *database.Database {
		db, err := database.Open(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	shut := func(db *database.Database) {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	db := open()
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	threeIn(t, db, ingest.Read)
	if err := db.Defer(t.Context(), load.IndexesRead()); err != nil {
		t.Fatal(err)
	}
	shut(db)
	was := scans(t, address)
	db = open()
	p := threeIn(t, db, ingest.Read)
	if report, err := p.Bulk(t.Context(), []string{path}); err != nil || report.Loaded < 40 {
		t.Fatalf("%d loaded: %v", report.Loaded, err)
	}
	shut(db)
	for table, n := range scans(t, address) {
		if n > was[table] && table != "search_rules" { // which has one row
			t.Errorf("%s was read from end to end %d times: IndexesRead lacks the index that it is asked by", table, n-was[table])
		}
	}
	db = open()
	if err := db.Make(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, dbtest.Dump(t, db)); d != "" {
		t.Errorf("another graph:\n%.4000s", d)
	}
	shut(db)
}

// byIndexes is the address with the setting that makes a planner take any index before the whole table.
func byIndexes(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("enable_seqscan", "off")
	u.RawQuery = q.Encode()
	return u.String()
}

// scans are how often each table of a PostgreSQL database was read from end to end, once all who read it have left: they tell the
// server as they go. SQLite keeps all indexes, and does not count.
func scans(t *testing.T, address string) map[string]int {
	t.Helper()
	out := map[string]int{}
	if strings.HasPrefix(address, "sqlite:") {
		return out
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	db, err := database.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for others := 1; others > 0; time.Sleep(20 * time.Millisecond) {
		if err := db.DB.QueryRowContext(ctx, `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
			AND backend_type = 'client backend'`).Scan(&others); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := db.DB.QueryContext(ctx, `SELECT relname, seq_scan FROM pg_stat_user_tables`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var table string
		var n int
		if err := rows.Scan(&table, &n); err != nil {
			t.Fatal(err)
		}
		out[table] = n
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
