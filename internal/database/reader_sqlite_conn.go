package database

import (
	"container/list"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"time"

	"councilgraph/internal/rows"
)

// mostStatements is how many statements a connection keeps prepared. One takes some ten kilobytes.
const mostStatements = 128

// sqliteConn is a connection with the statements that it keeps, those that were used last in front.
type sqliteConn struct {
	conn   driver.Conn
	known  map[string]*list.Element // of *sqliteStatement
	recent *list.List
}

func newSQLiteConn(c driver.Conn) *sqliteConn {
	return &sqliteConn{conn: c, known: map[string]*list.Element{}, recent: list.New()}
}

func (c *sqliteConn) usable() bool {
	v, ok := c.conn.(driver.Validator)
	return !ok || v.IsValid()
}

func (c *sqliteConn) close() error {
	var err error
	for e := c.recent.Front(); e != nil; e = e.Next() {
		err = errors.Join(err, e.Value.(*sqliteStatement).stmt.Close())
	}
	return errors.Join(err, c.conn.Close())
}

// statement is the prepared statement of a text.
func (c *sqliteConn) statement(ctx context.Context, text string) (*sqliteStatement, error) {
	if e, ok := c.known[text]; ok {
		c.recent.MoveToFront(e)
		return e.Value.(*sqliteStatement), nil
	}
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
	if c.recent.Len() >= mostStatements {
		if err := c.forget(c.recent.Back()); err != nil {
			return nil, errors.Join(err, stmt.Close())
		}
	}
	s := &sqliteStatement{text: text, stmt: stmt, query: query}
	c.known[text] = c.recent.PushFront(s)
	return s, nil
}

func (c *sqliteConn) forget(e *list.Element) error {
	s := c.recent.Remove(e).(*sqliteStatement)
	delete(c.known, s.text)
	return s.stmt.Close()
}

// read runs a statement. Its time runs until the last row has been read.
func (c *sqliteConn) read(ctx context.Context, text string, args []any, each func(rows.Row) error) error {
	s, err := c.statement(ctx, text)
	if err != nil {
		return ended(ctx, err)
	}
	if err := s.bind(args); err != nil {
		return err
	}
	found, err := s.query.QueryContext(ctx, s.args)
	if err != nil {
		return ended(ctx, err)
	}
	s.size(len(found.Columns()))
	for {
		err = ctx.Err()
		if err == nil {
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
	return ended(ctx, err)
}

// ended is the context's error where that has ended the statement.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// sqliteStatement is a prepared statement with the room for its arguments and for a row, which are used again.
type sqliteStatement struct {
	text  string
	stmt  driver.Stmt
	query driver.StmtQueryContext
	args  []driver.NamedValue
	row   sqliteRow
}

// bind makes arguments what a driver takes.
func (s *sqliteStatement) bind(args []any) error {
	s.args = s.args[:0]
	for i, a := range args {
		var v driver.Value
		switch a := a.(type) {
		case nil, int64, float64, string, []byte:
			v = a
		case int:
			v = int64(a)
		case bool: // as ent stores it
			v = int64(0)
			if a {
				v = int64(1)
			}
		case time.Time: // as all times of the graph are kept
			v = a.UTC().Format(time.RFC3339Nano)
		default:
			return fmt.Errorf("argument %d of a statement is a %T, which SQLite does not take", i+1, a)
		}
		s.args = append(s.args, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	return nil
}

// size makes room for a row of so many columns.
func (s *sqliteStatement) size(columns int) {
	if len(s.row.values) != columns {
		s.row.values = make([]driver.Value, columns)
	}
}
