package rows

import "context"

// Turn is that of who reads rows within a transaction to which something is written at the same time, over the one connection that it has: none is
// until the turn ends, as otherwise each row might wait for a statement.
type Turn struct{ end func() }

type turnKey struct{}

// WithTurn gives whoever reads in the context a turn, to be ended when the rows are closed. Nothing may be asked or written in the
// transaction before that.
func WithTurn(ctx context.Context) (context.Context, *Turn) {
	t := &Turn{}
	return context.WithValue(ctx, turnKey{}, t), t
}

// Begin is for a transaction that is read in the context: it tells what ends the turn, where there is one to be had.
func Begin(ctx context.Context, take, end func()) {
	if t, _ := ctx.Value(turnKey{}).(*Turn); t != nil {
		take()
		t.end = end
	}
}

// End ends the turn, if it began.
func (t *Turn) End() {
	if t.end != nil {
		t.end()
	}
}
