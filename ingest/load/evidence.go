package load

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/ent/evidence"
	"councilgraph/ingest/record"
)

// evidenceRow is a statement as the store keeps it.
type evidenceRow struct {
	subject
	id         int64
	rank       string
	start, end int
	quote      string
	rule       string
	says       string
	values     map[string]any // what says holds
}

// key is what the row is known by: one row for each node and source.
func (e evidenceRow) rowKey(sourceKey string) string {
	return e.kind + " " + e.key + " @ " + sourceKey
}

// newEvidence words the statements of a source as rows. What a source says of one node in two places is
// one row: the first place, with whatever the second adds.
func newEvidence(src *source, page string, said []statement) ([]evidenceRow, error) {
	runes := []rune(page)
	at := map[subject]int{}
	var out []evidenceRow
	for _, s := range said {
		name := subject{s.kind, s.key}
		if i, again := at[name]; again {
			for column, v := range s.says {
				if old, known := out[i].values[column]; !known || beyond(column, v, old) {
					out[i].values[column] = v
				}
			}
			continue
		}
		quote, err := quoted(runes, s.span)
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", s.kind, s.key, err)
		}
		at[name] = len(out)
		out = append(out, evidenceRow{
			subject: name, rank: rank(s.cut, src.fetchedAt, src.sha256), start: s.span.Start, end: s.span.End,
			quote: quote, rule: s.span.Rule, values: s.says,
		})
	}
	for i := range out {
		text, err := encode(out[i].values)
		if err != nil {
			return nil, err
		}
		out[i].says = text
	}
	return out, nil
}

func quoted(page []rune, s record.Span) (string, error) {
	if s.Start < 0 || s.End < s.Start || s.End > len(page) {
		return "", fmt.Errorf("evidence at %d to %d lies outside the page's %d characters", s.Start, s.End, len(page))
	}
	return string(page[s.Start:s.End]), nil
}

// evidenceOf is what a source has said so far.
func (w *writer) evidenceOf(ctx context.Context, sourceID int) ([]evidenceRow, error) {
	rows, err := w.store.tx.Evidence.Query().Where(evidence.SourceID(sourceID)).Order(ent.Asc(evidence.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the source's statements: %w", err)
	}
	out := make([]evidenceRow, len(rows))
	for i, r := range rows {
		out[i] = evidenceRow{
			subject: subject{r.SubjectType, r.SubjectKey}, id: int64(r.ID), rank: r.Rank,
			start: r.Start, end: r.End, quote: r.Quote, rule: r.Rule, says: r.Says,
		}
	}
	return out, nil
}

// writeEvidence turns the source's old rows into the new ones.
func (w *writer) writeEvidence(ctx context.Context, src *source, old, fresh []evidenceRow, ids map[subject]int64) error {
	before := make(map[subject]evidenceRow, len(old))
	for _, e := range old {
		before[e.subject] = e
	}
	columns := []string{"key", "subject_id", "subject_type", "subject_key", "rank", "start", "end", "quote", "rule", "says", "source_id"}
	var rows [][]any
	for _, e := range fresh {
		was, known := before[e.subject]
		delete(before, e.subject)
		if !known {
			rows = append(rows, []any{e.rowKey(src.key), ids[e.subject], e.kind, e.key, e.rank, e.start, e.end, e.quote, e.rule, e.says, src.id})
			continue
		}
		if was.rank == e.rank && was.start == e.start && was.end == e.end && was.quote == e.quote && was.rule == e.rule && was.says == e.says {
			continue
		}
		changed := row{"rank": e.rank, "start": e.start, "end": e.end, "quote": e.quote, "rule": e.rule, "says": e.says}
		if err := w.store.update(ctx, "evidences", was.id, changed); err != nil {
			return err
		}
		w.count("Evidence", Count{Updated: 1})
	}
	if _, err := w.store.insert(ctx, "evidences", "key", columns, rows); err != nil {
		return err
	}
	var gone []any
	for _, e := range before {
		gone = append(gone, e.id)
	}
	if len(rows) > 0 || len(gone) > 0 {
		w.count("Evidence", Count{Inserted: len(rows), Deleted: len(gone)})
	}
	return w.store.remove(ctx, "evidences", "id", gone)
}
