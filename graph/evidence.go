package graph

import (
	"context"

	"councilgraph/ent"
	"councilgraph/internal/relay"
)

// subject is the node that a statement speaks of, nil where it has gone.
func (r *Resolver) subject(ctx context.Context, of *ent.Evidence) (ent.Noder, error) {
	return r.known(ctx, of.SubjectID)
}

// known is the node with an id that the store itself has, nil where it has gone. Many are read together.
func (r *Resolver) known(ctx context.Context, id int) (ent.Noder, error) {
	return relay.Load(ctx, "node", id, func(ctx context.Context, ids []int) (map[int]ent.Noder, error) {
		found, err := r.Store.Nodes(ctx, ids)
		if err != nil {
			return nil, err
		}
		out := make(map[int]ent.Noder, len(ids))
		for i, id := range ids {
			if found[i] != nil {
				out[id] = found[i]
			}
		}
		return out, nil
	})
}
