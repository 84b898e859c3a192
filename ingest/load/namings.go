package load

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent/mention"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// remembered is a naming as the store keeps it.
type remembered struct {
	source  int64 // id
	mention link.Mention
	answer  answer
	now     answer
	span    record.Span
}

// readNamings are the namings of these families. One that is in several families can come several times.
func (b *batch) readNamings(ctx context.Context, families []string) ([]*remembered, error) {
	var out []*remembered
	for chunk := range slices.Chunk(families, bound) {
		found, err := b.readStored(ctx, entsql.And(entsql.EQ("council_id", b.council.ID), entsql.In("family", anys(chunk)...)))
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (b *batch) readStored(ctx context.Context, where *entsql.Predicate) ([]*remembered, error) {
	var out []*remembered
	query, args := b.store.sql().Select("source_id", "says", "answer", "start", "end").From(b.store.sql().Table(mention.Table)).Where(where).OrderBy("id").Query()
	err := b.store.rows(ctx, query, args, func(r scanner) error {
		var s remembered
		var says, answer string
		if err := r.Scan(&s.source, &says, &answer, &s.span.Start, &s.span.End); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(says), &s.mention); err != nil {
			return err
		}
		out = append(out, &s)
		return json.Unmarshal([]byte(answer), &s.answer)
	})
	if err != nil {
		return nil, fmt.Errorf("read namings: %w", err)
	}
	return out, nil
}

// namedBefore reads whom a source has named so far.
func (b *batch) namedBefore(ctx context.Context, w *work) error {
	if w.fresh || w.named != nil {
		return nil
	}
	found, err := b.readStored(ctx, entsql.EQ("source_id", w.source.id))
	if err != nil {
		return err
	}
	seen := map[link.Ref]bool{}
	for _, s := range found {
		if !seen[s.mention.Ref] {
			seen[s.mention.Ref] = true
			w.named = append(w.named, s)
		}
	}
	return nil
}

// writeNamings keeps whom the sources of the batch name and who that was found to be, and of namings of
// other sources what decided who they are.
func (b *batch) writeNamings(ctx context.Context) error {
	var rows, gone []any
	for _, w := range b.ordered() {
		if w.unchanged() {
			continue
		}
		if len(w.named) > 0 {
			gone = append(gone, w.source.id)
		}
		for _, n := range w.people.namings {
			says, err := json.Marshal(n.mention)
			if err != nil {
				return err
			}
			answer, err := json.Marshal(n.answer)
			if err != nil {
				return err
			}
			for _, f := range families(n.mention) {
				rows = append(rows, w.source.id, b.council.ID, b.nameOf(n.mention.Ref), f, string(says), string(answer), n.span.Start, n.span.End)
			}
		}
	}
	if err := b.store.remove(ctx, mention.Table, "source_id", gone); err != nil {
		return err
	}
	if err := b.store.add(ctx, mention.Table, []string{"source_id", "council_id", "naming", "family", "says", "answer", "start", "end"}, rows); err != nil {
		return err
	}
	for _, name := range sorted(b.people.known) {
		s := b.people.known[name]
		if reflect.DeepEqual(s.now, s.answer) || b.works[int(s.source)] != nil {
			continue
		}
		answer, err := json.Marshal(s.now)
		if err != nil {
			return err
		}
		query, args := b.store.sql().Update(mention.Table).Set("answer", string(answer)).Where(entsql.EQ("naming", name)).Query()
		if _, err := b.store.tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("keep who a naming is: %w", err)
		}
	}
	return nil
}

// unchanged says whether the store holds just the source's namings and answers.
func (w *work) unchanged() bool {
	if w.fresh || len(w.named) != len(w.people.namings) {
		return false
	}
	for i, n := range w.people.namings {
		s := w.named[i]
		if s.mention != n.mention || s.span.Start != n.span.Start || s.span.End != n.span.End || !reflect.DeepEqual(s.answer, n.answer) {
			return false
		}
	}
	return true
}

// families are the families in which a naming is found in the store; "" where it is in none.
func families(m link.Mention) []string {
	out := m.Families()
	if m.SourceID != "" {
		out = append(out, numberFamily+m.SourceID)
	}
	if len(out) == 0 {
		out = []string{""}
	}
	return out
}
