// Package turn is for a transaction to which something is written while somebody reads in it, over the one connection that it has:
// whoever reads has a turn in which nothing is written, as otherwise each row might wait for a statement.
package turn

import "context"

// Turn is that of one who reads.
type Turn struct{ end func() }

type key struct{}

// With gives whoever reads rows in the context a turn, to be ended when they are closed. Nothing may be asked or written in
// the transaction before that: it would wait for itself.
func With(ctx context.Context) (context.Context, *Turn) {
	t := &Turn{}
	return context.WithValue(ctx, key{}, t), t
}

// Begin is for a transaction that is read in the context: where there is a turn to be had it is taken, and ended by the other function.
func Begin(ctx context.Context, take, end func()) {
	if t, _ := ctx.Value(key{}).(*Turn); t != nil {
		take()
		t.end = end
	}
}

// End ends the turn, if it began and has not ended.
func (t *Turn) End() {
	if end := t.end; end != nil {
		t.end = nil
		end()
	}
}
