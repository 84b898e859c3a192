package database

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"
)

// Compact writes the store anew without what was deleted from it, so that nothing of that is left in its
// files. SQLite needs as much room again meanwhile; PostgreSQL locks each table while it does so.
func (d *Database) Compact(ctx context.Context) error {
	// What the database knows of how values are spread holds some of them, so it is taken anew as well.
	steps := []string{"VACUUM (FULL, ANALYZE)", "VACUUM FULL pg_statistic"}
	if d.Dialect == dialect.SQLite {
		// The index of words keeps those of deleted texts until its parts are joined.
		steps = []string{"INSERT INTO search_words(search_words) VALUES('optimize')", "ANALYZE", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"}
	}
	for _, step := range steps {
		if _, err := d.DB.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("compact the database: %w", err)
		}
	}
	return nil
}
