package database

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"modernc.org/sqlite"
)

// pragmas hold for every connection, which is why they stand in the address and are not executed once.
var pragmas = []string{
	"foreign_keys(1)", "busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)",
	"temp_store(MEMORY)", "cache_size(-32768)", "mmap_size(268435456)",
}

// openSQLite gives the connections of the client and, apart from them, those that only read.
func openSQLite(path string, b Bounds) (*sql.DB, *sqliteReader, error) {
	if path == "" {
		return nil, nil, errors.New("sqlite: needs a path, as in sqlite:council.db")
	}
	if dir := filepath.Dir(path); dir != "." {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, nil, fmt.Errorf("make the database's folder: %w", err)
		}
	}
	connect, err := connectSQLite(path, pragmas)
	if err != nil {
		return nil, nil, err
	}
	read, err := connectSQLite(path, append(slices.Clone(pragmas), "query_only(1)"))
	if err != nil {
		return nil, nil, err
	}
	if b.Statement > 0 {
		connect = timed{connect, b.Statement}
	}
	db := sql.OpenDB(connect)
	if b.Pool > 0 {
		db.SetMaxOpenConns(b.Pool)
		db.SetMaxIdleConns(b.Pool)
	}
	return db, newSQLiteReader(read, b), nil
}

func connectSQLite(path string, pragmas []string) (driver.Connector, error) {
	q := url.Values{"_pragma": pragmas, "_txlock": {"immediate"}}
	return sqlite.NewConnector("file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode())
}
