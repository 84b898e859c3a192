package load

import (
	"slices"
	"testing"

	"entgo.io/ent/dialect/sql/schema"

	"councilgraph/ent/migrate"
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

// Where a node goes, what names it is found by an index. Councils do not go.
func TestIndexesRead_foreignKeys(t *testing.T) {
	seen := 0
	for _, table := range migrate.Tables {
		for _, key := range table.ForeignKeys {
			if key.OnDelete == schema.NoAction || key.RefTable == migrate.CouncilsTable {
				continue
			}
			seen++
			if !slices.ContainsFunc(table.Indexes, func(i *schema.Index) bool {
				return i.Columns[0] == key.Columns[0] && slices.Contains(IndexesRead(), i.Name)
			}) {
				t.Errorf("%s: IndexesRead has no index that begins with %s", table.Name, key.Columns[0].Name)
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d foreign keys were looked at", seen)
	}
}
