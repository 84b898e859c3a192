package database

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"
)

// Statistics brings up to date what the database knows of the sizes of tables and indexes, by which it chooses how to
// read them. To be called when much was written: SQLite never does it by itself, PostgreSQL a while later. SQLite looks at
// a sample of each table that has changed much; PostgreSQL, which sees to small changes itself, at a sample of each.
func (d *Database) Statistics(ctx context.Context) error {
	step := "ANALYZE"
	if d.Dialect == dialect.SQLite {
		step = "PRAGMA optimize = 0x10002" // of all tables, also those that this connection has not read
	}
	if _, err := d.DB.ExecContext(ctx, step); err != nil {
		return fmt.Errorf("bring the statistics of the database up to date: %w", err)
	}
	return nil
}
