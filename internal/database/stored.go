package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
)

// columnsOf asks a database for the columns of its tables: table, column, type.
var columnsOf = map[string]string{
	dialect.SQLite: `SELECT t.name, c.name, c.type FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
		WHERE t.type = 'table' ORDER BY t.name, c.name <> 'id', c.name`,
	dialect.Postgres: `SELECT t.relname, c.attname, format_type(c.atttypid, c.atttypmod) FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
		WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND c.attnum > 0 AND NOT c.attisdropped
		ORDER BY t.relname COLLATE "C", c.attname <> 'id', c.attname COLLATE "C"`,
}

// isStored says whether a table holds what follows from nothing else.
func isStored(table string) bool {
	for _, prefix := range []string{"goose_", "search_", "river_", "sqlite_", deferred} {
		if strings.HasPrefix(table, prefix) {
			return false
		}
	}
	return true
}

// storedTables are the tables that hold what follows from nothing else.
func storedTables(ctx context.Context, conn *sql.Conn, d string) ([]StoredTable, error) {
	var out []StoredTable
	err := each(ctx, conn, columnsOf[d], func(rows *sql.Rows) error {
		var table string
		var c StoredColumn
		if err := rows.Scan(&table, &c.Name, &c.Type); err != nil || !isStored(table) {
			return err
		}
		if len(out) == 0 || out[len(out)-1].Name != table {
			out = append(out, StoredTable{Name: table})
		}
		last := &out[len(out)-1]
		last.Columns = append(last.Columns, c)
		return nil
	})
	for i := range out {
		if err == nil && out[i].Columns[0].Name == "id" {
			out[i].Next, err = nextID(ctx, conn, d, out[i].Name)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read what tables there are: %w", err)
	}
	return out, nil
}

// nextID is the id that the next row of a table gets, 0 where ids are not counted on.
func nextID(ctx context.Context, conn *sql.Conn, d, table string) (next int64, err error) {
	if d == dialect.SQLite {
		err = conn.QueryRowContext(ctx, "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?", table).Scan(&next)
		if errors.Is(err, sql.ErrNoRows) {
			return 0, nil
		}
		return next, err
	}
	var sequence sql.NullString
	if err := conn.QueryRowContext(ctx, "SELECT pg_get_serial_sequence(quote_ident($1), 'id')", table).Scan(&sequence); err != nil || !sequence.Valid {
		return 0, err
	}
	err = conn.QueryRowContext(ctx, "SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM "+sequence.String).Scan(&next)
	return next, err
}

// SetNextID says what id the next row of a table gets.
func (b *Bulk) SetNextID(ctx context.Context, table string, next int64) error {
	statements := []string{
		fmt.Sprintf("DELETE FROM sqlite_sequence WHERE name = '%s'", table),
		fmt.Sprintf("INSERT INTO sqlite_sequence (name, seq) VALUES ('%s', %d)", table, next-1),
	}
	if b.dialect == dialect.Postgres {
		statements = []string{fmt.Sprintf("SELECT setval(pg_get_serial_sequence(quote_ident('%s'), 'id'), %d, false)", table, next)}
	}
	return b.Exec(ctx, statements...)
}

// StoredTables are the tables that can be filled by Insert, as Snapshot.Tables gives them.
func (b *Bulk) StoredTables(ctx context.Context) ([]StoredTable, error) {
	return storedTables(ctx, b.conn, b.dialect)
}

// each runs over the rows of a query.
func each(ctx context.Context, conn *sql.Conn, query string, row func(*sql.Rows) error) (err error) {
	rows, err := conn.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
