package load

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"councilgraph/ingest/link"
)

// placing settles what the claims of a batch, and those of earlier pages that have to do with them, are.
type placing struct {
	*batch
	units  map[at]*unit // all that are settled together
	looked map[string]bool
	bodies []bodies // committees as the pages name them
}

// at is a place of a page: the source's id and the root of a unit.
type at struct {
	source int64
	root   string
}

// settlePlaces says which nodes the claims of the batch are. The sources of which a claim is found to be
// another node than before join the batch, and it answers true where there are any.
func (b *batch) settlePlaces(ctx context.Context) (more bool, err error) {
	if b.places == nil {
		b.places = &placing{batch: b, units: map[at]*unit{}, looked: map[string]bool{}}
	}
	p := b.places
	for _, w := range b.ordered() {
		if err := b.claim(ctx, w); err != nil {
			return false, err
		}
	}
	if p.bodies, err = b.readBodies(ctx); err != nil {
		return false, err
	}
	if err := p.gather(ctx); err != nil {
		return false, err
	}
	keys := link.Places(b.council.Slug, p.claims(), Slug)
	changed := map[int64]bool{}
	for where, u := range p.units {
		if b.works[int(where.source)] == nil && !slices.EqualFunc(u.places, u.keys, func(c link.Place, was string) bool { return keys[c.Ref] == was }) {
			changed[where.source] = true
		}
	}
	for _, w := range b.works {
		w.placed(keys)
	}
	for i, body := range p.bodies {
		key := keys[body.ref(i)]
		if body.lowest != key || body.highest != key {
			if err := b.sourcesOfBody(ctx, body, key, changed); err != nil {
				return false, err
			}
		}
	}
	return b.join(ctx, changed)
}

// placed keeps which nodes the claims of the source are.
func (w *work) placed(keys map[link.Ref]string) {
	now := map[string]string{}
	for _, c := range w.places.bodies {
		now[c.At] = keys[c.Ref]
	}
	for _, u := range w.places.units {
		for _, c := range u.places {
			now[c.At] = keys[c.Ref]
		}
	}
	w.places.settled = true
	if !maps.Equal(now, w.places.keys) {
		w.places.keys, w.people = now, nil
	}
}

// claim notes what a source of the batch claims, once.
func (b *batch) claim(ctx context.Context, w *work) error {
	if w.places != nil {
		return nil
	}
	w.places = &placebook{}
	if err := b.readPage(ctx, w); err != nil {
		return err
	}
	if !w.silent {
		state(b.council, w.source, w.page, w.places, &namebook{})
	}
	for i := range w.places.units {
		w.places.units[i].source = int64(w.source.id)
	}
	b.letGo(w)
	return b.claimsBefore(ctx, w)
}

// gather collects the claims that can change what the claims of the batch are.
func (p *placing) gather(ctx context.Context) error {
	aliases := link.Aliases(p.committees(), Slug)
	var todo []string
	look := func(u *unit) {
		for _, id := range link.Also(u.identifiers(), aliases) {
			if !p.looked[id] {
				p.looked[id] = true
				todo = append(todo, id)
			}
		}
	}
	for _, w := range p.works {
		for i := range w.places.units {
			u := &w.places.units[i]
			p.units[at{u.source, u.root}] = u
			look(u)
		}
		for i := range w.claimed {
			look(&w.claimed[i])
		}
	}
	for where := range p.units {
		if w := p.works[int(where.source)]; w != nil && !slices.ContainsFunc(w.places.units, func(u unit) bool { return u.root == where.root }) {
			delete(p.units, where)
		}
	}
	for len(todo) > 0 {
		found, err := p.readUnits(ctx, todo)
		if err != nil {
			return err
		}
		todo = nil
		for i := range found {
			u := &found[i]
			where := at{u.source, u.root}
			if p.units[where] == nil && p.works[int(u.source)] == nil {
				p.units[where] = u
				look(u)
			}
		}
	}
	return nil
}

// identifiers are what a unit can be found by.
func (u *unit) identifiers() []string {
	var out []string
	for _, c := range u.places {
		if c.Kind == link.Committee {
			continue
		}
		var parent link.Place
		for _, o := range u.places {
			if c.Parent != "" && o.At == c.Parent {
				parent = o
			}
		}
		out = append(out, c.Identifiers(parent, Slug)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// committees are the claims of committees by all pages.
func (p *placing) committees() []link.Place {
	var out []link.Place
	for i, b := range p.bodies {
		out = append(out, b.place(i))
	}
	for _, w := range p.works {
		out = append(out, w.places.bodies...)
	}
	return out
}

// claims are all that is settled together.
func (p *placing) claims() []link.Place {
	out := p.committees()
	for _, u := range p.units {
		out = append(out, u.places...)
	}
	return out
}

// join takes earlier sources into the batch, and answers true where there are any.
func (b *batch) join(ctx context.Context, ids map[int64]bool) (bool, error) {
	more := false
	for _, id := range sortedIDs(ids) {
		if b.works[int(id)] != nil {
			continue
		}
		s, err := b.store.tx.Source.Get(ctx, int(id))
		if err != nil {
			return false, fmt.Errorf("find a source that other pages change: %w", err)
		}
		b.work(sourceOf(s), false).row = s
		more = true
	}
	return more, nil
}
