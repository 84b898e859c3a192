// Package aggregate answers how many and how much of a list: figures over all of it, and over its groups.
// What can be counted by what is said in internal/figures.
//
// A list is grouped by one statement. Counts of all nodes of a kind, or of all that one council has, come
// from the figures that are kept at load: they cost a look-up, however many nodes there are.
package aggregate

import (
	"context"
	"fmt"
	"sync"

	"councilgraph/ent"
	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
)

// Set is a list that is aggregated.
type Set struct {
	client *ent.Client
	whole  *relay.Whole
	kind   figures.Kind
	total  func() (int, error) // how many nodes there are in all
}

// Of is the set of the nodes of a whole list.
func Of(ctx context.Context, client *ent.Client, whole *relay.Whole) (*Set, error) {
	kind, ok := figures.ByName(whole.Kind)
	if !ok {
		return nil, fmt.Errorf("lists of %s have no figures", whole.Kind)
	}
	return &Set{client, whole, kind, sync.OnceValues(func() (int, error) { return whole.Count(ctx) })}, nil
}

// Aggregate is the figures over the whole list that the query asks for.
func (s *Set) Aggregate(ctx context.Context) (*Aggregate, error) {
	return s.aggregate(ctx, asked(ctx))
}

// aggregate computes measures over the whole list. Where an index holds the answer, the databases find it only
// if they are asked for nothing else: so the first and the last date are asked for by themselves.
func (s *Set) aggregate(ctx context.Context, want []measure) (*Aggregate, error) {
	a := &Aggregate{}
	var rest []measure
	for _, m := range want {
		switch {
		case m == count:
			n, err := s.total()
			if err != nil {
				return nil, err
			}
			a.set(m, int64(n))
		case len(s.kind.Home) == 0 && (m == dateMin || m == dateMax):
			if err := s.measure(ctx, a, m); err != nil {
				return nil, err
			}
		default:
			kept, err := s.keptDistinct(ctx, m)
			if err != nil {
				return nil, err
			}
			if kept >= 0 {
				a.set(m, kept)
				continue
			}
			rest = append(rest, m)
		}
	}
	if len(rest) == 0 {
		return a, nil
	}
	return a, s.measure(ctx, a, rest...)
}

// measure reads measures of the whole list in one statement.
func (s *Set) measure(ctx context.Context, a *Aggregate, want ...measure) error {
	query, err := s.nodes(ctx, nil, want)
	if err != nil {
		return err
	}
	return s.whole.Read(ctx, query, func(row relay.Scanner) error {
		values := make([]any, len(want))
		if err := row.Scan(into(values)...); err != nil {
			return fmt.Errorf("read figures: %w", err)
		}
		for i, m := range want {
			a.set(m, values[i])
		}
		return nil
	})
}

// into are the places that a row is read into.
func into(values []any) []any {
	out := make([]any, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}
