// Package rows is how compiled queries read a store: one statement at a time, its rows as they come, with no value
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
