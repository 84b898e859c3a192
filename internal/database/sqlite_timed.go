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
	c, err := newSession(ctx, t.Connector)
	if err != nil {
		return nil, err
	}
	return &timedConn{c, t.most}, nil
}

type timedConn struct {
	session
	most time.Duration
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
