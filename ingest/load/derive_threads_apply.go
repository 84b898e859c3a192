package load

import (
	"cmp"
	"context"
	"slices"
)

// place of an item among the issues, as the store has it.
type filed struct {
	issue int64
	by    string
}

// apply stores what is new: threads that no page names get rows, items lead to theirs, and a thread that
// no item makes any longer goes.
func (t *threads) apply(ctx context.Context, found map[int64]joined) error {
	if err := t.stand(ctx, found); err != nil {
		return err
	}
	used, looked := many[int64]{}, many[int64]{}
	move := map[filed][]int64{}
	for _, id := range inOrder(t.items) {
		m := t.items[id]
		looked.add(m.issue)
		if m.gone {
			continue
		}
		var now filed
		if j, ok := found[id]; ok {
			now = filed{j.thread.issue.id, j.by}
			used.add(now.issue)
			looked.add(now.issue)
		}
		if now != (filed{m.issue, m.by}) {
			move[now] = append(move[now], id)
			t.changed("AgendaItem", id, m.uri)
			if now.issue != m.issue {
				t.moved.add(id)
			}
		}
	}
	places := make([]filed, 0, len(move))
	for p := range move {
		places = append(places, p)
	}
	slices.SortFunc(places, func(a, b filed) int { return cmp.Or(cmp.Compare(a.issue, b.issue), cmp.Compare(a.by, b.by)) })
	for _, p := range places {
		if err := t.store.setAll(ctx, "agenda_items", move[p], row{"issue_id": orNull(p.issue), "issue_by": orNull(p.by)}); err != nil {
			return err
		}
	}
	for _, id := range inOrder(t.byID) {
		if is := t.byID[id]; is.inferred && !is.gone && !used[id] && looked[id] {
			t.dropped = append(t.dropped, subject{"Issue", is.key})
			t.dead.add(id)
		}
	}
	for _, id := range t.written["Issue"] {
		looked.add(id.(int64))
	}
	return t.kinds(ctx, looked)
}

// stand makes sure that every thread has a row.
func (t *threads) stand(ctx context.Context, found map[int64]joined) error {
	made := map[string]*issueRow{}
	for _, id := range inOrder(found) {
		th := found[id].thread
		if th.issue != nil {
			continue
		}
		if made[th.key] == nil {
			is, err := t.row(ctx, th)
			if err != nil {
				return err
			}
			made[th.key] = is
		}
		th.issue = made[th.key]
	}
	return nil
}

// row is the row of a thread that no page names.
func (t *threads) row(ctx context.Context, th *thread) (*issueRow, error) {
	if t.issues[th.key] == nil {
		if err := t.readIssues(ctx, "key", []any{th.key}); err != nil {
			return nil, err
		}
	}
	values := row{"title": th.lead.title, "source_id": nil, "procedural": false, "inferred": true}
	sortKeys("Issue", values)
	values["title"] = orNull(th.lead.title)
	is := t.issues[th.key]
	if is == nil {
		values["key"], values["uri"], values["council_id"] = th.key, "/id/"+th.key, t.council
		id, err := t.store.insertRow(ctx, "issues", values)
		if err != nil {
			return nil, err
		}
		is = &issueRow{id, th.key, th.lead.title, true, false}
		t.issues[th.key], t.byID[is.id] = is, is
		t.changes.note("CREATED", "Issue", is.id, "/id/"+th.key)
		return is, t.address(ctx, map[string]int64{"/id/" + th.key: is.id})
	}
	if is.inferred && is.title == th.lead.title {
		return is, nil
	}
	if is.gone {
		t.rescued[subject{"Issue", th.key}] = true
		delete(t.dead, is.id)
	}
	is.inferred, is.gone, is.title = true, false, th.lead.title
	t.changed("Issue", is.id, "/id/"+th.key)
	return is, t.store.update(ctx, "issues", is.id, values)
}

// kinds settles whether issues are standing business: by their title, else by those of their items.
func (t *threads) kinds(ctx context.Context, ids many[int64]) error {
	rows, err := t.store.look(ctx, "issues", []string{"id", "uri", "title", "procedural"}, "id", ids.values())
	if err != nil {
		return err
	}
	untitled := many[int64]{}
	for _, r := range rows {
		if r.text(2) == "" {
			untitled.add(r.id(0))
		}
	}
	items, err := t.store.look(ctx, "agenda_items", []string{"issue_id", "title", "id"}, "issue_id", untitled.values())
	if err != nil {
		return err
	}
	titles := map[int64][]string{}
	for _, r := range items {
		if r.text(1) != "" && !t.dead[r.id(2)] {
			titles[r.id(0)] = append(titles[r.id(0)], r.text(1))
		}
	}
	for _, r := range rows {
		if r.text(2) != "" {
			titles[r.id(0)] = []string{r.text(2)}
		}
		if t.dead[r.id(0)] {
			continue
		}
		now := standingBusiness(titles[r.id(0)])
		was := any(nil)
		if r[3] != nil {
			was = r.yes(3)
		}
		if now == was {
			continue
		}
		t.changed("Issue", r.id(0), r.text(1))
		if err := t.store.update(ctx, "issues", r.id(0), row{"procedural": now}); err != nil {
			return err
		}
	}
	return nil
}

// standingBusiness says whether all of these titles are standing business, nil where some are or there is
// none.
func standingBusiness(titles []string) any {
	n := 0
	for _, title := range titles {
		if procedural(folded(title)) {
			n++
		}
	}
	switch {
	case len(titles) == 0 || n > 0 && n < len(titles):
		return nil
	default:
		return n > 0
	}
}
