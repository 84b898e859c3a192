package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"time"
)

// timed gives connections of SQLite, which has no bound for a statement of its own, one for questions.
type timed struct {
	driver.Connector
	most time.Duration
}

// Connect is a new connection.
func (t timed) Connect(ctx context.Context) (driver.Conn, error) {
	c, err := t.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	whole, ok := c.(connection)
	if !ok {
		return nil, errors.Join(errors.New("the driver of SQLite cannot stop a question"), c.Close())
	}
	return &timedConn{whole, t.most}, nil
}

// connection is what database/sql looks for in a connection, and the driver has.
type connection interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
}

type timedConn struct {
	connection
	most time.Duration
}

// ResetSession makes the connection ready for the next who uses it, where the driver has something to do for that.
func (c *timedConn) ResetSession(ctx context.Context) error {
	if r, ok := c.connection.(driver.SessionResetter); ok {
		return r.ResetSession(ctx)
	}
	return nil
}

// IsValid says whether the connection is still good.
func (c *timedConn) IsValid() bool {
	v, ok := c.connection.(driver.Validator)
	return !ok || v.IsValid()
}

// QueryContext asks a question. Its time runs until the last row has been read.
func (c *timedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, c.most)
	rows, err := c.connection.QueryContext(ctx, query, args)
	if err != nil {
		cancel()
		return nil, err
	}
	return &timedRows{rows, ctx, cancel}, nil
}

type timedRows struct {
	driver.Rows
	ctx    context.Context //nolint:containedctx // the time of the question that the rows answer
	cancel context.CancelFunc
}

// Next reads a row, unless the time is up.
func (r *timedRows) Next(into []driver.Value) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	err := r.Rows.Next(into)
	if err != nil && !errors.Is(err, io.EOF) && r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	return err
}

// Close ends the question.
func (r *timedRows) Close() error {
	r.cancel()
	return r.Rows.Close()
}
