package graph

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/change"
	"councilgraph/ent/resolution"
	"councilgraph/graph/generated"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
	"councilgraph/internal/rows"
)

const (
	maxTypes = 50  // kinds of node that changes(types:) takes
	stepSize = 100 // changes that a stream reads at once

	// mostFailed is how often in a row a stream tries again where there are several servers to read from.
	mostFailed = 5
)

// changes are the changes from now on, of the kinds of node where any are named.
func (r *Resolver) changes(ctx context.Context, types []string) (<-chan *ent.Change, error) {
	if err := nodeKinds(types); err != nil {
		return nil, err
	}
	var only []func(*sql.Selector)
	if len(types) > 0 {
		only = append(only, sql.FieldIn(change.FieldNodeType, types...))
	}
	return stream(ctx, r, only, func(_ context.Context, found []*ent.Change) ([]*ent.Change, error) { return found, nil })
}

// resolutionsPublished are the resolutions that are created from now on and fulfil the condition.
func (r *Resolver) resolutionsPublished(ctx context.Context, where *ent.ResolutionWhereInput) (<-chan *ent.Resolution, error) {
	query := r.Store.Resolution.Query()
	if where != nil {
		if _, err := where.Filter(query); err != nil {
			return nil, err
		}
	}
	created := []func(*sql.Selector){sql.FieldEQ(change.FieldNodeType, ent.TypeResolution), sql.FieldEQ(change.FieldAction, change.ActionCreated)}
	return stream(ctx, r, created, func(ctx context.Context, found []*ent.Change) ([]*ent.Resolution, error) {
		ids := make([]int, len(found))
		for i, c := range found {
			ids[i] = c.NodeID
		}
		return query.Clone().Where(resolution.IDIn(ids...)).Order(resolution.ByID()).All(ctx)
	})
}

// stream gives what the changes from now on lead to, in order, for as long as the context lasts. It reads no
// faster than it is read, so that a slow client keeps nothing waiting but itself.
func stream[T any](ctx context.Context, r *Resolver, only []func(*sql.Selector), read func(context.Context, []*ent.Change) ([]*T, error)) (<-chan *T, error) {
	from, err := r.version(ctx)
	if err != nil {
		return nil, err
	}
	out := make(chan *T)
	go func() {
		defer close(out)
		for seen, failed := from.id, 0; ; {
			to, err := r.feed.wait(ctx, seen)
			if err != nil {
				return // the client has gone, or the server stops
			}
			next, found, err := r.step(ctx, only, seen, to)
			if err == nil && next == seen { // the server that it reads is behind the one that the feed reads
				err = r.feed.pause(ctx)
			}
			var entries []*T
			if err == nil && len(found) > 0 {
				entries, err = read(ctx, found)
			}
			if err != nil && ctx.Err() == nil && rows.PinOf(ctx) != nil && failed < mostFailed {
				failed++ // there are other servers to go on with
				if r.feed.pause(ctx) == nil {
					continue
				}
			}
			if err != nil {
				if ctx.Err() == nil {
					r.feed.log.ErrorContext(ctx, "a stream ends: the changes cannot be read", "request", requestID(ctx), "error", err)
				}
				return
			}
			for _, e := range entries {
				select {
				case out <- e:
				case <-ctx.Done():
					return
				}
			}
			seen, failed = next, 0
		}
	}()
	return out, nil
}

// step reads some changes between two versions, and says up to which version there are no others: never beyond what
// the server holds that it reads.
func (r *Resolver) step(ctx context.Context, only []func(*sql.Selector), seen, to int) (next int, found []*ent.Change, err error) {
	rows.Renew(ctx)
	if rows.PinOf(ctx) != nil { // of several servers
		held, err := r.version(ctx)
		if err != nil {
			return 0, nil, err
		}
		if to = min(to, held.id); to <= seen {
			return seen, nil, nil
		}
	}
	query := r.Store.Change.Query().Where(change.IDGT(seen), change.IDLTE(to))
	for _, p := range only {
		query.Where(p)
	}
	found, err = query.Order(change.ByID()).Limit(stepSize).All(ctx)
	if len(found) == stepSize {
		to = found[stepSize-1].ID
	}
	return to, found, err
}

// nodeKinds refuses names that are no kinds of node.
func nodeKinds(types []string) error {
	if err := relay.Within("types", len(types), maxTypes); err != nil {
		return err
	}
	for _, t := range types {
		if !nodeKind(t) {
			return &model.InputError{Argument: "types", Message: fmt.Sprintf("%q is no kind of node; write one such as Resolution", t)}
		}
	}
	return nil
}

// nodeKind says whether a kind of node of this name can change.
func nodeKind(name string) bool {
	def := generated.NewExecutableSchema(generated.Config{}).Schema().Types[name]
	return def != nil && slices.Contains(def.Interfaces, "Node")
}
