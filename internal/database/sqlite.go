package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// pagesKept is how many bytes of pages all connections keep together in memory of their own, each its share. It takes twice
// that, since a page with its head is just too large for a block of its size: 16 connections that had read everything
// held 256 MB more where their shares were 128. What is mapped from the file needs none of it, and is the system's to give and take.
const pagesKept = 128 << 20

// pragmas hold for every connection, which is why they stand in the address and are not executed once.
func pragmas(connections int) []string {
	share := min(32<<20, max(2<<20, pagesKept/connections))
	return []string{
		"busy_timeout(10000)", "foreign_keys(1)", "journal_mode(WAL)", "synchronous(NORMAL)", "temp_store(MEMORY)",
		fmt.Sprintf("cache_size(-%d)", share>>10),
	}
}

// readPragmas are those of connections that cannot write. They map the file into memory, as much of it as SQLite takes. Who
// writes does not: all that it has touched of a large file would count as its memory, and it keeps what it needs in its cache.
func readPragmas(connections int) []string {
	return append(pragmas(connections), "mmap_size(2147418112)", "query_only(1)")
}

// openSQLite gives the connections of the client and, apart from them, those that only read. A store that is opened to be
// served is not written to by either.
func openSQLite(path string, b Bounds, serving bool) (*sql.DB, *sqliteReader, error) {
	if path == "" {
		return nil, nil, errors.New("sqlite: needs a path, as in sqlite:council.db")
	}
	if dir := filepath.Dir(path); dir != "." {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, nil, fmt.Errorf("make the database's folder: %w", err)
		}
	}
	if b.Pool <= 0 {
		b.Pool = sqlitePool()
	}
	set := pragmas(2 * b.Pool)
	if serving {
		set = readPragmas(2 * b.Pool)
	}
	connect, err := connectSQLite(path, set)
	if err != nil {
		return nil, nil, err
	}
	if serving {
		connect = keeping{connect}
	}
	if b.Statement > 0 {
		connect = timed{connect, b.Statement}
	}
	db := sql.OpenDB(connect)
	db.SetMaxIdleConns(b.Pool)
	if serving {
		db.SetMaxOpenConns(b.Pool)
	}
	return db, newSQLiteReader(b.Pool, func(ctx context.Context) (sqliteConn, error) {
		return openSQLiteConn(ctx, path, readPragmas(2*b.Pool), b.Statement)
	}), nil
}
