package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Pool is the pool of connections to PostgreSQL, for what speaks its protocol; nil where the store is SQLite.
func (d *Database) Pool() *pgxpool.Pool { return d.pool }

// Beside opens an SQLite database of its own in a file beside the store's, whose name is the store's with an ending.
// It has one connection.
func (d *Database) Beside(ctx context.Context, ending string) (*sql.DB, error) {
	if d.path == "" {
		return nil, errors.New("only an SQLite database has files beside it")
	}
	connect, err := connectSQLite(d.path+ending, []string{"busy_timeout(10000)", "foreign_keys(1)", "journal_mode(WAL)", "synchronous(NORMAL)"})
	if err != nil {
		return nil, fmt.Errorf("open %s%s: %w", d.path, ending, err)
	}
	db := sql.OpenDB(connect)
	db.SetMaxOpenConns(1)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s%s: %w", d.path, ending, err), db.Close())
	}
	return db, nil
}
