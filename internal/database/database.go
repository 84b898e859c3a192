// Package database opens the store and brings its tables up to date. No other package imports a driver.
package database

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
)

// Database is an open store.
type Database struct {
	// Client is the graph.
	Client *ent.Client
	// DB is the same store as plain SQL, for bulk work.
	DB *sql.DB
	// Dialect is dialect.SQLite or dialect.Postgres.
	Dialect string
}

// Open opens the store that the address names: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.
// It creates an SQLite file that does not exist, but no tables: see Migrate.
func Open(ctx context.Context, address string) (*Database, error) {
	return open(ctx, address, 0)
}

// OpenServing opens a store whose tables are there, to answer questions from it: each of them may take so long, and
// fails then with context.DeadlineExceeded or, from PostgreSQL, with the state 57014.
func OpenServing(ctx context.Context, address string, statement time.Duration) (*Database, error) {
	return open(ctx, address, statement)
}

// open opens a store. Statements are not bounded where statement is 0.
func open(ctx context.Context, address string, statement time.Duration) (*Database, error) {
	kind, rest, _ := strings.Cut(address, ":")
	var db *sql.DB
	var err error
	d := &Database{}
	switch kind {
	case "sqlite":
		d.Dialect = dialect.SQLite
		db, err = openSQLite(rest, statement)
	case "postgres", "postgresql":
		d.Dialect = dialect.Postgres
		db, err = openPostgres(address, statement)
	default:
		return nil, fmt.Errorf("database %q: the address must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME", redacted(address))
	}
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", redacted(address), err)
	}
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open database %s: %w", redacted(address), err)
	}
	d.DB = db
	d.Client = ent.NewClient(ent.Driver(entsql.OpenDB(d.Dialect, db)))
	return d, nil
}

// Close closes the store.
func (d *Database) Close() error { return d.Client.Close() }

// redacted is the address without its password, wherever it stands.
func redacted(address string) string {
	address, _, _ = strings.Cut(address, "?")
	scheme, rest, ok := strings.Cut(address, "://")
	at := strings.LastIndex(rest, "@")
	if !ok || at < 0 {
		return address
	}
	user, _, _ := strings.Cut(rest[:at], ":")
	return scheme + "://" + user + "@" + rest[at+1:]
}

// Embedded says whether the store lives in this process and belongs to it alone.
func (d *Database) Embedded() bool { return d.Dialect == dialect.SQLite }
