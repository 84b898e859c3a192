package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/address"
	"councilgraph/ent/content"
	"councilgraph/ent/council"
	"councilgraph/ent/redirect"
	"councilgraph/ent/source"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// node is the node with the id, nil where there is none.
func (r *Resolver) node(ctx context.Context, id int) (ent.Noder, error) {
	found, err := r.nodes(ctx, []int{id})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// nodes are the nodes with the ids, nil in the place of an id that leads nowhere.
func (r *Resolver) nodes(ctx context.Context, ids []int) ([]ent.Noder, error) {
	if err := relay.Within("ids", len(ids), relay.MaxNodes); err != nil {
		return nil, err
	}
	found, err := r.Store.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	var lost []int
	for i, n := range found {
		if n == nil {
			lost = append(lost, ids[i])
		}
	}
	if len(lost) == 0 {
		return found, nil
	}
	return found, r.merged(ctx, ids, lost, found)
}

// merged puts in the place of the lost nodes those that they were merged into.
func (r *Resolver) merged(ctx context.Context, ids, lost []int, found []ent.Noder) error {
	rows, err := r.Store.Redirect.Query().Where(redirect.FromIDIn(lost...)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		survivor, err := r.Store.Nodes(ctx, []int{row.ToID})
		if err != nil {
			return err
		}
		for i, id := range ids {
			if id == row.FromID {
				found[i] = survivor[0]
			}
		}
	}
	return nil
}

func (r *Resolver) council(ctx context.Context, slug, gssCode *string) (*ent.Council, error) {
	query := r.Store.Council.Query()
	switch {
	case slug != nil && gssCode == nil:
		query.Where(council.Slug(*slug))
	case slug == nil && gssCode != nil:
		query.Where(council.GssCode(*gssCode))
	default:
		return nil, &model.InputError{Argument: "slug, gssCode", Message: "pass exactly one of slug and gssCode"}
	}
	return orNil(query.Only(ctx))
}

func (r *Resolver) resource(ctx context.Context, uri string) (ent.Noder, error) {
	uri, err := model.UnmarshalURI(uri)
	if err != nil {
		return nil, err
	}
	at, err := orNil(r.Store.Address.Query().Where(address.URI(uri)).Only(ctx))
	if at == nil || err != nil {
		return nil, err
	}
	return r.node(ctx, at.NodeID)
}

func (r *Resolver) source(ctx context.Context, url string) (*ent.Source, error) {
	newest := func(s *sql.Selector) {
		s.OrderBy(sql.Asc(s.C(source.FieldSuperseded)), sql.Desc(s.C(source.FieldFetchedAtDesc)), sql.Desc(s.C(source.FieldSha256)))
	}
	return orNil(r.Store.Source.Query().Where(source.URL(r.CanonicalURL(url))).Order(newest).First(ctx))
}

func (r *Resolver) text(ctx context.Context, s *ent.Source) (string, error) {
	return relay.Load(ctx, "Source.text", s.Sha256, func(ctx context.Context, sums []string) (map[string]string, error) {
		rows, err := r.Store.Content.Query().Where(content.Sha256In(sums...)).Select(content.FieldSha256, content.FieldText).All(ctx)
		texts := make(map[string]string, len(rows))
		for _, row := range rows {
			texts[row.Sha256] = row.Text
		}
		return texts, err
	})
}

// orNil turns "not found" into nil, which is how the API says that there is none.
func orNil[T any](found *T, err error) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, err
}
