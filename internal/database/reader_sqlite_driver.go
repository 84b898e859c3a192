//go:build mattn

package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"time"

	"councilgraph/internal/rows"
)

// openSQLiteConn opens a connection of the reader through the driver.
func openSQLiteConn(ctx context.Context, path string, pragmas []string, most time.Duration) (sqliteConn, error) {
	connector, err := connectSQLite(path, pragmas)
	if err != nil {
		return nil, err
	}
	c, err := connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &driverConn{c, most}, nil
}

// driverConn reads through a driver of database/sql, below database/sql.
type driverConn struct {
	conn driver.Conn
	most time.Duration
}

func (c *driverConn) usable() bool {
	v, ok := c.conn.(driver.Validator)
	return !ok || v.IsValid()
}

func (c *driverConn) close() error { return c.conn.Close() }

func (c *driverConn) prepare(ctx context.Context, text string) (sqliteStatement, error) {
	prepare, ok := c.conn.(driver.ConnPrepareContext)
	if !ok {
		return nil, errors.New("the driver of SQLite cannot prepare a statement within a time")
	}
	stmt, err := prepare.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	query, ok := stmt.(driver.StmtQueryContext)
	if !ok {
		return nil, errors.Join(errors.New("the driver of SQLite cannot stop a statement"), stmt.Close())
	}
	return &driverStatement{stmt: stmt, query: query, most: c.most}, nil
}

// driverStatement is a prepared statement with the room for its arguments and for a row, which are used again.
type driverStatement struct {
	stmt  driver.Stmt
	query driver.StmtQueryContext
	most  time.Duration
	args  []driver.NamedValue
	row   driverRow
}

func (s *driverStatement) close() error { return s.stmt.Close() }

// read runs the statement. Its time runs until the last row has been read.
func (s *driverStatement) read(ctx context.Context, args []any, each func(rows.Row) error) error {
	if s.most > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, s.most)
		defer cancel()
	}
	s.args = s.args[:0]
	for i, a := range args {
		v, err := sqliteValue(i, a)
		if err != nil {
			return err
		}
		s.args = append(s.args, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	found, err := s.query.QueryContext(ctx, s.args)
	if err != nil {
		return why(ctx, err)
	}
	s.row.fit(len(found.Columns()))
	for {
		if err = ctx.Err(); err == nil {
			err = found.Next(s.row.values)
		}
		if err != nil {
			break
		}
		if err := each(&s.row); err != nil {
			_ = found.Close() // whoever reads has given up
			return err
		}
	}
	closed := found.Close()
	if errors.Is(err, io.EOF) {
		return closed
	}
	return why(ctx, err)
}

// why is the context's error where that has ended the statement.
func why(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
