package load

import (
	"context"
	"slices"
	"strings"
)

// matter is an agenda item as threads see it.
type matter struct {
	id, meeting, committee int64
	key, uri               string
	title, titleKey, date  string
	ownKey, ownBy          string // the issue that a page names for it, and how
	issue                  int64  // the issue that it counts to in the store
	by                     string
	report                 string // reference of the report that is before it
	start                  bool   // something about it changed
	gone                   bool
}

var matterColumns = []string{
	"id", "meeting_id", "committee_id", "key", "uri", "title", "title_key", "date", "own_issue_key", "own_issue_by", "issue_id", "issue_by",
}

// issueRow is a row of the issues.
type issueRow struct {
	id       int64
	key      string
	title    string
	inferred bool
	gone     bool // no source states it any longer
}

// threads are the items that could be of another issue than before, with all that can make them one.
type threads struct {
	*follower
	items   map[int64]*matter
	issues  map[string]*issueRow // by key
	byID    map[int64]*issueRow
	titles  many[string] // title keys of which all items are here
	reports many[string] // references of reports of which all items are here
	pairs   [][2]int64   // items of which one names the other's minute as the one before it
}

// threads settles which items are of which issue.
func (f *follower) threads(ctx context.Context, refs map[int64]*pointing) error {
	t := &threads{
		follower: f, items: map[int64]*matter{}, issues: map[string]*issueRow{}, byID: map[int64]*issueRow{}, titles: many[string]{}, reports: many[string]{},
	}
	start, err := t.starts(ctx, refs)
	if err != nil {
		return err
	}
	if err := t.gather(ctx, start); err != nil {
		return err
	}
	found, err := t.group(ctx)
	if err != nil {
		return err
	}
	return t.apply(ctx, found)
}

// own is the issue that a page names for an item, nil where none does.
func (t *threads) own(m *matter) *issueRow {
	if is := t.issues[m.ownKey]; m.ownKey != "" && is != nil && !is.gone && !is.inferred {
		return is
	}
	return nil
}

// open says whether evidence other than a page's word can put an item into an issue.
func (t *threads) open(m *matter) bool {
	return !m.gone && t.own(m) == nil && !procedural(folded(m.title))
}

// settled says whether an item can draw others into the issue that a page names for it. Councils file
// standing business of unrelated meetings under one number; that draws nothing.
func (t *threads) settled(m *matter) bool {
	own := t.own(m)
	return own != nil && !m.gone && !procedural(folded(m.title)) && !procedural(folded(own.title))
}

// starts are the items of which something changed that threads follow from.
func (t *threads) starts(ctx context.Context, refs map[int64]*pointing) (many[int64], error) {
	start := many[int64]{}
	for _, id := range t.touched("AgendaItem") {
		start.add(id.(int64))
	}
	for _, p := range refs {
		if p.was != p.first {
			start.add(p.item, p.first[1], p.was[1])
		}
	}
	papers, err := t.store.look(ctx, "documents", []string{"id", "agenda_item_id", "report_reference"}, "id", t.touched("Document"))
	if err != nil {
		return nil, err
	}
	reports := many[string]{}
	for _, r := range papers {
		start.add(r.id(1))
		reports.add(r.text(2), t.old(r.id(0), "report_reference"))
	}
	lost, err := t.store.look(ctx, "references", []string{"agenda_item_id", "target_item_id"}, "id", t.gone["Reference"])
	if err != nil {
		return nil, err
	}
	for _, r := range lost {
		start.add(r.id(0), r.id(1))
	}
	issues := t.touched("Issue")
	rows, err := t.store.look(ctx, "agenda_items", []string{"id"}, "issue_id", issues)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		start.add(r.id(0))
	}
	keys, err := t.store.look(ctx, "issues", []string{"key"}, "id", issues)
	if err != nil {
		return nil, err
	}
	titles := many[string]{}
	for _, r := range keys {
		// Threads without a page of their own are numbered behind an issue that has one and bears their title.
		titles.add(strings.ReplaceAll(r.text(0)[strings.LastIndexByte(r.text(0), '/')+1:], "-", " "))
	}
	for id := range start {
		titles.add(t.old(id, "title_key"))
	}
	found, err := t.bearing(ctx, titles, reports)
	start.add(found...)
	return start, err
}

// bearing are the items that have one of these title keys, or name one of these reports.
func (t *threads) bearing(ctx context.Context, titles, reports many[string]) ([]int64, error) {
	if t.store.first { // all items are known
		return nil, nil
	}
	var out []int64
	rows, err := t.store.look(ctx, "agenda_items", []string{"id"}, "title_key", titles.values(), ofCouncil(t.council))
	for _, r := range rows {
		out = append(out, r.id(0))
	}
	if err != nil {
		return nil, err
	}
	rows, err = t.store.look(ctx, "documents", []string{"agenda_item_id"}, "report_reference", reports.values(), ofCouncil(t.council))
	for _, r := range rows {
		out = append(out, r.id(0))
	}
	return slices.DeleteFunc(out, func(id int64) bool { return id == 0 }), err
}
