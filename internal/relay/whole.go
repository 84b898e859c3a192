package relay

import (
	"context"

	"entgo.io/ent/dialect/sql"
)

// Whole is the whole list behind a page: what totals, aggregates and groups are computed over.
type Whole struct {
	// Kind is the kind of its nodes, such as Resolution.
	Kind string
	// Dialect is the store's.
	Dialect string
	// Complete says that the list holds all nodes of its kind, or all that one council has: what is kept
	// at load then answers for it.
	Complete bool
	// Council is the id of that council, 0 for all.
	Council int
	// Query is a new query of the list's rows, in no order, to be joined, narrowed and grouped.
	Query func(context.Context) (*sql.Selector, error)
	// Asked is Query for the filter as it was asked for, where Query goes by one that says the same in another way, such as by the ids of
	// councils instead of their names: what a cursor belongs to goes by it. Nil where they are the same.
	Asked func(context.Context) (*sql.Selector, error)
	// Read runs a query and hands its rows over one by one.
	Read func(ctx context.Context, query sql.Querier, each func(Scanner) error) error
	// Count is how many nodes the list holds.
	Count func(context.Context) (int, error)
}

// Fails is the list of a filter that cannot be read: whatever is asked of it gives the error.
func (w *Whole) Fails(err error) *Whole {
	w.Count = func(context.Context) (int, error) { return 0, err }
	w.Query = func(context.Context) (*sql.Selector, error) { return nil, err }
	return w
}

// Scanner is a row that can be read.
type Scanner interface{ Scan(into ...any) error }
