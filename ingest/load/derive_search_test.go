package load

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
	"councilgraph/internal/database"
)

// words is the index as rows: the texts' numbers, counts of words, and what the index of words finds for one
// word of each.
func words(t *testing.T, db *database.Database) []string {
	t.Helper()
	rows, err := db.DB.QueryContext(t.Context(), "SELECT id, terms, council_id FROM search_texts ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := []string{}
	for rows.Next() {
		var id, council int64
		var terms string
		if err := rows.Scan(&id, &terms, &council); err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(id, " ", terms))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	var indexed int
	if err := db.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM search_words").Scan(&indexed); err != nil {
		t.Fatal(err)
	}
	if indexed != len(out) {
		t.Errorf("%d texts, of %d the words are indexed", len(out), indexed)
	}
	return out
}

// find are the numbers that the index of words gives for a stem.
func find(t *testing.T, db *database.Database, stem string) []int64 {
	t.Helper()
	query := "SELECT rowid FROM search_words WHERE search_words MATCH ?"
	if !db.Embedded() {
		query = "SELECT id FROM search_words WHERE words @@ CAST($1 AS tsquery)"
	}
	rows, err := db.DB.QueryContext(t.Context(), query, stem)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		out = append(out, id)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// A page that changes takes its words back and brings the new ones; what is deleted is found no more.
func TestSearchIndex_follows(t *testing.T) {
	l, db := setUp(t)
	m := full()
	written("https://example.org/1", "2026-01-20T00:00:00Z", m).load(t, l)
	if n := len(find(t, db, "bridg")); n != 1 {
		t.Errorf("bridges: %d texts, want the item", n)
	}
	if n := len(find(t, db, "road")); n != 3 {
		t.Errorf("roads: %d texts, want the item and its two resolutions", n)
	}
	m = full()
	m.Items = m.Items[:1]
	m.Items[0].Title = "Tunnels"
	written("https://example.org/1", "2026-01-21T00:00:00Z", m).load(t, l)
	if n := len(find(t, db, "bridg")); n != 0 {
		t.Errorf("bridges: %d texts once no page speaks of them", n)
	}
	if n := len(find(t, db, "tunnel")); n != 3 {
		t.Errorf("tunnels: %d texts, want the item and its two resolutions", n)
	}
	if n := len(find(t, db, "road")); n != 0 {
		t.Errorf("roads: %d texts once the title is another", n)
	}
}

// The index depends on the nodes alone: pages in any order, or all of it made anew, give the same.
func TestSearchIndex_anew(t *testing.T) {
	one, two := full(), full()
	one.Date, two.Date = "2026-01-14", "2026-01-15"
	two.Items[0].Title = "Tunnels"
	papers := []paper{written("https://example.org/1", "2026-01-20T00:00:00Z", one), written("https://example.org/2", "2026-01-20T00:00:00Z", two)}
	l, db := setUp(t)
	papers[0].load(t, l)
	papers[1].load(t, l)
	want := words(t, db)
	if len(want) < 8 {
		t.Fatalf("%d texts", len(want))
	}
	other, otherDB := setUp(t)
	papers[1].load(t, other)
	papers[0].load(t, other)
	if diff := cmp.Diff(want, words(t, otherDB)); diff != "" {
		t.Errorf("in the other order (-want +got):\n%s", diff)
	}
	for _, q := range []string{"DELETE FROM search_words", "DELETE FROM search_texts", "DELETE FROM search_rules"} {
		if _, err := db.DB.ExecContext(context.Background(), q); err != nil {
			t.Fatal(err)
		}
	}
	papers[0].load(t, l)
	if diff := cmp.Diff(want, words(t, db)); diff != "" {
		t.Errorf("made anew (-want +got):\n%s", diff)
	}
	if n := len(find(t, db, "tunnel")); n != 3 {
		t.Errorf("tunnels: %d texts, want 3", n)
	}
}

// Who waits for another that makes the whole index finds it made, and does not make it once more.
func TestDeriveSearch_waits(t *testing.T) {
	l, db := setUp(t)
	written("https://example.org/1", "2026-01-20T00:00:00Z", full()).load(t, l)
	for _, q := range []string{"DELETE FROM search_words", "DELETE FROM search_texts", "DELETE FROM search_rules"} {
		if _, err := db.DB.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	other, err := l.client.Tx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := (&store{tx: other, dialect: db.Dialect}).searchAlone(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := other.ExecContext(t.Context(), fmt.Sprintf("INSERT INTO search_rules (version) VALUES (%d)", SearchRules)); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- l.DeriveSearch(t.Context()) }()
	if !db.Embedded() {
		waits(t, db)
	}
	if err := other.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if got := words(t, db); len(got) > 0 {
		t.Errorf("%d texts were brought into an index that another had made", len(got))
	}
}

// waits returns when somebody waits for a lock.
func waits(t *testing.T, db *database.Database) {
	t.Helper()
	for {
		var n int
		err := db.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted").Scan(&n)
		if err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// Texts whose numbers are the same get one each.
func TestSearchIndex_seats(t *testing.T) {
	l, db := setUp(t)
	m := record.Meeting{Committee: "Executive", Date: "2026-01-14", Span: record.Span{Start: 0, End: 5, Rule: "test"}}
	m.Items = []record.AgendaItem{{Number: "1", Title: "Roads", Span: m.Span}}
	written("", "", m).load(t, l)
	number := find(t, db, "road")[0]
	tx, err := l.client.Tx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := &store{tx: tx, dialect: l.dialect}
	fresh := []*arrival{{number: number}, {number: number}, {number: number + 1}}
	if err := s.seat(t.Context(), fresh); err != nil {
		t.Fatal(err)
	}
	got := []int64{fresh[0].number - number, fresh[1].number - number, fresh[2].number - number}
	if diff := cmp.Diff([]int64{1, 2, 3}, got); diff != "" {
		t.Errorf("seats behind the one that is taken (-want +got):\n%s", diff)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
}
