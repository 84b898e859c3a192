// Package bench compares this program with what could be had without it, in one run: ratios, not times.
package bench

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/format"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/growth"
)

// BenchmarkLoad stores pages the way ingest does, and the rows that come of it by bare prepared INSERTs,
// in one transaction both times. Compare the rows/s of the two.
func BenchmarkLoad(b *testing.B) {
	papers := pages(b, 60)
	b.Run("ingest", func(b *testing.B) {
		rows := 0
		for b.Loop() {
			db, loader := fresh(b)
			if _, err := loader.Load(context.Background(), papers...); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			rows += len(dump(b, db.DB))
			close(b, db)
			b.StartTimer()
		}
		b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
	})
	db, loader := fresh(b)
	before := map[string]bool{}
	for _, in := range dump(b, db.DB) {
		before[in.table+fmt.Sprint(in.values[0])] = true
	}
	if _, err := loader.Load(context.Background(), papers...); err != nil {
		b.Fatal(err)
	}
	var added []insert
	for _, in := range dump(b, db.DB) {
		if !before[in.table+fmt.Sprint(in.values[0])] {
			added = append(added, in)
		}
	}
	close(b, db)
	b.Run("bare", func(b *testing.B) {
		rows := 0
		for b.Loop() {
			db, _ := fresh(b)
			rows += bare(b, db.DB, added)
			b.StopTimer()
			close(b, db)
			b.StartTimer()
		}
		b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
	})
}

// BenchmarkLoadGrowth reports how many times as much loading ten times as many pages of one committee costs
// ("times": 10 where the cost grows with their number), in the batches of an ingest and page by page.
func BenchmarkLoadGrowth(b *testing.B) {
	for name, size := range map[string]int{"batches": 200, "one by one": 1} {
		b.Run(name, func(b *testing.B) {
			growth.Report(b, 100, func(n int) func() {
				papers := pages(b, n)
				return func() {
					db, loader := fresh(b)
					for batch := range slices.Chunk(papers, size) {
						if _, err := loader.Load(context.Background(), batch...); err != nil {
							b.Fatal(err)
						}
					}
					close(b, db)
				}
			})
		})
	}
}

// pages are n meetings of ten items each, as text, read.
func pages(b *testing.B, n int) []load.Reading {
	b.Helper()
	var out []load.Reading
	for i, text := range texts(n, 0) {
		sum := sha256.Sum256([]byte(text))
		doc := record.Document{Name: fmt.Sprint(i), Council: "BRY", MediaType: "text/plain", SHA256: hex.EncodeToString(sum[:]), Bytes: []byte(text)}
		page, err := format.Parse(doc)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, load.Reading{Document: doc, Page: &page})
	}
	return out
}

// texts are the pages of n meetings of ten items each, from a number on.
func texts(n, from int) (out []string) {
	for i := from; i < from+n; i++ {
		var text strings.Builder
		fmt.Fprintf(&text, "Agenda and minutes\n\nCabinet - Monday, %d January, %d 10.00 am\n\nVenue: Town Hall\n\nItems\nNo. Item\n\n", i%28+1, 1990+i/28)
		for item := range 10 {
			fmt.Fprintf(&text, "%d.\n\nMatter number %d of %d pdf icon PDF %d KB\n\nMinutes:\n\nCouncillor Ann Birch%d introduced the report, which would cost £%d,000.\n\n", item+1, item, i, item+10, item, i+10)
			fmt.Fprintf(&text, "Councillor Cy Dale asked about paragraph 3.%d of the report.\n\nRESOLVED that\n\n(1) the sum of £%d,500 be approved; and\n\n(2) the Director of Places be authorised to spend it.\n\n", item, i+5)
		}
		out = append(out, text.String())
	}
	return out
}

func fresh(b *testing.B) (*database.Database, *load.Loader) {
	b.Helper()
	b.StopTimer()
	defer b.StartTimer()
	ctx := context.Background()
	db, err := database.Open(ctx, "sqlite:"+filepath.Join(b.TempDir(), "bench.db"))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := db.Migrate(ctx); err != nil {
		b.Fatal(err)
	}
	loader, err := load.New(db.Client, db.Dialect, 1, time.Now, ingest.Read)
	if err != nil {
		b.Fatal(err)
	}
	council := record.RegisteredCouncil{Code: "BRY", Name: "London Borough of Bromley", ShortName: "Bromley", Slug: "bromley", Kind: "LONDON_BOROUGH"}
	if _, err := loader.Councils(ctx, []record.RegisteredCouncil{council}); err != nil {
		b.Fatal(err)
	}
	return db, loader
}

func close(b *testing.B, db *database.Database) {
	b.Helper()
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
}

// insert is one row with its table.
type insert struct {
	table   string
	columns []string
	values  []any
}

// dump is every row of every table that loading a page writes, in the order of writing.
func dump(b *testing.B, db *sql.DB) []insert {
	b.Helper()
	tables := []string{
		"sources", "contents", "committees", "persons", "wards", "parties", "terms", "memberships", "offices", "issues", "decisions", "meetings",
		"agenda_items", "resolutions", "attendances", "declarations", "motions", "vote_events", "votes", "participations", "amounts", "documents",
		"references", "evidences", "addresses", "changes", "person_names", "person_identifiers", "mentions", "claims", "identifiers", "bodies",
	}
	var out []insert
	for _, t := range tables {
		out = append(out, table(b, db, t)...)
	}
	return out
}

func table(b *testing.B, db *sql.DB, name string) (out []insert) {
	b.Helper()
	rows, err := db.Query("SELECT * FROM `" + name + "` ORDER BY id")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
		out = append(out, insert{name, columns, values})
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return out
}

// bare writes rows in one transaction, each by a prepared INSERT.
func bare(b *testing.B, db *sql.DB, rows []insert) int {
	b.Helper()
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	prepared := map[string]*sql.Stmt{}
	for _, r := range rows {
		stmt := prepared[r.table]
		if stmt == nil {
			marks := strings.TrimSuffix(strings.Repeat("?,", len(r.columns)), ",")
			if stmt, err = tx.Prepare("INSERT INTO `" + r.table + "` (`" + strings.Join(r.columns, "`,`") + "`) VALUES (" + marks + ")"); err != nil {
				b.Fatal(err)
			}
			prepared[r.table] = stmt
		}
		if _, err := stmt.Exec(r.values...); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return len(rows)
}
