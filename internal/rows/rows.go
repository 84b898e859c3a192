// Package rows is how compiled queries read a store: statements by their text, their rows as they come, with no value
// boxed on the way.
package rows

import (
	"context"
	"time"
)

// Reader runs statements that only read.
type Reader interface {
	// Dialect is dialect.SQLite or dialect.Postgres.
	Dialect() string
	// Read runs a statement and hands its rows over one by one, in the order in which they come. It ends at the
	// first error of the function, which it gives back as it is. The arguments are int, int64, float64, bool,
	// string, time.Time, nil and, for PostgreSQL, []int64 and []string.
	Read(ctx context.Context, statement string, args []any, each func(Row) error) error
	// ReadAll runs statements one after the other, as Read does each, over one connection. A server is sent all of them
	// before it has answered the first. SQLite shows all of them one state of the data, PostgreSQL shows each what was
	// committed before it.
	ReadAll(ctx context.Context, all []Statement) error
	// ReadEach runs a statement once for each id, which is its first argument; args are those after it. It is for stores
	// in the same process: for one that is not, each run is a statement more.
	ReadEach(ctx context.Context, statement string, ids []int64, args []any, each func(id int64, r Row) error) error
}

// Statement is a statement with its arguments, and the function that its rows are handed over to.
type Statement struct {
	Text string
	Args []any
	Each func(Row) error
}

// Beside is what the rows of a statement can go on with: columns of the node that one of their own leads to.
type Beside struct {
	Column  int    // the one that leads to the node; null or 0 where there is none
	Table   string // where the node stands, as SQL, which the columns name c0
	Columns string // as SQL, one or more
}

// Row is one row. Its columns are counted from 0; it and its texts are valid only until the function that was
// handed the row returns. A value that is asked for as what it is not, or that is null, is the zero value.
type Row interface {
	Null(column int) bool
	Int(column int) int64
	Float(column int) float64
	Bool(column int) bool
	Text(column int) []byte
	Time(column int) time.Time
}
