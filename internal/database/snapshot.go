package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
)

// Snapshot is a store as it is at one moment, whoever writes to it meanwhile.
type Snapshot struct {
	conn    *sql.Conn
	dialect string
}

// StoredTable is a table that holds something which follows from nothing else.
type StoredTable struct {
	Name    string
	Columns []StoredColumn // in alphabetical order behind the id
	// Next is the id that the next row gets, 0 where ids are not counted on.
	Next int64
}

// StoredColumn is a column, with its type as the database calls it.
type StoredColumn struct{ Name, Type string }

// Snapshot begins one. Close ends it.
func (d *Database) Snapshot(ctx context.Context) (*Snapshot, error) {
	conn, err := d.DB.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("take a connection: %w", err)
	}
	s := &Snapshot{conn, d.Dialect}
	begin := "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
	if d.Dialect == dialect.SQLite {
		begin = "BEGIN"
	}
	if _, err := conn.ExecContext(ctx, begin); err != nil {
		return nil, errors.Join(fmt.Errorf("begin to read: %w", err), conn.Close())
	}
	if _, err := conn.ExecContext(ctx, "SELECT * FROM goose_db_version"); err != nil { // the moment is that of the first look
		return nil, errors.Join(fmt.Errorf("begin to read: %w", err), s.Close())
	}
	return s, nil
}

// Close ends the snapshot.
func (s *Snapshot) Close() error {
	_, err := s.conn.ExecContext(context.Background(), "ROLLBACK")
	return errors.Join(err, s.conn.Close())
}

// Query asks the snapshot.
func (s *Snapshot) Query(ctx context.Context, query string) (*sql.Rows, error) {
	return s.conn.QueryContext(ctx, query)
}

// QueryRow asks the snapshot for one row.
func (s *Snapshot) QueryRow(ctx context.Context, query string) *sql.Row {
	return s.conn.QueryRowContext(ctx, query)
}

// Tables are the tables in alphabetical order, without those of migrations, of the index of words, which follows from the
// rest, and of the queue of jobs, which is of one place and time. On PostgreSQL nobody can change what columns they have
// until the snapshot ends.
func (s *Snapshot) Tables(ctx context.Context) ([]StoredTable, error) {
	tables, err := storedTables(ctx, s.conn, s.dialect)
	if err != nil || s.dialect == dialect.SQLite || len(tables) == 0 {
		return tables, err
	}
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.Name
	}
	if _, err := s.conn.ExecContext(ctx, `LOCK TABLE "`+strings.Join(names, `", "`)+`" IN ACCESS SHARE MODE`); err != nil {
		return nil, fmt.Errorf("hold the tables: %w", err)
	}
	return tables, nil
}
