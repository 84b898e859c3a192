package load

import (
	"context"
	"slices"
)

// follower brings what follows from nodes of one council in step with what a transaction did to them:
// what became of items, what references mean, which items make an issue. All of it depends on the nodes
// alone, so it is computed again for whatever could have changed, by what stands now and what stood before.
type follower struct {
	*writer
	council int64
	dead    many[int64]      // nodes about to go; their rows still stand
	before  map[int64]row    // rows as they were, of nodes that were changed
	written map[string][]any // ids by kind: created or changed
	gone    map[string][]any // ids by kind: about to go
	rescued map[subject]bool // nodes that no source states any longer and that stay all the same
	dropped []subject        // nodes that follow from others, and no longer do
	moved   many[int64]      // items that are of another issue than before
}

// replaced remembers a row that is about to be changed.
func (w *writer) replaced(k *kind, id int64, old row) {
	if followed[k.table] == nil && k.name != "Committee" && k.name != "Meeting" && k.name != "Document" {
		return
	}
	if w.before == nil {
		w.before = map[int64]row{}
	}
	if w.before[id] == nil {
		w.before[id] = old
	}
}

// follow computes what follows from what the batch wrote. gone are the nodes that no source states any
// longer, and what comes back are those that are to be deleted.
func (b *batch) follow(ctx context.Context, gone []subject) ([]subject, error) {
	f := &follower{
		writer: b.writer, council: int64(b.council.ID), dead: many[int64]{}, before: b.before,
		written: map[string][]any{}, gone: map[string][]any{}, rescued: map[subject]bool{}, moved: many[int64]{},
	}
	byKind := map[string][]string{}
	for _, s := range gone {
		byKind[s.kind] = append(byKind[s.kind], s.key)
	}
	for kind, keys := range byKind {
		ids, err := b.store.ids(ctx, b.loader.tables[kind], keys)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			f.dead.add(id)
			f.gone[kind] = append(f.gone[kind], id)
		}
	}
	for kind, ids := range b.touchedBy("CREATED", "UPDATED") {
		f.written[kind] = anys(ids)
	}
	if err := f.outcomes(ctx); err != nil {
		return nil, err
	}
	refs, err := f.references(ctx)
	if err != nil {
		return nil, err
	}
	if err := f.threads(ctx, refs); err != nil {
		return nil, err
	}
	if err := f.aboutIt(ctx, refs); err != nil {
		return nil, err
	}
	gone = slices.DeleteFunc(gone, func(s subject) bool { return f.rescued[s] })
	return append(gone, f.dropped...), nil
}

// touched are the ids of a kind that were written or are about to go.
func (f *follower) touched(kind string) []any {
	return append(slices.Clone(f.written[kind]), f.gone[kind]...)
}

// old is a column of a row as it was, "" where it was not changed or not known.
func (f *follower) old(id int64, column string) string {
	return text(f.before[id], column)
}

// changed notes for the feed that what follows for these nodes is another thing than before.
func (f *follower) changed(kind string, id int64, uri any) { f.changes.note("UPDATED", kind, id, uri) }
