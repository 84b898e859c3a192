package load

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"councilgraph/ent"
	"councilgraph/ingest/record"
)

// batch is one transaction, or a council's part of one: the pages of a council that are taken in together, and the earlier ones of
// which they change what is known.
type batch struct {
	*writer
	council *ent.Council
	works   map[int]*work   // by the source's id
	met     map[string]bool // keys, addresses and uris of the sources of this batch, where the store holds no others
	waiting []waiting
	brought []brought
	stored  map[string]bool // contents of what was brought that SQLite holds, by their hashes; nil for PostgreSQL
	places  *placing
	people  *identifying
	// everybody says that all namings of the council are settled, and not only those that the sources touch.
	everybody bool
}

// work is one source that is stated again.
type work struct {
	source *source
	row    *ent.Source // of a source that others brought in
	page   *record.Page
	asked  bool // taken in by this batch, and not only touched by others
	fresh  bool // not in the store before
	silent bool // a newer version of the page speaks instead

	places  *placebook
	claimed []unit // what it claimed before
	people  *namebook
	named   []*remembered // whom it named before
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

// load links the sources of the batch with those of the store, states them and settles the nodes of which
// they speak.
func (b *batch) load(ctx context.Context) error {
	if err := b.link(ctx); err != nil {
		return err
	}
	var said restated
	for _, w := range b.ordered() {
		statements, err := b.state(ctx, w)
		if err != nil {
			return err
		}
		if err := b.restate(ctx, w, statements, &said); err != nil {
			return err
		}
		b.letGo(w)
	}
	if err := b.introduce(ctx, &said); err != nil {
		return err
	}
	moves, err := b.move(ctx, &said)
	if err != nil {
		return err
	}
	settled, err := b.settle(ctx, &said)
	if err != nil {
		return err
	}
	if err := b.insertEvidence(ctx, said.fresh, settled.ids); err != nil {
		return err
	}
	if err := b.names(ctx, settled); err != nil {
		return err
	}
	if err := b.beside(ctx, b.council.ID, said.touched, settled.ids); err != nil {
		return err
	}
	if err := b.mended(ctx); err != nil {
		return err
	}
	gone, err := b.follow(ctx, settled.gone)
	if err != nil {
		return err
	}
	if err := b.writeClaims(ctx); err != nil {
		return err
	}
	if err := b.writeNamings(ctx); err != nil {
		return err
	}
	// What all councils write comes last, since other writers wait for it: figures, and then the feed.
	if err := b.delete(ctx, gone, moves); err != nil {
		return err
	}
	return b.writeChanges(ctx)
}

// link settles what and whom the sources of the batch mean. Where that changes what an earlier page means,
// its source joins the batch, until nothing changes any more.
func (b *batch) link(ctx context.Context) error {
	for {
		if more, err := b.settlePlaces(ctx); err != nil {
			return err
		} else if more {
			continue
		}
		if more, err := b.settlePeople(ctx); err != nil || !more {
			return err
		}
	}
}

// state is what a source says, nothing where a newer version of its page speaks.
func (b *batch) state(ctx context.Context, w *work) ([]statement, error) {
	if err := b.readPage(ctx, w); err != nil || w.silent {
		return nil, err
	}
	return state(b.council, w.source, w.page, w.places, w.people), nil
}

// pagesHeld is how many sources a batch may have before it reads the pages of those that others brought in anew
// each time, instead of holding them: a roster can change what all pages of a council mean.
const pagesHeld = 1000

// letGo forgets a page that can be read again, where there are many.
func (b *batch) letGo(w *work) {
	if w.row != nil && !w.asked && len(b.works) > b.loader.held {
		w.page = nil
	}
}

// readPage reads the page of a source that others brought in.
func (b *batch) readPage(ctx context.Context, w *work) error {
	if w.page != nil || w.silent || w.row == nil {
		return nil
	}
	doc, err := stored(ctx, b.store.tx.Content, w.row, b.council.RegisterCode)
	if err != nil {
		return err
	}
	// Where today's rules refuse a page that earlier ones read, nobody can say what it means by now: it is
	// silent until it can be read again, and its bytes stay.
	read, refused := b.loader.read(doc.Document)
	w.page, w.silent = read.Page, refused != nil
	return nil
}
