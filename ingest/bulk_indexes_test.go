package ingest_test

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// A first load has the indexes that it reads by, while the others are left for later: PostgreSQL, told to read no table
// from end to end where an index would serve, reads none so. What comes of it is the graph of an ordinary load.
func TestBulk_withoutIndexes(t *testing.T) {
	first := mixed(t)
	path, later := folder(t, first), folder(t, again(first))
	_, _, p, dump := taken(t, ingest.Pipeline.Run, path)
	if _, err := p.Run(t.Context(), []string{later}); err != nil {
		t.Fatal(err)
	}
	want := dump()
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
	p = threeIn(t, db, ingest.Read)
	for _, folder := range []string{path, later} {
		if report, err := p.Bulk(t.Context(), []string{folder}); err != nil || report.Loaded < 40 {
			t.Fatalf("%d loaded: %v", report.Loaded, err)
		}
	}
	shut(db)
	for table, is := range scans(t, address) {
		// Whether a table has any row is told by its first.
		if n := is.scans - was[table].scans; is.rows-was[table].rows > n {
			t.Errorf("%s was read from end to end %d times: IndexesRead lacks the index that it is asked by", table, n)
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

// again are the pages as they are fetched once more: with other bytes, a day later.
func again(docs []record.Document) []record.Document {
	out := slices.Clone(docs)
	for i := range out {
		out[i].Bytes = append(slices.Clone(out[i].Bytes), '\n')
		out[i].FetchedAt = "2026-11-02T00:00:00Z"
	}
	return out
}

// byIndexes is the address with the settings that make a planner take any index that has what is asked for before the whole
// table, and the whole table before an index of which it would pass by what is not asked for.
func byIndexes(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	for _, way := range []string{"enable_seqscan", "enable_indexscan", "enable_indexonlyscan"} {
		q.Set(way, "off") // which leaves bitmaps
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// scanned is how often a table was read from its beginning, and how many rows.
type scanned struct{ scans, rows int }

// scans are what was read of each table of a PostgreSQL database without an index, once all who read it have left: they tell the
// server as they go. SQLite keeps all indexes, and does not count.
func scans(t *testing.T, address string) map[string]scanned {
	t.Helper()
	out := map[string]scanned{}
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
	rows, err := db.DB.QueryContext(ctx, `SELECT relname, seq_scan, seq_tup_read FROM pg_stat_user_tables`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var table string
		var n scanned
		if err := rows.Scan(&table, &n.scans, &n.rows); err != nil {
			t.Fatal(err)
		}
		out[table] = n
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
