package rows

import "context"

// Pin is the server of a store with several that a context reads from.
type Pin interface {
	// Renew moves it to another server where its own is no longer good.
	Renew()
}

type pinKey struct{}

// WithPin pins what is read in the context.
func WithPin(ctx context.Context, p Pin) context.Context { return context.WithValue(ctx, pinKey{}, p) }

// PinOf is the pin of the context, nil where it has none.
func PinOf(ctx context.Context) Pin {
	p, _ := ctx.Value(pinKey{}).(Pin)
	return p
}

// Renew is for who begins anew within a context, as a stream does before each of its steps: what is read from then on may
// come from another server than what was read before, and be older.
func Renew(ctx context.Context) {
	if p := PinOf(ctx); p != nil {
		p.Renew()
	}
}
