package load

import (
	"context"

	entsql "entgo.io/ent/dialect/sql"
)

// aboutIt settles which item of a meeting a reference to the whole meeting is about: the only one that is of
// the same issue, where the issue is no standing business. refs are those that were settled just now.
func (f *follower) aboutIt(ctx context.Context, refs map[int64]*pointing) error {
	all := map[int64]*pointing{}
	for id, p := range refs {
		if p.whole() {
			all[id] = p
		}
	}
	find := func(column string, values []any) error {
		rows, err := f.store.look(ctx, "references", pointingColumns, column, values, entsql.In("resolved_by", "MEETING_NAMED", "OWN_COMMITTEE"))
		for _, r := range rows {
			p := newPointing(r)
			p.meeting, p.target, p.paper, p.by = p.was[0], p.was[1], p.was[2], p.wasBy
			if p.whole() && all[p.id] == nil && !f.dead[p.id] && !f.dead[p.item] {
				all[p.id] = p
			}
		}
		return err
	}
	if err := find("agenda_item_id", f.moved.values()); err != nil {
		return err
	}
	meetings, err := f.store.look(ctx, "agenda_items", []string{"meeting_id"}, "id", append(f.moved.values(), f.touched("AgendaItem")...))
	if err != nil {
		return err
	}
	at := many[int64]{}
	for _, r := range meetings {
		at.add(r.id(0))
	}
	if err := find("target_meeting_id", at.values()); err != nil {
		return err
	}
	issues, err := f.issuesOf(ctx, all)
	if err != nil {
		return err
	}
	for _, id := range inOrder(all) {
		p := all[id]
		fit := issues.at[p.meeting][issues.of[p.item]]
		p.target = 0
		if issues.of[p.item] != 0 && len(fit) == 1 && fit[0] != p.item {
			p.target = fit[0]
		}
		if err := f.writeReference(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// filings are the issues of items, and the items of an issue by meeting.
type filings struct {
	of map[int64]int64
	at map[int64]map[int64][]int64
}

// issuesOf reads the issues of the items in which references stand, and of the meetings that they point to.
func (f *follower) issuesOf(ctx context.Context, all map[int64]*pointing) (*filings, error) {
	out := &filings{map[int64]int64{}, map[int64]map[int64][]int64{}}
	items, meetings, issues := many[int64]{}, many[int64]{}, many[int64]{}
	for _, p := range all {
		items.add(p.item)
		meetings.add(p.meeting)
	}
	columns := []string{"id", "meeting_id", "issue_id"}
	here, err := f.store.look(ctx, "agenda_items", columns, "id", items.values(), entsql.NotNull("issue_id"))
	if err != nil {
		return nil, err
	}
	there, err := f.store.look(ctx, "agenda_items", columns, "meeting_id", meetings.values(), entsql.NotNull("issue_id"))
	if err != nil {
		return nil, err
	}
	for _, r := range append(here, there...) {
		issues.add(r.id(2))
	}
	kinds, err := f.store.look(ctx, "issues", []string{"id", "procedural"}, "id", issues.values())
	if err != nil {
		return nil, err
	}
	topic := many[int64]{}
	for _, r := range kinds {
		if r[1] != nil && !r.yes(1) {
			topic.add(r.id(0))
		}
	}
	for _, r := range here {
		if topic[r.id(2)] {
			out.of[r.id(0)] = r.id(2)
		}
	}
	for _, r := range there {
		if f.dead[r.id(0)] || !topic[r.id(2)] {
			continue
		}
		by := out.at[r.id(1)]
		if by == nil {
			by = map[int64][]int64{}
			out.at[r.id(1)] = by
		}
		by[r.id(2)] = append(by[r.id(2)], r.id(0))
	}
	return out, nil
}
