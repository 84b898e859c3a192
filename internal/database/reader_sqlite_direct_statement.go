//go:build !mattn

package database

import (
	"context"
	"fmt"
	"time"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"

	"councilgraph/internal/rows"
)

// directStatement is a prepared statement of a directConn.
type directStatement struct {
	c      *directConn
	handle uintptr
	places int // for arguments
	row    directRow
}

func (s *directStatement) close() error {
	sqlite3.Xsqlite3_finalize(s.c.tls, s.handle) // repeats the error of the last run
	return nil
}

// read runs the statement. Its time runs until the last row has been read.
func (s *directStatement) read(ctx context.Context, args []any, each func(rows.Row) error) error {
	c := s.c
	c.ctx = ctx
	if c.most > 0 {
		c.until = time.Now().Add(c.most)
	}
	defer s.rest()
	if err := s.bind(args); err != nil {
		return err
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		switch result := sqlite3.Xsqlite3_step(c.tls, s.handle); result {
		case sqlite3.SQLITE_ROW:
			s.row.columns = sqlite3.Xsqlite3_column_count(c.tls, s.handle)
			if err := each(&s.row); err != nil {
				return err
			}
		case sqlite3.SQLITE_DONE:
			return nil
		default:
			if err := c.ended(); err != nil {
				return err
			}
			return c.fault(result)
		}
	}
}

// rest makes the statement ready for the next run, and lets go of what it read.
func (s *directStatement) rest() {
	sqlite3.Xsqlite3_reset(s.c.tls, s.handle) // repeats the error of the run
	if s.places > 0 {
		sqlite3.Xsqlite3_clear_bindings(s.c.tls, s.handle)
	}
	s.c.ctx = nil
	s.c.texts.empty(s.c.tls)
}

// bind gives the statement its arguments. Texts stay in the connection's arena until it has run.
func (s *directStatement) bind(args []any) error {
	c := s.c
	if len(args) != s.places {
		return fmt.Errorf("a statement with %d places was given %d arguments", s.places, len(args))
	}
	size := 0
	for _, a := range args {
		switch a := a.(type) {
		case string:
			size += len(a)
		case time.Time:
			size += len(time.RFC3339Nano) + 8
		}
	}
	if !c.texts.room(c.tls, size) {
		return errNoMemory
	}
	for i, a := range args {
		v, err := sqliteValue(i, a)
		if err != nil {
			return err
		}
		place := int32(i + 1) //nolint:gosec // SQLite has at most 32,766
		var result int32
		switch v := v.(type) {
		case nil:
			result = sqlite3.Xsqlite3_bind_null(c.tls, s.handle, place)
		case int64:
			result = sqlite3.Xsqlite3_bind_int64(c.tls, s.handle, place, v)
		case float64:
			result = sqlite3.Xsqlite3_bind_double(c.tls, s.handle, place, v)
		case string:
			result = sqlite3.Xsqlite3_bind_text64(c.tls, s.handle, place, c.texts.put(v), uint64(len(v)), sqlite3.SQLITE_STATIC, sqlite3.SQLITE_UTF8)
		}
		if result != sqlite3.SQLITE_OK {
			return fmt.Errorf("argument %d of a statement: %w", i+1, c.fault(result))
		}
	}
	return nil
}

// keptRoom is how many bytes for texts a connection keeps from one run to the next.
const keptRoom = 64 << 10

// arena is memory that SQLite may read, for the texts of one run.
type arena struct {
	start      uintptr
	size, used int
}

// room makes room for so many bytes more; it says whether there is any.
func (a *arena) room(tls *libc.TLS, size int) bool {
	size++ // an empty text has an address too, or it would be null
	if size > a.size {
		a.free(tls)
		if a.start = libc.Xmalloc(tls, libc.Tsize_t(max(size, 1<<10))); a.start == 0 { //nolint:gosec // above 0
			return false
		}
		a.size = max(size, 1<<10)
	}
	a.used = 0
	return true
}

func (a *arena) put(text string) uintptr {
	where := a.start + uintptr(a.used) //nolint:gosec // above 0
	copy(unsafe.Slice((*byte)(at(where)), len(text)), text)
	a.used += len(text)
	return where
}

// empty forgets the texts, and lets go of much room.
func (a *arena) empty(tls *libc.TLS) {
	a.used = 0
	if a.size > keptRoom {
		a.free(tls)
	}
}

func (a *arena) free(tls *libc.TLS) {
	libc.Xfree(tls, a.start)
	*a = arena{}
}
