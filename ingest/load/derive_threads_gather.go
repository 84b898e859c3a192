package load

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"
)

func ofCouncil(id int64) *entsql.Predicate { return entsql.EQ("council_id", id) }

// gather reads the items from which threads start and all that evidence leads to from there. It stops at
// items whose issue a page names: what lies behind them changes nothing on this side.
func (t *threads) gather(ctx context.Context, start many[int64]) error {
	next := start
	for len(next) > 0 {
		fresh, err := t.read(ctx, next, start)
		if err != nil {
			return err
		}
		from := slices.DeleteFunc(fresh, func(m *matter) bool { return !m.start && !t.open(m) })
		if next, err = t.near(ctx, from); err != nil {
			return err
		}
		for id := range next {
			if t.items[id] != nil {
				delete(next, id)
			}
		}
	}
	return nil
}

// read brings items in, with the issues that they name or count to and the reports that are before them.
func (t *threads) read(ctx context.Context, ids, start many[int64]) ([]*matter, error) {
	rows, err := t.store.look(ctx, "agenda_items", matterColumns, "id", ids.values())
	if err != nil {
		return nil, err
	}
	var out []*matter
	keys, issues := many[string]{}, many[int64]{}
	for _, r := range rows {
		m := &matter{
			id: r.id(0), meeting: r.id(1), committee: r.id(2), key: r.text(3), uri: r.text(4), title: r.text(5), titleKey: r.text(6), date: r.text(7),
			ownKey: r.text(8), ownBy: r.text(9), issue: r.id(10), by: r.text(11), start: start[r.id(0)], gone: t.dead[r.id(0)],
		}
		t.items[m.id] = m
		out = append(out, m)
		keys.add(m.ownKey)
		issues.add(m.issue)
	}
	if err := t.readIssues(ctx, "key", keys.values()); err != nil {
		return nil, err
	}
	if err := t.readIssues(ctx, "id", issues.values()); err != nil {
		return nil, err
	}
	return out, t.readReports(ctx, ids)
}

func (t *threads) readIssues(ctx context.Context, column string, values []any) error {
	rows, err := t.store.look(ctx, "issues", []string{"id", "key", "title", "inferred"}, column, values)
	for _, r := range rows {
		if t.byID[r.id(0)] == nil {
			is := &issueRow{r.id(0), r.text(1), r.text(2), r.yes(3), t.dead[r.id(0)]}
			t.issues[is.key], t.byID[is.id] = is, is
		}
	}
	return err
}

// readReports finds the report that is before each item: the only one that it names, else the first.
func (t *threads) readReports(ctx context.Context, ids many[int64]) error {
	rows, err := t.store.look(ctx, "documents", []string{"id", "agenda_item_id", "report_reference", "position"}, "agenda_item_id", ids.values(), entsql.NotNull("report_reference"))
	slices.SortFunc(rows, func(a, b cells) int {
		return cmp.Or(cmp.Compare(a.id(3), b.id(3)), cmp.Compare(a.text(2), b.text(2)))
	})
	for _, r := range rows {
		if m := t.items[r.id(1)]; m != nil && m.report == "" && !t.dead[r.id(0)] {
			m.report = r.text(2)
		}
	}
	return err
}

// near are the items that share a title, a report or a thread with these, or of which one names the
// other's minute.
func (t *threads) near(ctx context.Context, from []*matter) (many[int64], error) {
	next, titles, reports, ids, put := many[int64]{}, many[string]{}, many[string]{}, many[int64]{}, many[int64]{}
	for _, m := range from {
		ids.add(m.id)
		if !t.titles[m.titleKey] {
			titles.add(m.titleKey)
		}
		if !t.reports[m.report] {
			reports.add(m.report)
		}
		if is := t.byID[m.issue]; is != nil && (is.inferred || is.gone) {
			put.add(is.id)
		}
	}
	for title := range titles {
		t.titles.add(title)
	}
	for report := range reports {
		t.reports.add(report)
	}
	found, err := t.bearing(ctx, titles, reports)
	if err != nil {
		return nil, err
	}
	next.add(found...)
	rows, err := t.store.look(ctx, "agenda_items", []string{"id"}, "issue_id", put.values())
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		next.add(r.id(0))
	}
	pairs, err := t.minutePairs(ctx, ids)
	for _, p := range pairs {
		t.pairs = append(t.pairs, p)
		next.add(p[0], p[1])
	}
	return next, err
}

// minutePairs are the items of which one names the other's minute as the one that goes before it.
func (t *threads) minutePairs(ctx context.Context, ids many[int64]) ([][2]int64, error) {
	var found []cells
	for _, column := range []string{"agenda_item_id", "target_item_id"} {
		rows, err := t.store.look(ctx, "references", []string{"agenda_item_id", "target_item_id", "as_written", "id"}, column, ids.values(), entsql.EQ("resolved_by", "MINUTE_NUMBER"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	naming := many[int64]{}
	for _, r := range found {
		naming.add(r.id(0))
	}
	texts := map[int64][]string{}
	rows, err := t.store.look(ctx, "agenda_items", []string{"id", "title", "purpose", "minutes", "decision", "reasons"}, "id", naming.values())
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		texts[r.id(0)] = []string{r.text(1), r.text(2), r.text(3), r.text(4), r.text(5)}
	}
	var out [][2]int64
	for _, r := range found {
		if !t.dead[r.id(3)] && slices.ContainsFunc(texts[r.id(0)], func(s string) bool { return goesBefore(s, r.text(2)) }) {
			out = append(out, [2]int64{r.id(0), r.id(1)})
		}
	}
	return out, nil
}

var (
	refers    = regexp.MustCompile(`^[\s\x{a0}]*\)?[\s\x{a0},]*(?:(?:also|above|below)[\s\x{a0}]+)?refer`)
	furtherTo = regexp.MustCompile(`(?i)(?:further|pursuant|subsequent|reference|referred|with regard) to(?: the)?[\s\x{a0}]*\(?$|(?:arising from|following|in accordance with|see|ref)(?: the)?[\s\x{a0}:.]*\(?$`)
)

// goesBefore says whether a text names a minute as the one that its matter goes back to: "Minute 424
// refers", "further to Minute 424", or in brackets, "(Minute 424)".
func goesBefore(s, asWritten string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], asWritten)
		if i < 0 || asWritten == "" {
			return false
		}
		start, end := from+i, from+i+len(asWritten)
		before, behind := s[max(0, start-60):start], s[end:min(len(s), end+30)]
		if refers.MatchString(behind) || furtherTo.MatchString(before) || strings.HasSuffix(before, "(") && strings.HasPrefix(behind, ")") {
			return true
		}
		from = end
	}
}
