package synthetic

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent/council"
	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/internal/database"
)

// derived are the rows of what follows from nodes, by table, in order. The number of a text is its kind and its
// day: those of one day can change places where their hashes are equal.
func derived(t *testing.T, db *database.Database) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for table, query := range map[string]string{
		"parts":            "SELECT resolution_id, person_id, as_written, how, date_asc, date_desc FROM parts",
		"coverages":        "SELECT council_id, committee_id, month, meetings, cancelled, with_agenda, with_minutes, with_decisions, items, cut_items, unresolved, failed FROM coverages",
		"attendance_years": "SELECT council_id, committee_id, year, person_id, expected, present, late, apologies, absent, substitute, in_attendance, unrecorded FROM attendance_years",
		"search_texts":     "SELECT id >> 28, node_id, council_id, digest, terms FROM search_texts",
		"search_rules":     "SELECT version FROM search_rules",
	} {
		rows, err := db.DB.QueryContext(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		for rows.Next() {
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			out[table] = append(out[table], fmt.Sprint(values...))
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		slices.Sort(out[table])
	}
	return out
}

// matches is how many texts of the index have a word.
func matches(t *testing.T, db *database.Database, word string) (n int) {
	t.Helper()
	query := "SELECT COUNT(*) FROM search_words WHERE search_words MATCH '" + word + "'"
	if !db.Embedded() {
		query = "SELECT COUNT(*) FROM search_words WHERE words @@ '" + word + "'::tsquery"
	}
	if err := db.DB.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// What is written beside the nodes is what loading would derive from them.
func TestWrite_derived(t *testing.T) {
	db, _ := fill(t, Options{Resolutions: small, Councils: 3, Seed: 7, Derived: true})
	ctx := t.Context()
	words := []string{"budget", "allot", "resolv", "approv"}
	was, found := derived(t, db), map[string]int{}
	for _, w := range words {
		found[w] = matches(t, db, w)
	}
	for table, rows := range was {
		if len(rows) == 0 {
			t.Errorf("nothing in %s", table)
		}
	}
	for _, table := range []string{"parts", "coverages", "attendance_years", "search_texts", "search_words", "search_rules"} {
		if _, err := db.DB.ExecContext(ctx, "DELETE FROM "+table); err != nil {
			t.Fatal(err)
		}
	}
	loader, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, ingest.Read)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range db.Client.Council.Query().Where(council.HasMeetings()).Select(council.FieldRegisterCode).StringsX(ctx) {
		if err := loader.Derive(ctx, code); err != nil {
			t.Fatal(err)
		}
	}
	if err := loader.DeriveSearch(ctx); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(derived(t, db), was); d != "" {
		t.Errorf("loading derives something else (-loading +written):\n%.4000s", d)
	}
	for _, w := range words {
		if n := matches(t, db, w); n != found[w] {
			t.Errorf("%d texts with %s, %d where loading makes the index", found[w], w, n)
		}
	}
	if found["budget"] == 0 {
		t.Error("no text has the word budget")
	}
}
