package database

import (
	"context"
	"database/sql/driver"
	"errors"
)

// connection is what database/sql looks for in a connection, and the driver of SQLite has.
type connection interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
}

// session is a connection of SQLite to which something is added: it passes on what the driver may have or not.
type session struct{ connection }

// newSession is a new connection to which something can be added.
func newSession(ctx context.Context, by driver.Connector) (session, error) {
	c, err := by.Connect(ctx)
	if err != nil {
		return session{}, err
	}
	whole, ok := c.(connection)
	if !ok {
		return session{}, errors.Join(errors.New("the driver of SQLite cannot stop or prepare a question"), c.Close())
	}
	return session{whole}, nil
}

// ResetSession makes the connection ready for the next who uses it, where the driver has something to do for that.
func (s session) ResetSession(ctx context.Context) error {
	if r, ok := s.connection.(driver.SessionResetter); ok {
		return r.ResetSession(ctx)
	}
	return nil
}

// IsValid says whether the connection is still good.
func (s session) IsValid() bool {
	v, ok := s.connection.(driver.Validator)
	return !ok || v.IsValid()
}
