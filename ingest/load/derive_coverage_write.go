package load

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"councilgraph/ent"
	entcoverage "councilgraph/ent/coverage"
)

// longestGap is how many months between two that hold something are filled at most: what lies further
// apart is more likely a day that was read wrongly.
const longestGap = 240

func (m covered) compare(other covered) int {
	return cmp.Or(cmp.Compare(m.council, other.council), cmp.Compare(m.committee, other.committee), cmp.Compare(m.month, other.month))
}

// writeMonth makes the month's row say these counts.
func (s *store) writeMonth(ctx context.Context, m covered, n counts) error {
	old, err := s.tx.Coverage.Query().
		Where(entcoverage.CouncilID(m.council), entcoverage.CommitteeID(m.committee), entcoverage.Month(m.month)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return errRead("a month", err)
	}
	if old == nil {
		return s.addMonths(ctx, m, map[string]counts{m.month: n})
	}
	if countsOf(old) == n {
		return nil
	}
	r := row{}
	for i, column := range countColumns() {
		r[column] = n.list()[i]
	}
	return s.update(ctx, entcoverage.Table, int64(old.ID), r)
}

func (s *store) addMonths(ctx context.Context, m covered, months map[string]counts) error {
	columns := append([]string{entcoverage.FieldCouncilID, entcoverage.FieldCommitteeID, entcoverage.FieldMonth}, countColumns()...)
	var rows [][]any
	for _, month := range sorted(months) {
		n := months[month]
		rows = append(rows, append([]any{m.council, m.committee, month}, anys(n.list())...))
	}
	return s.add(ctx, entcoverage.Table, columns, rows)
}

// fillMonths makes the rows of a committee those of the months that hold something and of the gaps between
// them.
func (s *store) fillMonths(ctx context.Context, c covered) error {
	rows, err := s.tx.Coverage.Query().Where(entcoverage.CouncilID(c.council), entcoverage.CommitteeID(c.committee)).
		Order(ent.Asc(entcoverage.FieldMonth)).All(ctx)
	if err != nil {
		return errRead("months", err)
	}
	want, have := map[string]counts{}, map[string]bool{}
	last := ""
	for _, r := range rows {
		have[r.Month] = true
		if countsOf(r) == (counts{}) {
			continue
		}
		between, err := monthsBetween(last, r.Month)
		if err != nil {
			return err
		}
		for _, gap := range between {
			want[gap] = counts{}
		}
		want[r.Month] = counts{}
		last = r.Month
	}
	var gone []any
	for _, r := range rows {
		if _, wanted := want[r.Month]; !wanted {
			gone = append(gone, r.ID)
		}
	}
	if err := s.remove(ctx, entcoverage.Table, entcoverage.FieldID, gone); err != nil {
		return err
	}
	for month := range have {
		delete(want, month)
	}
	return s.addMonths(ctx, c, want)
}

// monthsBetween are the months between two; none where one of them is not known or they lie too far
// apart.
func monthsBetween(from, to string) ([]string, error) {
	if from == "" || to == "" {
		return nil, nil
	}
	first, err := time.Parse("2006-01", from)
	if err != nil {
		return nil, fmt.Errorf("read a month: %w", err)
	}
	var out []string
	for t := first.AddDate(0, 1, 0); t.Format("2006-01") < to; t = t.AddDate(0, 1, 0) {
		if len(out) == longestGap {
			return nil, nil
		}
		out = append(out, t.Format("2006-01"))
	}
	return out, nil
}

// countColumns are the columns of counts, in the order of counts.list.
func countColumns() []string {
	return []string{
		entcoverage.FieldMeetings, entcoverage.FieldCancelled, entcoverage.FieldWithAgenda, entcoverage.FieldWithMinutes, entcoverage.FieldWithDecisions,
		entcoverage.FieldItems, entcoverage.FieldCutItems, entcoverage.FieldUnresolved, entcoverage.FieldFailed,
	}
}

func (n counts) list() []int {
	return []int{n.meetings, n.cancelled, n.withAgenda, n.withMinutes, n.withDecisions, n.items, n.cutItems, n.unresolved, n.failed}
}

func countsOf(c *ent.Coverage) counts {
	return counts{c.Meetings, c.Cancelled, c.WithAgenda, c.WithMinutes, c.WithDecisions, c.Items, c.CutItems, c.Unresolved, c.Failed}
}
