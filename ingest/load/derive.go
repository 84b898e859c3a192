package load

import (
	"context"
	"fmt"
	"slices"

	"councilgraph/ent/decision"
)

// derivation keeps rows that are computed from nodes in step with them: an index of words, a figure, the
// join of people and decisions. It runs in the transaction that writes the nodes, so that a reader never
// sees the one without the other. What it computes depends on the nodes alone, never on the order in
// which they came.
type derivation interface {
	// forget takes back what rests on nodes that are about to be deleted. Their rows still stand.
	forget(ctx context.Context, s *store, gone touched) error
	// refresh computes again what rests on nodes that were written or deleted. The nodes stand as they will be.
	refresh(ctx context.Context, s *store, written, gone touched) error
}

// touched are ids of nodes by kind, in ascending order and each once.
type touched map[string][]int64

// derivations are all that follows from nodes, in the order in which it is computed.
// Figures come last: all councils share the rows of their sums, which the writers of other councils wait for
// from then until this transaction ends.
func derivations() []derivation {
	return []derivation{parts{}, documentFiles{}, searchIndex{}, coverage{}, keptFigures{}}
}

// touchedBy are the nodes to which this transaction has done one of these actions.
func (w *writer) touchedBy(actions ...string) touched {
	out := touched{}
	for c := range w.changes.done() {
		if slices.Contains(actions, c.action) {
			out[c.kind] = append(out[c.kind], c.id)
		}
	}
	for _, ids := range out {
		slices.Sort(ids)
	}
	return out
}

// beside notes the items and the decision records about which a source says something else than before:
// which record is of which item follows from where sources speak of them, even where neither changes.
func (w *writer) beside(ctx context.Context, council int, said map[subject]bool, ids map[subject]int64) error {
	records, err := w.store.tx.Decision.Query().Where(decision.CouncilID(council), decision.CommitteeIDIsNil()).Exist(ctx)
	if err != nil || !records {
		return err
	}
	for s := range said {
		if id, stands := ids[s]; stands && (s.kind == "AgendaItem" || s.kind == "Decision") {
			w.near.add(s.kind, id)
		}
	}
	return nil
}

// left notes what a node stood under before, where it stands under something else now: a list of those
// present that turns out to be of another meeting, a vote of another vote event.
func (w *writer) left(k *kind, old, changed row) {
	w.store.leaveMonth(k, old)
	for _, c := range k.columns {
		switch c.refers {
		case "Meeting", "AgendaItem", "VoteEvent":
			_, moved := changed[c.name]
			if id, known := old[c.name].(int64); moved && known {
				w.near.add(c.refers, id)
			}
		}
	}
}

func (t *touched) add(kind string, id int64) {
	if *t == nil {
		*t = touched{}
	}
	(*t)[kind] = append((*t)[kind], id)
}

// derive brings what follows from nodes in step with what has been written and deleted. The nodes that
// are about to go must still stand; they are gone afterwards.
func (w *writer) derive(ctx context.Context, gone touched, remove func() error) error {
	w.store.made = w.changes.newcomers()
	for _, d := range w.loader.derivations {
		if err := d.forget(ctx, w.store, gone); err != nil {
			return fmt.Errorf("forget what rests on deleted nodes: %w", err)
		}
	}
	if err := remove(); err != nil {
		return err
	}
	written := w.touchedBy("CREATED", "UPDATED")
	for kind, ids := range w.near {
		for _, id := range ids {
			if !gone.is(kind, int(id)) {
				written[kind] = append(written[kind], id)
			}
		}
		slices.Sort(written[kind])
		written[kind] = slices.Compact(written[kind])
	}
	for _, d := range w.loader.derivations {
		if err := d.refresh(ctx, w.store, written, gone); err != nil {
			return fmt.Errorf("derive from what was written: %w", err)
		}
	}
	return nil
}
