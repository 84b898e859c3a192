//go:build !mattn

package database

import (
	"time"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// directRow is the row at which a statement stands. Values are read from SQLite's own memory.
type directRow struct {
	tls     *libc.TLS
	handle  uintptr
	columns int32
}

// kind is the type of the value; of a column that is not there it is that of null.
func (r *directRow) kind(i int) int32 { return sqlite3.Xsqlite3_column_type(r.tls, r.handle, r.at(i)) }

// at is the column's number for SQLite. A column too many is a fault of who asks, as with a slice.
func (r *directRow) at(i int) int32 {
	if uint(i) >= uint(r.columns) { //nolint:gosec // a number below 0 is too large then
		panic("a row was asked for a column that it has not")
	}
	return int32(i) //nolint:gosec // bounded
}

func (r *directRow) Null(i int) bool { return r.kind(i) == sqlite3.SQLITE_NULL }

func (r *directRow) Int(i int) int64 {
	if r.kind(i) != sqlite3.SQLITE_INTEGER {
		return 0
	}
	return sqlite3.Xsqlite3_column_int64(r.tls, r.handle, r.at(i))
}

func (r *directRow) Float(i int) float64 {
	switch r.kind(i) {
	case sqlite3.SQLITE_INTEGER, sqlite3.SQLITE_FLOAT: // a sum can be either
		return sqlite3.Xsqlite3_column_double(r.tls, r.handle, r.at(i))
	}
	return 0
}

func (r *directRow) Bool(i int) bool { return r.Int(i) != 0 }

func (r *directRow) Text(i int) []byte {
	var start uintptr
	switch r.kind(i) {
	case sqlite3.SQLITE_TEXT:
		start = sqlite3.Xsqlite3_column_text(r.tls, r.handle, r.at(i))
	case sqlite3.SQLITE_BLOB:
		start = sqlite3.Xsqlite3_column_blob(r.tls, r.handle, r.at(i))
	default:
		return nil
	}
	size := sqlite3.Xsqlite3_column_bytes(r.tls, r.handle, r.at(i))
	if start == 0 || size == 0 {
		return []byte{}
	}
	return unsafe.Slice((*byte)(at(start)), size)
}

func (r *directRow) Time(i int) time.Time { return parsed(r.Text(i)) }
