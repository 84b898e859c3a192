package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
)

// Bulk writes rows many at a time through a connection of its own: SQLite by prepared INSERTs of many rows,
// PostgreSQL by COPY. It says nothing to ent's hooks and keeps nothing in step that follows from the rows.
type Bulk struct {
	conn    *sql.Conn
	dialect string
	inserts map[string]*sql.Stmt // SQLite, by the statement
}

// bulkValues is how many values an INSERT of SQLite binds: its driver looks for each value among all of them.
const bulkValues = 120

// Bulk takes a connection for writing in bulk. Close gives it back.
func (d *Database) Bulk(ctx context.Context) (*Bulk, error) {
	conn, err := d.DB.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("take a connection: %w", err)
	}
	return &Bulk{conn: conn, dialect: d.Dialect, inserts: map[string]*sql.Stmt{}}, nil
}

// Close gives the connection back.
func (b *Bulk) Close() error {
	var err error
	for _, s := range b.inserts {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, b.conn.Close())
}

// Exec runs statements on the connection, one behind the other.
func (b *Bulk) Exec(ctx context.Context, statements ...string) error {
	for _, s := range statements {
		if _, err := b.conn.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("%.60s: %w", s, err)
		}
	}
	return nil
}

// Transaction does all of the work on the connection, or nothing.
func (b *Bulk) Transaction(ctx context.Context, work func() error) error {
	if err := b.Exec(ctx, map[bool]string{true: "BEGIN IMMEDIATE", false: "BEGIN"}[b.dialect == dialect.SQLite]); err != nil {
		return err
	}
	if err := work(); err != nil {
		return errors.Join(err, b.Exec(context.WithoutCancel(ctx), "ROLLBACK"))
	}
	return b.Exec(ctx, "COMMIT")
}

// Insert writes rows of a table: their values, row behind row, in the order of the columns. A value is nil, a
// string, a bool, an int, an int64, a float64 or bytes.
func (b *Bulk) Insert(ctx context.Context, table string, columns []string, values []any) error {
	if len(values)%len(columns) != 0 {
		return noRows(table, len(values), len(columns))
	}
	var err error
	if b.dialect == dialect.Postgres {
		err = b.copy(ctx, table, columns, values)
	} else {
		err = b.insert(ctx, table, columns, values)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", table, err)
	}
	return nil
}

// insert writes rows by INSERTs.
func (b *Bulk) insert(ctx context.Context, table string, columns []string, values []any) error {
	return insertRows(table, `"`+strings.Join(columns, `", "`)+`"`, len(columns), values, func(text string, args []any) error {
		if err := b.prepare(ctx, text); err != nil {
			return err
		}
		_, err := b.inserts[text].ExecContext(ctx, args...)
		return err
	})
}

// insertRows writes rows of so many columns, as they are named in a statement: by statements of as many rows as are worth it, and the rest by
// one row each.
func insertRows(table, columns string, width int, values []any, run func(text string, args []any) error) error {
	for n := max(1, bulkValues/width); len(values) > 0; n = 1 {
		text := inserting(table, columns, width, n)
		for ; len(values) >= n*width; values = values[n*width:] {
			if err := run(text, values[:n*width]); err != nil {
				return err
			}
		}
	}
	return nil
}

// noRows says that values are no rows of so many columns.
func noRows(table string, values, columns int) error {
	return fmt.Errorf("write %s: %d values are no rows of %d columns", table, values, columns)
}

func (b *Bulk) prepare(ctx context.Context, text string) (err error) {
	if b.inserts[text] != nil {
		return nil
	}
	b.inserts[text], err = b.conn.PrepareContext(ctx, text) //nolint:sqlclosecheck // Close closes it
	if err != nil {
		delete(b.inserts, text)
	}
	return err
}

// inserting inserts so many rows, of columns as they are named in a statement.
func inserting(table, columns string, width, rows int) string {
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", width), ",") + ")"
	return `INSERT INTO "` + table + `" (` + columns + `) VALUES ` + strings.TrimSuffix(strings.Repeat(row+",", rows), ",")
}
