package database

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"
)

// pragmas hold for every connection, which is why they stand in the address and are not executed once.
var pragmas = []string{
	"foreign_keys(1)", "busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)",
	"temp_store(MEMORY)", "cache_size(-32768)", "mmap_size(268435456)",
}

func openSQLite(path string, statement time.Duration) (*sql.DB, error) {
	if path == "" {
		return nil, errors.New("sqlite: needs a path, as in sqlite:council.db")
	}
	if dir := filepath.Dir(path); dir != "." {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("make the database's folder: %w", err)
		}
	}
	q := url.Values{"_pragma": pragmas, "_txlock": {"immediate"}}
	connect, err := sqlite.NewConnector("file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode())
	if err != nil {
		return nil, err
	}
	if statement > 0 {
		connect = timed{connect, statement}
	}
	return sql.OpenDB(connect), nil
}
