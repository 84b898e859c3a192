package database

import (
	"database/sql"
	"time"

	"councilgraph/internal/rows"
)

// Bounds keep what answers questions from using up the machine or the server of the database.
type Bounds struct {
	// Statement is how long one statement may take; 0 is without end.
	Statement time.Duration
	// Pool is how many connections there may be at a time; 0 is the default of the dialect.
	Pool int
	// Replicas are read in place of the primary; PostgreSQL alone has them. Pool holds for each server.
	Replicas Replicas
}

// reader is a rows.Reader with connections of its own, or a share in those of the client.
type reader interface {
	rows.Reader
	// stats adds what connections there are, beside those of database/sql, to the figures of the store.
	stats(*sql.DBStats)
	close() error
}

// Reader reads the store without database/sql in between, under the same bounds as the client. A statement
// that takes too long fails with context.DeadlineExceeded or, from PostgreSQL, with the state 57014. It holds one
// connection until its functions have seen the last row of the last statement, so they must not read the same store: where
// all connections are held by such functions, each waits for another.
func (d *Database) Reader() rows.Reader { return d.reader }

// Stats are the figures of all connections to the store, those of the client and those of the reader.
func (d *Database) Stats() sql.DBStats {
	s := d.DB.Stats()
	d.reader.stats(&s)
	return s
}
