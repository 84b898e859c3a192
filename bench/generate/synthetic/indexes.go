package synthetic

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect"
)

// index is an index of the database with the statement that makes it.
type index struct{ name, statement string }

// withoutIndexes does the work with the indexes of the tables taken away and makes them again afterwards:
// sorting all rows once costs a third of finding each one's place.
func (w *writer) withoutIndexes(ctx context.Context, work func() error) error {
	all, err := w.indexes(ctx)
	if err != nil {
		return fmt.Errorf("read the indexes: %w", err)
	}
	for _, i := range all {
		if _, err := w.conn.ExecContext(ctx, `DROP INDEX "`+i.name+`"`); err != nil {
			return fmt.Errorf("drop the index %s: %w", i.name, err)
		}
	}
	failed := work()
	for _, i := range all {
		if _, err := w.conn.ExecContext(ctx, i.statement); err != nil {
			return errors.Join(failed, fmt.Errorf("make the index %s again: %w", i.name, err))
		}
	}
	return failed
}

// indexes are those that belong to no constraint of the tables that are written.
func (w *writer) indexes(ctx context.Context) (out []index, err error) {
	query := `SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`
	if w.dialect == dialect.Postgres {
		query = `SELECT i.indexname, i.indexdef, i.tablename FROM pg_indexes i WHERE i.schemaname = current_schema()
			AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`
	}
	rows, err := w.conn.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var i index
		var of string
		if err := rows.Scan(&i.name, &i.statement, &of); err != nil {
			return nil, err
		}
		if t := w.tables[of]; t != nil && of != "councils" {
			out = append(out, i)
		}
	}
	return out, rows.Err()
}
