package load

import (
	"context"
	"strings"

	entsql "entgo.io/ent/dialect/sql"
)

// pointing is a reference and what it is found to point to.
type pointing struct {
	id, item               int64
	kind, asWritten        string
	date, number           string
	meeting, target, paper int64 // ids of what it points to, 0 where that is open
	by                     string
	was, first             [3]int64 // the three as stored, and as stored before the transaction
	wasBy                  string
}

var pointingColumns = []string{
	"id", "agenda_item_id", "kind", "as_written", "date", "number", "target_meeting_id", "target_item_id", "target_document_id", "resolved_by",
}

func newPointing(r cells) *pointing {
	was := [3]int64{r.id(6), r.id(7), r.id(8)}
	return &pointing{
		id: r.id(0), item: r.id(1), kind: r.text(2), asWritten: r.text(3), date: r.text(4), number: r.text(5),
		was: was, first: was, wasBy: r.text(9),
	}
}

// points says whether references of a kind can be settled at all.
var points = []any{"MEETING", "MINUTE", "ITEM", "REPORT"}

// references settles what the references mean that could mean another thing than before: those that were
// written, and those that speak of a day, a number or a report of which something was. It gives them by id.
func (f *follower) references(ctx context.Context) (map[int64]*pointing, error) {
	out := map[int64]*pointing{}
	find := func(column string, values []any, also ...*entsql.Predicate) error {
		if column != "id" && column != "agenda_item_id" {
			also = append(also, entsql.EQ("council_id", f.council))
		}
		rows, err := f.store.look(ctx, "references", pointingColumns, column, values, append(also, entsql.In("kind", points...))...)
		for _, r := range rows {
			if !f.dead[r.id(0)] && !f.dead[r.id(1)] && out[r.id(0)] == nil {
				out[r.id(0)] = newPointing(r)
			}
		}
		return err
	}
	items, err := f.signs(ctx)
	if err != nil {
		return nil, err
	}
	if err := find("id", f.written["Reference"]); err != nil {
		return nil, err
	}
	if err := find("agenda_item_id", f.written["AgendaItem"]); err != nil {
		return nil, err
	}
	if err := find("date", items.days.values()); err != nil {
		return nil, err
	}
	if err := find("number", items.numbers.values(), entsql.In("kind", "MINUTE", "REPORT")); err != nil {
		return nil, err
	}
	ofMeeting, err := f.store.look(ctx, "agenda_items", []string{"id"}, "meeting_id", items.meetings.values())
	if err != nil {
		return nil, err
	}
	neighbours := many[int64]{}
	for _, r := range ofMeeting {
		neighbours.add(r.id(0))
	}
	if err := find("agenda_item_id", neighbours.values(), entsql.EQ("kind", "ITEM")); err != nil {
		return nil, err
	}
	anew, err := f.committeesChanged(ctx)
	if err != nil {
		return nil, err
	}
	if anew {
		if err := find("council_id", []any{f.council}); err != nil {
			return nil, err
		}
	}
	if err := f.settleReferences(ctx, out); err != nil {
		return nil, err
	}
	return out, f.writeReferences(ctx, out)
}

// signs are the days, numbers and meetings of which something was written or goes, as they are and as
// they were.
type signs struct {
	days, numbers many[string]
	meetings      many[int64]
}

func (f *follower) signs(ctx context.Context) (*signs, error) {
	out := &signs{many[string]{}, many[string]{}, many[int64]{}}
	meetings, err := f.store.look(ctx, "meetings", []string{"id", "date"}, "id", f.touched("Meeting"))
	if err != nil {
		return nil, err
	}
	for _, r := range meetings {
		out.days.add(r.text(1), f.old(r.id(0), "date"))
		out.meetings.add(r.id(0))
	}
	items, err := f.store.look(ctx, "agenda_items", []string{"id", "date", "number", "minute_number", "meeting_id"}, "id", f.touched("AgendaItem"))
	if err != nil {
		return nil, err
	}
	for _, r := range items {
		out.days.add(r.text(1), f.old(r.id(0), "date"))
		for _, n := range []string{r.text(2), r.text(3), f.old(r.id(0), "number"), f.old(r.id(0), "minute_number")} {
			out.numbers.add(n, strings.ToUpper(n), strings.ToLower(n))
		}
		out.meetings.add(r.id(4))
		if was, ok := f.before[r.id(0)]["meeting_id"].(int64); ok {
			out.meetings.add(was)
		}
	}
	// An item's own day can be unknown where its meeting's is not.
	days, err := f.store.look(ctx, "meetings", []string{"date"}, "id", out.meetings.values())
	if err != nil {
		return nil, err
	}
	for _, r := range days {
		out.days.add(r.text(0))
	}
	papers, err := f.store.look(ctx, "documents", []string{"id", "report_reference"}, "id", f.touched("Document"))
	if err != nil {
		return nil, err
	}
	for _, r := range papers {
		out.numbers.add(r.text(1), f.old(r.id(0), "report_reference"))
	}
	return out, nil
}

// committeesChanged says whether a committee came, goes or has another name, so that a name in any text
// can mean another one.
func (f *follower) committeesChanged(ctx context.Context) (bool, error) {
	if len(f.gone["Committee"]) > 0 {
		return true, nil
	}
	rows, err := f.store.look(ctx, "committees", []string{"id", "name"}, "id", f.written["Committee"])
	for _, r := range rows {
		if f.before[r.id(0)] == nil || f.old(r.id(0), "name") != r.text(1) {
			return true, err
		}
	}
	return false, err
}

// writeReferences stores what has another meaning than before. Which item of a meeting a reference to the
// whole meeting is about is settled later, by aboutIt.
func (f *follower) writeReferences(ctx context.Context, all map[int64]*pointing) error {
	for _, id := range inOrder(all) {
		p := all[id]
		if p.whole() {
			p.target = p.was[1] // until aboutIt has looked
			if p.meeting != p.was[0] {
				p.target = 0
			}
		}
		if err := f.writeReference(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// whole says whether it is settled as pointing to a meeting, and names no item of it.
func (p *pointing) whole() bool {
	return (p.by == "MEETING_NAMED" || p.by == "OWN_COMMITTEE") && (p.number == "" || p.kind == "REPORT")
}

func (f *follower) writeReference(ctx context.Context, p *pointing) error {
	now := [3]int64{p.meeting, p.target, p.paper}
	if now == p.was && p.by == p.wasBy {
		return nil
	}
	p.was, p.wasBy = now, p.by
	f.changed("Reference", p.id, nil)
	return f.store.update(ctx, "references", p.id, row{
		"target_meeting_id": orNull(p.meeting), "target_item_id": orNull(p.target), "target_document_id": orNull(p.paper), "resolved_by": orNull(p.by),
	})
}
