package load

import "context"

// restated is what becomes of the statements of a batch. What is withdrawn or worded anew is so in the
// store already; what is new waits until the nodes of which it speaks have ids.
type restated struct {
	fresh     map[string][]evidenceRow // new statements by kind of node
	touched   map[subject]bool         // nodes to settle
	disturbed map[subject]bool         // those of them about which something else than a new statement came
	gone      []evidenceRow            // what is not said any longer
}

// restate makes the source say just these statements in place of its own earlier ones. Of a source that
// was not asked for, only what differs is settled.
func (b *batch) restate(ctx context.Context, w *work, said []statement, into *restated) error {
	if into.fresh == nil {
		into.fresh, into.touched, into.disturbed = map[string][]evidenceRow{}, map[subject]bool{}, map[subject]bool{}
	}
	before := map[subject]evidenceRow{}
	if !w.fresh {
		old, err := b.evidenceOf(ctx, w.source)
		if err != nil {
			return err
		}
		for _, e := range old {
			before[e.subject] = e
		}
	}
	text := ""
	if w.page != nil {
		text = w.page.Text
	}
	now, err := newEvidence(w.source, text, said)
	if err != nil {
		return err
	}
	for _, e := range now {
		was, known := before[e.subject]
		delete(before, e.subject)
		switch {
		case !known:
			into.fresh[e.kind] = append(into.fresh[e.kind], e)
		case !was.same(e):
			changed := row{"rank": e.rank, "start": e.start, "end": e.end, "quote": e.quote, "rule": e.rule, "says": e.says}
			if err := b.store.update(ctx, "evidences", was.id, changed); err != nil {
				return err
			}
			b.count("Evidence", Count{Updated: 1})
			b.changes.note("UPDATED", "Evidence", was.id, nil)
			into.disturbed[e.subject] = true
		case w.asked:
			into.disturbed[e.subject] = true
		default:
			continue
		}
		into.touched[e.subject] = true
	}
	return b.takeBack(ctx, before, into)
}

// takeBack removes what a source no longer says.
func (b *batch) takeBack(ctx context.Context, gone map[subject]evidenceRow, into *restated) error {
	if len(gone) == 0 {
		return nil
	}
	ids := make([]any, 0, len(gone))
	for s, e := range gone {
		ids = append(ids, e.id)
		b.changes.note("DELETED", "Evidence", e.id, nil)
		into.gone = append(into.gone, e)
		into.touched[s], into.disturbed[s] = true, true
	}
	b.count("Evidence", Count{Deleted: len(ids)})
	return b.store.remove(ctx, "evidences", "id", ids)
}
