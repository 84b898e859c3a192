package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/ent/migrate"
	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// BenchmarkBulk takes in an archive of councils' pages in bulk, from files to an empty database, and writes the rows
// that come of it bare: SQLite by prepared INSERTs of many rows into the tables as they are, PostgreSQL (where
// TEST_DATABASE_URL names a server) by COPY with the indexes made afterwards. Compare the rows/s of the two: the rows are
// the same, those of the index of words among them.
func BenchmarkBulk(b *testing.B) {
	const councils, meetings = 4, 150
	folder := archive(b, councils, meetings)
	var rows []tableRows
	b.Run("ingest", func(b *testing.B) {
		n := 0
		for b.Loop() {
			b.StopTimer()
			rows = nil // what the run before wrote is no memory of this one
			db, p := bulkPipeline(b, councils)
			before := all(b, db)
			b.StartTimer()
			if err := db.Defer(b.Context(), load.IndexesRead()); err != nil {
				b.Fatal(err)
			}
			if _, err := p.Bulk(b.Context(), []string{folder}); err != nil {
				b.Fatal(err)
			}
			if err := db.Make(b.Context(), nil); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			rows = since(before, all(b, db))
			n += count(rows)
			b.StartTimer()
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("bare", func(b *testing.B) {
		n := 0
		for b.Loop() {
			b.StopTimer()
			db, _ := bulkPipeline(b, councils)
			b.StartTimer()
			bareBulk(b, db, rows)
			n += count(rows)
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
	})
}

// tableRows are rows of a table, value by value.
type tableRows struct {
	table   string
	columns []string
	values  []any
}

func count(all []tableRows) (n int) {
	for _, t := range all {
		n += len(t.values) / len(t.columns)
	}
	return n
}

// all are the rows of all tables.
func all(b *testing.B, db *database.Database) []tableRows {
	b.Helper()
	names := []string{"search_texts"}
	for _, t := range migrate.Tables {
		names = append(names, t.Name)
	}
	out := make([]tableRows, len(names), len(names)+1)
	for i, name := range names {
		out[i] = rowsOf(b, db, name, `SELECT * FROM "`+name+`"`)
	}
	if db.Embedded() {
		return append(out, wordsOf(b, db))
	}
	return append(out, rowsOf(b, db, "search_words", "SELECT id, node_id, words::text AS words, titles::text AS titles FROM search_words"))
}

// wordsOf are the rows of SQLite's index of words, which keeps words by their places, and no texts.
func wordsOf(b *testing.B, db *database.Database) tableRows {
	b.Helper()
	conn, err := db.DB.Conn(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.ExecContext(b.Context(), "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab(main, search_words, instance)"); err != nil {
		b.Fatal(err)
	}
	rows, err := conn.QueryContext(b.Context(), "SELECT doc, col, term FROM temp.places ORDER BY doc, col, offset")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := tableRows{table: "search_words", columns: []string{"rowid", "title", "body", "marks"}}
	for rows.Next() {
		var doc int64
		var column, term string
		if err := rows.Scan(&doc, &column, &term); err != nil {
			b.Fatal(err)
		}
		if n := len(out.values); n == 0 || out.values[n-4] != doc {
			out.values = append(out.values, doc, "", "", "")
		}
		at := &out.values[len(out.values)-4+slices.Index(out.columns, column)]
		*at = strings.TrimPrefix((*at).(string)+" "+term, " ")
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return out
}

func rowsOf(b *testing.B, db *database.Database, table, query string) tableRows {
	b.Helper()
	rows, err := db.DB.QueryContext(b.Context(), query)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := tableRows{table: table}
	if out.columns, err = rows.Columns(); err != nil {
		b.Fatal(err)
	}
	into := make([]any, len(out.columns))
	for rows.Next() {
		values := make([]any, len(out.columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
		out.values = append(out.values, values...)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return out
}

// since are the rows that were not there before, told by their first column.
func since(before, after []tableRows) []tableRows {
	for i := range after {
		t, known := &after[i], map[any]bool{}
		for row := 0; row < len(before[i].values); row += len(t.columns) {
			known[before[i].values[row]] = true
		}
		var fresh []any
		for row := 0; row < len(t.values); row += len(t.columns) {
			if !known[t.values[row]] {
				fresh = append(fresh, t.values[row:row+len(t.columns)]...)
			}
		}
		t.values = fresh
	}
	return after
}

// bareBulk writes rows of all tables in one transaction.
func bareBulk(b *testing.B, db *database.Database, all []tableRows) {
	b.Helper()
	ctx := context.Background()
	bulk, err := db.Bulk(ctx)
	if err != nil {
		b.Fatal(err)
	}
	write := func() error {
		return bulk.Transaction(ctx, func() error {
			if db.Embedded() {
				if err := bulk.Exec(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
					return err
				}
			}
			for _, t := range all {
				if err := bulk.Insert(ctx, t.table, t.columns, t.values); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if db.Embedded() {
		err = write()
	} else {
		err = bulk.WithoutIndexes(ctx, nil, nil, write)
	}
	if err != nil {
		b.Fatal(err)
	}
	if err := bulk.Close(); err != nil {
		b.Fatal(err)
	}
}

// bulkPipeline is a pipeline on a fresh database with so many councils.
func bulkPipeline(b *testing.B, councils int) (*database.Database, ingest.Pipeline) {
	b.Helper()
	db := dbtest.New(b)
	loader, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, ingest.Read)
	if err != nil {
		b.Fatal(err)
	}
	var all []record.RegisteredCouncil
	for i := range councils {
		all = append(all, record.RegisteredCouncil{Code: fmt.Sprint("C", i), Name: fmt.Sprint("Council ", i), ShortName: fmt.Sprint("Council ", i), Slug: fmt.Sprint("council-", i), Kind: "UNITARY"})
	}
	if _, err := loader.Councils(b.Context(), all); err != nil {
		b.Fatal(err)
	}
	return db, ingest.Pipeline{Councils: coded{}, Loader: loader}
}

// coded are councils by the codes that a manifest names.
type coded struct{}

func (coded) Code(code string) (string, error) { return code, nil }
func (coded) Host(url string) (string, error)  { return "", fmt.Errorf("nobody publishes at %s", url) }

// archive is a folder of pages: so many meetings of so many councils, one of each council in turn.
func archive(b *testing.B, councils, meetings int) string {
	b.Helper()
	folder := b.TempDir()
	var manifest strings.Builder
	for i := range councils * meetings {
		name := fmt.Sprintf("%d.txt", i)
		text := meeting(i%councils, i/councils)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
		fmt.Fprintf(&manifest, `{"file": %q, "council": "C%d", "url": "https://council-%d.example/ieListDocuments.aspx?CId=%d&MId=%d", "fetchedAt": "2026-10-01T00:00:00Z"}`+"\n",
			name, i%councils, i%councils, i/councils%6+100, i+1000)
	}
	path := filepath.Join(folder, "manifest.jsonl")
	if err := os.WriteFile(path, []byte(manifest.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// meeting is the n-th meeting of a council as text: one of six committees of twelve councillors, ten items.
func meeting(council, n int) string {
	given := []string{"Ann", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ivy", "Jo", "Kit", "Lee", "May"}
	family := []string{"Birch", "Dale", "Elm", "Firth", "Gorse", "Heath", "Ives", "Kelby", "Larch", "Moss", "Nettle", "Oak"}
	name := func(i int) string { return given[(i+council)%12] + " " + family[(i*5+n%6)%12] }
	committee := []string{"Cabinet", "Planning Committee", "Audit Committee", "Licensing Committee", "Standards Committee", "Scrutiny Panel"}[n%6]
	day := time.Date(2010, 1, 4, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n*7)
	var text strings.Builder
	fmt.Fprintf(&text, "Agenda and minutes\n\n%s - %s 10.00 am\n\nVenue: Town Hall\n\nAttendance\n\nPresent: Councillors ", committee, day.Format("Monday, 2 January, 2006"))
	for i := range 10 {
		fmt.Fprintf(&text, "%s, ", name(i))
	}
	fmt.Fprintf(&text, "%s and %s\n\nItems\nNo. Item\n\n", name(10), name(11))
	for item := range 10 {
		fmt.Fprintf(&text, "%d.\n\nMatter number %d of %d pdf icon PDF %d KB\n\nMinutes:\n\nCouncillor %s introduced the report, which would cost £%d,000.\n\n", item+1, item, n, item+10, name(item), n+10)
		fmt.Fprintf(&text, "Councillor %s asked about paragraph 3.%d of the report.\n\nRESOLVED that\n\n(1) the sum of £%d,500 be approved; and\n\n(2) the Director of Places be authorised to spend it.\n\n", name(item+3), item, n+5)
	}
	return text.String()
}
