//go:build mattn

package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"

	"github.com/mattn/go-sqlite3"
)

// connectSQLite gives the connections of database/sql, with SQLite in C.
func connectSQLite(path string, pragmas []string) (driver.Connector, error) {
	return &mattn{
		address: "file:" + (&url.URL{Path: path}).EscapedPath() + "?_txlock=immediate&_busy_timeout=10000",
		driver: &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
			for _, p := range pragmas {
				if _, err := c.ExecContext(context.Background(), "PRAGMA "+p, nil); err != nil {
					return fmt.Errorf("PRAGMA %s: %w", p, err)
				}
			}
			return nil
		}},
	}, nil
}

type mattn struct {
	address string
	driver  *sqlite3.SQLiteDriver
}

// Connect is a new connection.
func (m *mattn) Connect(ctx context.Context) (driver.Conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c, err := m.driver.Open(m.address)
	if err != nil {
		return nil, errors.Join(errors.New("open SQLite"), err)
	}
	return c, nil
}

// Driver is the driver.
func (m *mattn) Driver() driver.Driver { return m.driver }
