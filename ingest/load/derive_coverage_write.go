package load

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"councilgraph/ent"
	entcoverage "councilgraph/ent/coverage"
)

// longestGap is how many months between two that hold something are filled at most: what lies further
// apart is more likely a day that was read wrongly.
const longestGap = 240

func (m covered) compare(other covered) int {
	return cmp.Or(cmp.Compare(m.council, other.council), cmp.Compare(m.committee, other.committee), cmp.Compare(m.month, other.month))
}

// keepMonths makes the rows of a committee those of the months that hold something and of the gaps between them; found
// are the months that were counted.
func (s *store) keepMonths(ctx context.Context, c covered, found map[string]counts) error {
	rows, err := s.tx.Coverage.Query().Where(entcoverage.CouncilID(c.council), entcoverage.CommitteeID(c.committee)).All(ctx)
	if err != nil {
		return errRead("months", err)
	}
	all := map[string]counts{}
	for _, r := range rows {
		all[r.Month] = countsOf(r)
	}
	maps.Copy(all, found)
	want := withGaps(all)
	var gone []any
	for _, r := range rows {
		n, wanted := want[r.Month]
		delete(want, r.Month)
		if !wanted {
			gone = append(gone, r.ID)
		} else if n != countsOf(r) {
			change := row{}
			for i, column := range countColumns() {
				change[column] = n.list()[i]
			}
			s.derived = true
			if err := s.update(ctx, entcoverage.Table, int64(r.ID), change); err != nil {
				return err
			}
		}
	}
	s.derived = s.derived || len(gone)+len(want) > 0
	if err := s.remove(ctx, entcoverage.Table, entcoverage.FieldID, gone); err != nil {
		return err
	}
	return s.addMonths(ctx, c, want)
}

func (s *store) addMonths(ctx context.Context, c covered, months map[string]counts) error {
	columns := append([]string{entcoverage.FieldCouncilID, entcoverage.FieldCommitteeID, entcoverage.FieldMonth}, countColumns()...)
	var values []any
	for _, month := range sorted(months) {
		values = append(append(values, c.council, c.committee, month), anys(months[month].list())...)
	}
	return s.add(ctx, entcoverage.Table, columns, values)
}

// withGaps are the months that hold something, and those between them.
func withGaps(all map[string]counts) map[string]counts {
	out := map[string]counts{}
	last := ""
	for _, month := range sorted(all) {
		if all[month] == (counts{}) {
			continue
		}
		out[month] = all[month]
		if last != "" && monthNumber(month)-monthNumber(last) <= longestGap {
			for n := monthNumber(last) + 1; n < monthNumber(month); n++ {
				out[monthNamed(n)] = counts{}
			}
		}
		last = month
	}
	return out
}

// monthNumber counts months, 2026-01 behind 2025-12. A month is as it stands in a date that was checked; "" is 0.
func monthNumber(month string) int {
	year, of, _ := strings.Cut(month, "-")
	y, _ := strconv.Atoi(year) // 0 for ""
	m, _ := strconv.Atoi(of)
	return y*12 + m
}

// monthNamed is the month with the number.
func monthNamed(n int) string { return fmt.Sprintf("%04d-%02d", (n-1)/12, (n-1)%12+1) }

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
