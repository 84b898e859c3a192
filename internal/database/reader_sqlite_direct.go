//go:build !mattn

package database

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// stepsBetween is how many steps of its machine SQLite takes, some hundred microseconds, until it asks whether to go on.
const stepsBetween = 5000

// directConn speaks to SQLite itself and not to its driver, which copies each text, boxes each value and starts a
// goroutine for each statement that can be cancelled. One goroutine uses it at a time.
type directConn struct {
	tls  *libc.TLS
	db   uintptr
	most time.Duration // for a statement, 0 is without end
	// cells is room for what SQLite gives back by address: a handle and the end of a text.
	cells uintptr
	texts arena
	bad   bool

	// goOn is asked while a statement runs. SQLite has its address, so it must stay.
	goOn func(*libc.TLS, uintptr) int32
	// ctx and until bound the statement that runs.
	ctx   context.Context //nolint:containedctx // SQLite's callback cannot be handed one
	until time.Time
}

// openSQLiteConn opens a connection of the reader.
func openSQLiteConn(_ context.Context, path string, pragmas []string, most time.Duration) (sqliteConn, error) {
	c := &directConn{tls: libc.NewTLS(), most: most}
	if c.cells = libc.Xcalloc(c.tls, 2, libc.Tsize_t(unsafe.Sizeof(uintptr(0)))); c.cells == 0 {
		c.tls.Close()
		return nil, errNoMemory
	}
	name, err := libc.CString("file:" + (&url.URL{Path: path}).EscapedPath())
	if err != nil {
		return nil, errors.Join(err, c.close())
	}
	defer libc.Xfree(c.tls, name)
	// Our pool gives a connection to one goroutine at a time, so that SQLite need not lock it.
	flags := int32(sqlite3.SQLITE_OPEN_READWRITE | sqlite3.SQLITE_OPEN_CREATE | sqlite3.SQLITE_OPEN_NOMUTEX | sqlite3.SQLITE_OPEN_URI)
	result := sqlite3.Xsqlite3_open_v2(c.tls, name, c.cells, flags, 0)
	c.db = *(*uintptr)(at(c.cells))
	if result != sqlite3.SQLITE_OK {
		return nil, errors.Join(c.fault(result), c.close())
	}
	sqlite3.Xsqlite3_extended_result_codes(c.tls, c.db, 1)
	for _, p := range pragmas {
		if err := c.exec("PRAGMA " + p); err != nil {
			return nil, errors.Join(fmt.Errorf("PRAGMA %s: %w", p, err), c.close())
		}
	}
	c.goOn = func(*libc.TLS, uintptr) int32 {
		if c.ended() != nil {
			return 1
		}
		return 0
	}
	sqlite3.Xsqlite3_progress_handler(c.tls, c.db, stepsBetween, *(*uintptr)(unsafe.Pointer(&c.goOn)), 0)
	return c, nil
}

// ended is why the statement that runs must end, nil where it may go on.
func (c *directConn) ended() error {
	if c.ctx == nil { // a statement is being prepared
		return nil
	}
	if err := c.ctx.Err(); err != nil {
		return err
	}
	if c.most > 0 && time.Now().After(c.until) {
		return context.DeadlineExceeded
	}
	return nil
}

func (c *directConn) exec(text string) error {
	s, err := libc.CString(text)
	if err != nil {
		return err
	}
	defer libc.Xfree(c.tls, s)
	if result := sqlite3.Xsqlite3_exec(c.tls, c.db, s, 0, 0, 0); result != sqlite3.SQLITE_OK {
		return c.fault(result)
	}
	return nil
}

func (c *directConn) prepare(ctx context.Context, text string) (sqliteStatement, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s, err := libc.CString(text)
	if err != nil {
		return nil, err
	}
	defer libc.Xfree(c.tls, s)
	end := c.cells + unsafe.Sizeof(uintptr(0))
	result := sqlite3.Xsqlite3_prepare_v3(c.tls, c.db, s, int32(len(text)+1), sqlite3.SQLITE_PREPARE_PERSISTENT, c.cells, end) //nolint:gosec // no statement is that long
	if result != sqlite3.SQLITE_OK {
		return nil, c.fault(result)
	}
	prepared := &directStatement{c: c, handle: *(*uintptr)(at(c.cells))}
	rest := text[*(*uintptr)(at(end))-s:]
	if prepared.handle == 0 || !blank(rest) {
		return nil, errors.Join(errors.New("a text must hold one statement"), prepared.close())
	}
	prepared.places = int(sqlite3.Xsqlite3_bind_parameter_count(c.tls, prepared.handle))
	prepared.row = directRow{tls: c.tls, handle: prepared.handle}
	return prepared, nil
}

func (c *directConn) usable() bool { return !c.bad }

func (c *directConn) close() error {
	var err error
	if result := sqlite3.Xsqlite3_close_v2(c.tls, c.db); result != sqlite3.SQLITE_OK {
		err = c.fault(result)
	}
	c.texts.free(c.tls)
	libc.Xfree(c.tls, c.cells)
	c.tls.Close()
	return err
}

// fault is what SQLite says of its last failure.
func (c *directConn) fault(result int32) error {
	switch result & 0xff {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_CANTOPEN:
		c.bad = true // another connection may do better
	}
	if c.db == 0 {
		return errNoMemory
	}
	return fmt.Errorf("SQLite: %s (%d)", libc.GoString(sqlite3.Xsqlite3_errmsg(c.tls, c.db)), result)
}

var errNoMemory = errors.New("SQLite: out of memory")

// at is the memory at an address that SQLite gave, which the collector of garbage does not know.
func at(address uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&address)) }

// blank says whether nothing but space and a semicolon is left of a text.
func blank(rest string) bool {
	for _, r := range rest {
		switch r {
		case ' ', '\t', '\r', '\n', ';':
		default:
			return false
		}
	}
	return true
}
