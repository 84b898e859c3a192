// Package database opens the store and brings its tables up to date. No other package imports a driver.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"

	"councilgraph/ent"
)

// Database is an open store.
type Database struct {
	// Client is the graph.
	Client *ent.Client
	// DB is the same store as plain SQL, for bulk work: the primary, where there are replicas.
	DB *sql.DB
	// Dialect is dialect.SQLite or dialect.Postgres.
	Dialect string

	reader reader
	fleet  *fleet // nil where there are no replicas
	driver Driver // of Client
	path   string // of the file, where it is SQLite
	pool   *pgxpool.Pool
}

// Driver is a driver of ent that takes SQL as well.
type Driver interface {
	dialect.Driver
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	BeginTx(ctx context.Context, opts *sql.TxOptions) (dialect.Tx, error)
}

// Driver is what Client asks, for whoever wants to stand in between.
func (d *Database) Driver() Driver { return d.driver }

// Use makes Client ask a driver, which asks Driver in its turn.
func (d *Database) Use(driver dialect.Driver) { d.Client = ent.NewClient(ent.Driver(driver)) }

// Open opens the store that the address names: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.
// It creates an SQLite file that does not exist, but no tables: see Migrate.
func Open(ctx context.Context, address string) (*Database, error) {
	return open(ctx, address, Bounds{}, false)
}

// OpenServing opens a store whose tables are there, to answer questions from it and not to write to it: each of them may
// take so long, and fails then with context.DeadlineExceeded or, from PostgreSQL, with the state 57014.
func OpenServing(ctx context.Context, address string, b Bounds) (*Database, error) {
	return open(ctx, address, b, true)
}

func open(ctx context.Context, address string, b Bounds, serving bool) (*Database, error) {
	kind, rest, _ := strings.Cut(address, ":")
	var err error
	d := &Database{}
	switch kind {
	case "sqlite":
		if len(b.Replicas.Addresses) > 0 {
			return nil, errors.New("an SQLite database has no replicas; leave --replica out, or pass the --database of a PostgreSQL server")
		}
		d.Dialect, d.path = dialect.SQLite, rest
		var r *sqliteReader
		if d.DB, r, err = openSQLite(rest, b, serving); err == nil {
			d.reader = r
		}
	case "postgres", "postgresql":
		d.Dialect = dialect.Postgres
		if len(b.Replicas.Addresses) > 0 {
			if d.fleet, err = openFleet(ctx, address, b); err != nil {
				return nil, fmt.Errorf("open database: %w", err)
			}
			d.DB, d.reader = d.fleet.primary.client.DB(), fleetReader{d.fleet}
			d.driver = &fleetDriver{d.fleet.primary.client, d.fleet}
			d.Use(d.driver)
			return d, nil
		}
		var pool *pgxpool.Pool
		if pool, err = openPostgres(ctx, address, b); err == nil {
			d.pool = pool
			d.DB, d.reader = stdlib.OpenDBFromPool(pool), &postgresReader{pool}
		}
	default:
		return nil, fmt.Errorf("database %q: the address must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME", redacted(address))
	}
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", redacted(address), err)
	}
	d.driver = entsql.OpenDB(d.Dialect, d.DB)
	if !serving {
		d.driver = writing{entsql.OpenDB(d.Dialect, d.DB), d.Dialect}
	}
	d.Use(d.driver)
	if err := d.DB.PingContext(ctx); err != nil {
		_ = d.Close()
		return nil, fmt.Errorf("open database %s: %w", redacted(address), err)
	}
	return d, nil
}

// Close closes the store. It waits for those who read.
func (d *Database) Close() error {
	if d.fleet != nil {
		return d.fleet.close()
	}
	return errors.Join(d.DB.Close(), d.reader.close())
}

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

// IsEmbedded says so of the store that an address names.
func IsEmbedded(address string) bool { return strings.HasPrefix(address, "sqlite:") }
