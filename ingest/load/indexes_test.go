package load

import (
	"testing"

	"councilgraph/internal/dbtest"
)

// The indexes that loading reads are indexes.
func TestIndexesRead(t *testing.T) {
	db := dbtest.New(t)
	query := "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = ?"
	if !db.Embedded() {
		query = "SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema() AND indexname = $1"
	}
	for _, name := range IndexesRead() {
		var n int
		if err := db.DB.QueryRowContext(t.Context(), query, name).Scan(&n); err != nil || n != 1 {
			t.Errorf("%s is no index: %v", name, err)
		}
	}
}
