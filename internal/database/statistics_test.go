package database_test

import (
	"testing"

	"councilgraph/internal/dbtest"
)

// After much was written, the database knows how large its tables are.
func TestStatistics(t *testing.T) {
	db := dbtest.Open(t, dbtest.Address(t))
	for _, step := range []string{
		"CREATE TABLE things (id bigint PRIMARY KEY, text text)", "CREATE INDEX things_text ON things (text)",
		"INSERT INTO things WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 2000) SELECT id, 'x' FROM n",
	} {
		if _, err := db.DB.ExecContext(t.Context(), step); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Statistics(t.Context()); err != nil {
		t.Fatal(err)
	}
	of := "SELECT reltuples > 1999 FROM pg_class WHERE relname = 'things' AND relnamespace = current_schema()::regnamespace"
	if db.Embedded() {
		of = "SELECT stat LIKE '2000 %' FROM sqlite_stat1 WHERE idx = 'things_text'"
	}
	var known bool
	if err := db.DB.QueryRowContext(t.Context(), of).Scan(&known); err != nil || !known {
		t.Errorf("the database does not know how large the table is: %v", err)
	}
}
