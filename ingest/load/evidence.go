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
	source     *source
	rank       string
	start, end int
	quote      string
	rule       string
	says       string
	values     map[string]any // what says holds
}

// rowKey is what the row is known by: one row for each node and source.
func (e evidenceRow) rowKey() string { return e.kind + " " + e.key + " @ " + e.source.key }

// same says whether two rows of one node and source say the same.
func (e evidenceRow) same(other evidenceRow) bool {
	return e.rank == other.rank && e.start == other.start && e.end == other.end && e.quote == other.quote && e.rule == other.rule && e.says == other.says
}

// newEvidence words the statements of a source as rows. What a source says of one node in two places is
// one row: the first place, with whatever the second adds.
func newEvidence(src *source, page string, said []statement) ([]evidenceRow, error) {
	runes := []rune(page)
	ranks := map[bool]string{true: rank(true, src.fetchedAt, src.sha256), false: rank(false, src.fetchedAt, src.sha256)}
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
			subject: name, source: src, rank: ranks[s.cut], start: s.span.Start, end: s.span.End,
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
func (b *batch) evidenceOf(ctx context.Context, src *source) ([]evidenceRow, error) {
	rows, err := b.store.tx.Evidence.Query().Where(evidence.SourceID(src.id)).Order(ent.Asc(evidence.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the source's statements: %w", err)
	}
	out := make([]evidenceRow, len(rows))
	for i, r := range rows {
		out[i] = evidenceRow{
			subject: subject{r.SubjectType, r.SubjectKey}, id: int64(r.ID), source: src, rank: r.Rank,
			start: r.Start, end: r.End, quote: r.Quote, rule: r.Rule, says: r.Says,
		}
	}
	return out, nil
}

// insertEvidence writes new statements once the nodes of which they speak have ids.
func (b *batch) insertEvidence(ctx context.Context, fresh map[string][]evidenceRow, ids map[subject]int64) error {
	columns := []string{"id", "key", "subject_id", "subject_type", "subject_key", "rank", "start", "end", "quote", "rule", "says", "source_id"}
	n := 0
	for _, rows := range fresh {
		n += len(rows)
	}
	if n == 0 {
		return nil
	}
	values := make([]any, 0, n*len(columns))
	for _, k := range b.loader.kinds {
		for _, e := range fresh[k.name] {
			values = append(values, nil, e.rowKey(), ids[e.subject], e.kind, e.key, e.rank, e.start, e.end, e.quote, e.rule, e.says, e.source.id)
		}
	}
	b.count("Evidence", Count{Inserted: n})
	written, err := b.store.insert(ctx, "evidences", columns, values)
	for _, id := range written {
		b.changes.note("CREATED", "Evidence", id, nil)
	}
	return err
}
