package load

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"councilgraph/ent"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// batch is one transaction: the pages of one council that are taken in together, and the earlier ones of
// which they change what is known.
type batch struct {
	*writer
	council *ent.Council
	works   map[int]*work // by the source's id
}

// work is one source that is stated again.
type work struct {
	source *source
	page   *record.Page
	asked  bool // taken in by this batch, and not only touched by others
	fresh  bool // not in the store before
	silent bool // a newer version of the page speaks instead
}

// work is the source's place in the batch.
func (b *batch) work(src *source, fresh bool) *work {
	w, known := b.works[src.id]
	if !known {
		w = &work{fresh: fresh}
		b.works[src.id] = w
	}
	w.source = src
	return w
}

// ordered are the sources of the batch in the order in which they came into the store.
func (b *batch) ordered() []*work {
	return slices.SortedFunc(maps.Values(b.works), func(x, y *work) int { return cmp.Compare(x.source.id, y.source.id) })
}

// load states every source of the batch and settles the nodes of which they speak.
func (b *batch) load(ctx context.Context) error {
	var said restated
	for _, w := range b.ordered() {
		statements, err := b.state(ctx, w)
		if err != nil {
			return err
		}
		if err := b.restate(ctx, w, statements, &said); err != nil {
			return err
		}
	}
	settled, err := b.settle(ctx, &said)
	if err != nil {
		return err
	}
	if err := b.insertEvidence(ctx, said.fresh, settled.ids); err != nil {
		return err
	}
	if err := b.delete(ctx, settled.gone); err != nil {
		return err
	}
	return b.writeChanges(ctx)
}

// state is what a source says, nothing where a newer version of its page speaks.
func (b *batch) state(ctx context.Context, w *work) ([]statement, error) {
	if w.silent {
		return nil, nil
	}
	people := link.FromPage(w.page)
	ids, err := identify(ctx, b.store.tx, b.council.Slug, people, w.page)
	if err != nil {
		return nil, err
	}
	return state(b.council.Slug, b.council.RegisterCode, w.source.sha256, w.page, people, ids), nil
}
