package database

import (
	"container/list"
	"context"
	"errors"

	"councilgraph/internal/rows"
)

// mostStatements is how many statements a connection keeps prepared. One takes some ten kilobytes.
const mostStatements = 128

// sqliteConn is a connection of the reader, in the words of whichever SQLite is built in.
type sqliteConn interface {
	prepare(ctx context.Context, text string) (sqliteStatement, error)
	// usable says whether it is still good after a statement failed.
	usable() bool
	close() error
}

// sqliteStatement is a prepared statement.
type sqliteStatement interface {
	// read runs it once, within the time that a statement may take.
	read(ctx context.Context, args []any, each func(rows.Row) error) error
	close() error
}

// sqliteSession is a connection with the statements that it keeps, those that were used last in front.
type sqliteSession struct {
	conn   sqliteConn
	known  map[string]*list.Element // of kept
	recent *list.List
	lost   bool // it may stand within a transaction
}

type kept struct {
	text string
	sqliteStatement
}

func newSQLiteSession(c sqliteConn) *sqliteSession {
	return &sqliteSession{conn: c, known: map[string]*list.Element{}, recent: list.New()}
}

func (s *sqliteSession) close() error {
	var err error
	for e := s.recent.Front(); e != nil; e = e.Next() {
		err = errors.Join(err, e.Value.(kept).close())
	}
	return errors.Join(err, s.conn.close())
}

// statement is the prepared statement of a text.
func (s *sqliteSession) statement(ctx context.Context, text string) (sqliteStatement, error) {
	if e, ok := s.known[text]; ok {
		s.recent.MoveToFront(e)
		return e.Value.(kept), nil
	}
	prepared, err := s.conn.prepare(ctx, text)
	if err != nil {
		return nil, err
	}
	if s.recent.Len() >= mostStatements {
		oldest := s.recent.Remove(s.recent.Back()).(kept)
		delete(s.known, oldest.text)
		if err := oldest.close(); err != nil {
			return nil, errors.Join(err, prepared.close())
		}
	}
	s.known[text] = s.recent.PushFront(kept{text, prepared})
	return prepared, nil
}

func (s *sqliteSession) read(ctx context.Context, text string, args []any, each func(rows.Row) error) error {
	statement, err := s.statement(ctx, text)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return err
	}
	return statement.read(ctx, args, each)
}

// together reads in one transaction: to begin to read takes longer than a short statement. Where it does not end as it
// should, by a panic too, the session is not used again.
func (s *sqliteSession) together(ctx context.Context, read func() error) error {
	none := func(rows.Row) error { return nil }
	s.lost = true
	if err := s.read(ctx, "BEGIN", nil, none); err != nil {
		return err
	}
	err := read()
	ended := s.read(context.WithoutCancel(ctx), "COMMIT", nil, none)
	s.lost = ended != nil
	if err == nil {
		err = ended
	}
	return err
}

// usable says whether it can be used again.
func (s *sqliteSession) usable() bool { return !s.lost && s.conn.usable() }
