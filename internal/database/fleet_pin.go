package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5/pgconn"

	"councilgraph/internal/rows"
)

// pin is the server that a request reads.
type pin struct {
	fleet *fleet

	mu     sync.Mutex
	server *server // nil where none answers
	// used says that something was read from it: what is read from another could be older.
	used bool
}

// Renew moves the pin where its server is no longer read; see rows.Renew.
func (p *pin) Renew() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.used = false
	if p.server == nil || !p.server.fit.Load() {
		p.server = p.fleet.pick()
	}
}

// Pin makes all that is read in the context come from one server, so that what it is told of the version of the data
// holds for the data. A store of one server needs no pins.
func (d *Database) Pin(ctx context.Context) context.Context {
	if d.fleet == nil {
		return ctx
	}
	return rows.WithPin(ctx, &pin{fleet: d.fleet, server: d.fleet.pick()})
}

// question is what a server is asked. It is open where rows of the answer are read afterwards, in the same context.
type question func(context.Context, *server) (open bool, err error)

// run does something with the server of the context. Where that is lost, or falls silent, before it has answered anything, it
// is done again with another, once. What has been answered something goes on waiting: another server could not go on with it.
func (f *fleet) run(ctx context.Context, do question) error {
	p, ok := rows.PinOf(ctx).(*pin)
	if !ok || p.fleet != f {
		p = &pin{fleet: f, server: f.pick()}
	}
	p.mu.Lock()
	s, used := p.server, p.used
	p.mu.Unlock()
	if s == nil {
		return errNoServer
	}
	var err error
	if used {
		_, err = do(ctx, s)
	} else {
		err = s.ask(ctx, do)
	}
	if err == nil {
		p.mu.Lock()
		p.used = p.used || p.server == s
		p.mu.Unlock()
		return nil
	}
	if ctx.Err() != nil || !gone(err) {
		return err
	}
	f.leave(s, err)
	next := p.move(s)
	if next == nil {
		return err
	}
	err = next.ask(ctx, do)
	if err != nil && ctx.Err() == nil && gone(err) {
		f.leave(next, err)
	}
	return err
}

// move is the server to go on with after one was lost, nil where the request cannot go on. Of several statements of a
// request that lost it at a time, the first chooses.
func (p *pin) move(lost *server) *server {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.server == lost {
		if p.used {
			return nil
		}
		p.server = p.fleet.pick()
	}
	if p.server == lost {
		return nil
	}
	p.used = p.server != nil // by the one that goes on with it
	return p.server
}

// gone says whether an error means that the server, and not the statement, is at fault.
func gone(err error) bool {
	if errors.Is(err, errSilent) {
		return true
	}
	var said *pgconn.PgError
	if errors.As(err, &said) {
		// 57P0x: it stops, crashed or starts; 08xxx: the connection broke; 53300: it takes no more connections.
		return strings.HasPrefix(said.Code, "57P0") || strings.HasPrefix(said.Code, "08") || said.Code == "53300"
	}
	var connect *pgconn.ConnectError
	if errors.As(err, &connect) {
		return true
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return false // a statement took too long
	}
	var network net.Error
	return errors.As(err, &network) || pgconn.SafeToRetry(err) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed)
}
