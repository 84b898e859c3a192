//go:build !mattn

package database

import (
	"database/sql/driver"
	"net/url"

	"modernc.org/sqlite"
)

// connectSQLite gives the connections of database/sql, with SQLite translated into Go.
func connectSQLite(path string, pragmas []string) (driver.Connector, error) {
	q := url.Values{"_pragma": pragmas, "_txlock": {"immediate"}}
	return sqlite.NewConnector("file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode())
}
