package database

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
)

// made is something of a table that can be taken away and made again.
type made struct{ table, name, drop, create string }

// WithoutIndexes does the work with the indexes of all tables but these taken away, and PostgreSQL's foreign keys
// too, and makes them again afterwards: sorting all rows once costs a third of finding each one's place. Progress,
// if it is set, is told what was made. It is for an empty database: where it is interrupted, indexes are missing.
func (b *Bulk) WithoutIndexes(ctx context.Context, but []string, progress func(what string), work func() error) error {
	indexes, err := b.made(ctx, but, map[string]string{
		dialect.SQLite: `SELECT tbl_name, name, 'DROP INDEX "' || name || '"', sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY tbl_name, name`,
		dialect.Postgres: `SELECT i.tablename, i.indexname, 'DROP INDEX "' || i.indexname || '"', i.indexdef FROM pg_indexes i WHERE i.schemaname = current_schema()
			AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname) ORDER BY 1, 2`,
	})
	if err != nil {
		return fmt.Errorf("read the indexes: %w", err)
	}
	keys, err := b.made(ctx, nil, map[string]string{
		dialect.SQLite: `SELECT '', '', '', '' WHERE FALSE`,
		dialect.Postgres: `SELECT t.relname, c.conname, format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, c.conname),
			format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
			FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`,
	})
	if err != nil {
		return fmt.Errorf("read the foreign keys: %w", err)
	}
	for _, m := range append(keys, indexes...) {
		if err := b.Exec(ctx, m.drop); err != nil {
			return fmt.Errorf("take %s away: %w", m.name, err)
		}
	}
	failed := work()
	// Foreign keys come last: they are looked up by the indexes.
	for _, m := range append(indexes, keys...) {
		if progress != nil {
			progress(m.name + " of " + m.table)
		}
		if err := b.Exec(ctx, m.create); err != nil {
			return errors.Join(failed, fmt.Errorf("make %s again: %w", m.name, err))
		}
	}
	return failed
}

// made reads what a query finds, but of these tables.
func (b *Bulk) made(ctx context.Context, but []string, query map[string]string) (out []made, err error) {
	rows, err := b.conn.QueryContext(ctx, query[b.dialect])
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var m made
		if err := rows.Scan(&m.table, &m.name, &m.drop, &m.create); err != nil {
			return nil, err
		}
		if !slices.Contains(but, m.table) {
			out = append(out, m)
		}
	}
	return out, rows.Err()
}
