package database

import (
	"context"
	"errors"
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

// errSilent is what a question ends with.
var errSilent = errors.New("the database server does not answer")

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

// ask does something with the server until it falls silent; the context may outlast it, for rows that are read afterwards.
func (s *server) ask(ctx context.Context, do func(context.Context, *server) error) error {
	asked, end := context.WithCancelCause(ctx)
	stop := context.AfterFunc(s.silence.Load().from, func() { end(errSilent) })
	defer stop()
	err := do(asked, s)
	if err != nil && errors.Is(context.Cause(asked), errSilent) {
		return errSilent
	}
	return err
}
