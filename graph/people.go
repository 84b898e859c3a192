package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/mention"
	"councilgraph/ent/person"
	"councilgraph/ent/source"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// says is what a page says of somebody, as the store keeps it.
type says struct{ Name, Role string }

// answer is who somebody on a page is found to be, as the store keeps it. Because are the namings that
// decided it.
type answer struct {
	Rule    string
	Because []string
}

// resolvedBy is how it was settled whom a naming means, nil where it leads to nobody.
func (r *Resolver) resolvedBy(ctx context.Context, person *int, naming *string) (*model.ResolvedBy, error) {
	if person == nil || naming == nil {
		return nil, nil
	}
	m, err := r.mention(ctx, *naming)
	if m == nil || err != nil {
		return nil, err
	}
	var a answer
	if err := json.Unmarshal([]byte(m.Answer), &a); err != nil {
		return nil, fmt.Errorf("read the answer to %s: %w", *naming, err)
	}
	out := &model.ResolvedBy{Rule: model.LinkRule(strings.ToUpper(strings.ReplaceAll(a.Rule, "-", "_"))), Evidence: []*model.Naming{}}
	for _, because := range a.Because {
		n, err := r.naming(ctx, because)
		if err != nil {
			return nil, err
		}
		if n != nil {
			out.Evidence = append(out.Evidence, n)
		}
	}
	return out, nil
}

// naming is what a page says of somebody, and where; nil where no page says so any longer.
func (r *Resolver) naming(ctx context.Context, name string) (*model.Naming, error) {
	m, err := r.mention(ctx, name)
	if m == nil || err != nil {
		return nil, err
	}
	var said says
	if err := json.Unmarshal([]byte(m.Says), &said); err != nil {
		return nil, fmt.Errorf("read the naming %s: %w", name, err)
	}
	from, err := relay.Load(ctx, "Naming.source", m.SourceID, r.sources)
	if from == nil || err != nil {
		return nil, err
	}
	text, err := r.text(ctx, from)
	if err != nil {
		return nil, err
	}
	runes := []rune(text)
	start, end := min(m.Start, len(runes)), min(m.End, len(runes))
	return &model.Naming{
		Name: orNull(said.Name), Role: orNull(said.Role), Source: from, Quote: string(runes[start:end]), Start: start, End: end,
	}, nil
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (r *Resolver) mention(ctx context.Context, naming string) (*ent.Mention, error) {
	return relay.Load(ctx, "mention", naming, func(ctx context.Context, names []string) (map[string]*ent.Mention, error) {
		rows, err := r.Store.Mention.Query().Where(mention.NamingIn(names...)).All(ctx)
		out := make(map[string]*ent.Mention, len(rows))
		for _, row := range rows { // one for each family; they say the same
			out[row.Naming] = row
		}
		return out, err
	})
}

func (r *Resolver) sources(ctx context.Context, ids []int) (map[int]*ent.Source, error) {
	rows, err := r.Store.Source.Query().Where(source.IDIn(ids...)).All(ctx)
	out := make(map[int]*ent.Source, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, err
}

// candidates are the people with these keys, which blanks part, by name.
func (r *Resolver) candidates(ctx context.Context, keys *string) ([]*ent.Person, error) {
	out := []*ent.Person{}
	if keys == nil {
		return out, nil
	}
	for _, key := range strings.Fields(*keys) {
		p, err := relay.Load(ctx, "Person by key", key, func(ctx context.Context, keys []string) (map[string]*ent.Person, error) {
			rows, err := r.Store.Person.Query().Where(person.KeyIn(keys...)).All(ctx)
			out := make(map[string]*ent.Person, len(rows))
			for _, row := range rows {
				out[row.Key] = row
			}
			return out, err
		})
		if err != nil {
			return nil, err
		}
		if p != nil {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b *ent.Person) int {
		return cmp.Or(cmp.Compare(a.NameSort, b.NameSort), cmp.Compare(a.Key, b.Key))
	})
	return out, nil
}
