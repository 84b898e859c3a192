package database

import (
	"context"
	"database/sql/driver"
	"errors"
)

// keptAtMost is how many statements a connection keeps prepared.
const keptAtMost = 200

// keeping gives connections of SQLite that keep the questions prepared that they were asked: preparing one takes about as
// long as answering it where the answer is short.
type keeping struct{ driver.Connector }

// Connect is a new connection.
func (k keeping) Connect(ctx context.Context) (driver.Conn, error) {
	c, err := newSession(ctx, k.Connector)
	if err != nil {
		return nil, err
	}
	return &keepingConn{session: c, kept: map[string]*keptStmt{}}, nil
}

type keepingConn struct {
	session
	kept map[string]*keptStmt
}

// keptStmt is a prepared question, which can be asked again when its answer has been read.
type keptStmt struct {
	driver.Stmt
	driver.StmtQueryContext
	busy bool
}

// QueryContext asks a question by the statement that is kept for it.
func (c *keepingConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s := c.kept[query]
	if s == nil && len(c.kept) < keptAtMost {
		prepared, err := c.PrepareContext(ctx, query)
		if err != nil {
			return nil, err
		}
		asks, ok := prepared.(driver.StmtQueryContext)
		if !ok {
			return nil, errors.Join(errors.New("a statement of SQLite cannot be asked"), prepared.Close())
		}
		s = &keptStmt{Stmt: prepared, StmtQueryContext: asks}
		c.kept[query] = s
	}
	if s == nil || s.busy {
		return c.connection.QueryContext(ctx, query, args)
	}
	rows, err := s.QueryContext(ctx, args)
	if err != nil {
		return nil, err
	}
	s.busy = true
	return &keptRows{rows, s}, nil
}

// keptRows are the answer of a statement that is kept.
type keptRows struct {
	driver.Rows
	of *keptStmt
}

// Close lets the statement be asked again.
func (r *keptRows) Close() error {
	r.of.busy = false
	return r.Rows.Close()
}

// Close closes the connection and what it has kept.
func (c *keepingConn) Close() error {
	var err error
	for _, s := range c.kept {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, c.connection.Close())
}
