package database

import (
	"context"
	"errors"
	"fmt"
)

// silence ends what a server is being asked when it is found not to answer any more: a server that is lost says so at once, one
// that hangs, or that nothing gets through to, says nothing until the time of each request is up.
type silence struct {
	from  context.Context //nolint:containedctx // it is no request's
	begin context.CancelFunc
}

func newSilence() *silence {
	from, begin := context.WithCancel(context.Background())
	return &silence{from, begin}
}

// errSilent is what a question ends with: its time is up, only sooner.
var errSilent = fmt.Errorf("the database server does not answer: %w", context.DeadlineExceeded)

// fellSilent ends what the server is being asked. What it is asked from now on has a silence of its own, and connections of its
// own: nothing may ever come over the others, even once it answers again.
func (s *server) fellSilent() {
	s.silent.Store(true)
	s.silence.Swap(newSilence()).begin()
	s.pool.Reset()
}

// speaks says that a server that had fallen silent can be asked again. Its connections are given up only after some time, and
// until then there may be none for a request.
func (s *server) speaks(ctx context.Context) error {
	if !s.silent.Load() {
		return nil
	}
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	conn.Release()
	s.silent.Store(false)
	return nil
}

// ask does something with the server until it falls silent. What it is asked may be open still: rows are read in the context
// afterwards. Where some were handed over already, the error stays as it is, so that nobody asks for them again.
func (s *server) ask(ctx context.Context, do question) error {
	asked, end := context.WithCancelCause(ctx)
	stop := context.AfterFunc(s.silence.Load().from, func() { end(errSilent) })
	defer stop() // where it panics
	open, err := do(asked, s)
	fell := !stop()
	if !open {
		end(nil)
	}
	if fell && (err != nil && !errors.Is(err, errLate) || err == nil && open) {
		return errSilent
	}
	return err
}
