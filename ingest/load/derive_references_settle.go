package load

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"
)

// business is an item that a reference stands in, or could point to.
type business struct {
	id, meeting, committee int64
	date, number, minute   string
}

// directory is what references of a council can point to, as far as some of them need it.
type directory struct {
	items    map[int64]business           // those in which the references stand
	bodies   map[string][]int64           // committees by folded name
	names    map[string]bool              // the same names
	meetings map[string]map[int64][]int64 // by day and committee
	agenda   map[int64][]business         // items by meeting
	minutes  map[string][]business        // items by number as printed or minute number
	papers   map[string]map[int64][]int64 // documents by report reference and item
}

// settleReferences says what each reference points to. Where two things fit, it points to neither.
func (f *follower) settleReferences(ctx context.Context, all map[int64]*pointing) error {
	if len(all) == 0 {
		return nil
	}
	d, err := f.directory(ctx, all)
	if err != nil {
		return err
	}
	for _, p := range all {
		p.settle(d)
	}
	return nil
}

func (p *pointing) settle(d *directory) {
	here := d.items[p.item]
	switch {
	case p.kind == "ITEM" && p.date == "":
		p.one("OWN_AGENDA", ofNumber(d.agenda[here.meeting], p.number, here.id, business.printed))
	case p.kind == "MINUTE" && p.date == "":
		p.minute(d, here)
	case p.kind == "REPORT" && p.date == "" && p.number != "":
		p.report(d, here)
	case p.date != "":
		p.dated(d, here)
	}
}

// one settles the reference where just one item fits.
func (p *pointing) one(rule string, fit []business) {
	if len(fit) == 1 {
		p.target, p.meeting, p.by = fit[0].id, fit[0].meeting, rule
	}
}

func (b business) printed() string      { return b.number }
func (b business) minuteNumber() string { return b.minute }

// ofNumber are the items of one number but for the item itself: by the number that is asked for first, and
// only where none has that by the other.
func ofNumber(all []business, number string, but int64, first func(business) string) []business {
	var by, other []business
	for _, b := range all {
		switch {
		case number == "" || b.id == but:
		case strings.EqualFold(first(b), number):
			by = append(by, b)
		case strings.EqualFold(b.number, number) || strings.EqualFold(b.minute, number):
			other = append(other, b)
		}
	}
	if len(by) > 0 {
		return by
	}
	return other
}

// looksBack is how long before an item a minute can lie that it names by nothing but its number.
const looksBack = 2

// minute settles a minute named by its number: the one earlier item of the committee that has it. Agenda
// numbers are the same at every meeting, so a short one counts only where it is known to be a minute's.
func (p *pointing) minute(d *directory, here business) {
	body, other := bodyIn(p.asWritten, d.names)
	committees := d.bodies[body]
	if body == "" {
		committees = []int64{here.committee}
	}
	if other || len(committees) != 1 || committees[0] == 0 || here.date == "" {
		return
	}
	var earlier []business
	for _, b := range d.minutes[strings.ToLower(p.number)] {
		if b.committee != committees[0] || b.date == "" || b.date >= here.date || b.date < years(here.date, -looksBack) {
			continue
		}
		if strings.EqualFold(b.minute, p.number) || len(p.number) > 2 {
			earlier = append(earlier, b)
		}
	}
	p.one("MINUTE_NUMBER", ofNumber(earlier, p.number, here.id, business.minuteNumber))
}

// report settles a report named by its reference: the paper of the one other item that bears it.
func (p *pointing) report(d *directory, here business) {
	by := d.papers[strings.ToLower(p.number)]
	others := slices.DeleteFunc(slices.Collect(maps.Keys(by)), func(item int64) bool { return item == here.id })
	if len(others) == 1 {
		p.target, p.paper, p.by = others[0], slices.Min(by[others[0]]), "REPORT_REFERENCE"
	}
}

// dated settles what is named with a day: the meeting of the committee that it names, or of the item's own
// where it names none, and its item where it gives a number.
func (p *pointing) dated(d *directory, here business) {
	rule := "MEETING_NAMED"
	body, other := bodyIn(p.asWritten, d.names)
	committees := d.bodies[body]
	if body == "" {
		rule, committees = "OWN_COMMITTEE", []int64{here.committee}
	}
	if other || body == "" && p.kind == "REPORT" || len(committees) != 1 || committees[0] == 0 {
		return
	}
	meetings := d.meetings[p.date][committees[0]]
	if len(meetings) != 1 || meetings[0] == here.meeting && p.number == "" {
		return
	}
	p.meeting, p.by = meetings[0], rule
	if p.number == "" || p.kind == "REPORT" {
		return
	}
	if fit := ofNumber(d.agenda[p.meeting], p.number, here.id, business.minuteNumber); len(fit) == 1 {
		p.target = fit[0].id
		if p.kind == "MINUTE" {
			p.by = "MINUTE_NUMBER"
		}
	} else if p.kind == "MINUTE" {
		p.meeting, p.by = 0, ""
	}
}

// years is a day some years later or earlier.
func years(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(n, 0, 0).Format(time.DateOnly)
}

// directory reads what the references can point to.
func (f *follower) directory(ctx context.Context, all map[int64]*pointing) (*directory, error) {
	d := &directory{
		items: map[int64]business{}, bodies: map[string][]int64{}, names: map[string]bool{}, meetings: map[string]map[int64][]int64{},
		agenda: map[int64][]business{}, minutes: map[string][]business{}, papers: map[string]map[int64][]int64{},
	}
	items, days, numbers, papers := many[int64]{}, many[string]{}, many[string]{}, many[string]{}
	for _, p := range all {
		items.add(p.item)
		days.add(p.date)
		switch p.kind {
		case "MINUTE":
			numbers.add(p.number, strings.ToUpper(p.number), strings.ToLower(p.number))
		case "REPORT":
			papers.add(p.number)
		}
	}
	here, err := f.business(ctx, "id", items.values())
	if err != nil {
		return nil, err
	}
	meetings := many[int64]{}
	for _, b := range here {
		d.items[b.id] = b
		meetings.add(b.meeting)
	}
	if err := f.bodies(ctx, d); err != nil {
		return nil, err
	}
	if err := f.meetingsOf(ctx, d, days, meetings); err != nil {
		return nil, err
	}
	agenda, err := f.business(ctx, "meeting_id", meetings.values())
	if err != nil {
		return nil, err
	}
	for _, b := range agenda {
		d.agenda[b.meeting] = append(d.agenda[b.meeting], b)
	}
	return d, f.numbersOf(ctx, d, numbers, papers)
}

// bodies reads the council's committees.
func (f *follower) bodies(ctx context.Context, d *directory) error {
	rows, err := f.store.look(ctx, "committees", []string{"id", "name"}, "council_id", []any{f.council})
	for _, r := range rows {
		if name := folded(r.text(1)); name != "" && !f.dead[r.id(0)] {
			d.bodies[name] = append(d.bodies[name], r.id(0))
			d.names[name] = true
		}
	}
	return err
}

// meetingsOf reads the meetings of some days. One that could be one of two, or has no address of its own,
// is no meeting that a reference can be settled by.
func (f *follower) meetingsOf(ctx context.Context, d *directory, days many[string], found many[int64]) error {
	rows, err := f.store.look(ctx, "meetings", []string{"id", "date", "committee_id", "key"}, "date", days.values(), entsql.EQ("council_id", f.council))
	for _, r := range rows {
		if f.dead[r.id(0)] || r.id(2) == 0 || strings.Contains(r.text(3), "/source/") {
			continue
		}
		by := d.meetings[r.text(1)]
		if by == nil {
			by = map[int64][]int64{}
			d.meetings[r.text(1)] = by
		}
		by[r.id(2)] = append(by[r.id(2)], r.id(0))
		found.add(r.id(0))
	}
	return err
}

// numbersOf reads the items of some numbers and the bearers of some reports.
func (f *follower) numbersOf(ctx context.Context, d *directory, numbers, papers many[string]) error {
	seen := many[int64]{}
	for _, column := range []string{"number", "minute_number"} {
		all, err := f.business(ctx, column, numbers.values(), entsql.EQ("council_id", f.council))
		if err != nil {
			return err
		}
		for _, b := range all {
			if seen[b.id] {
				continue
			}
			seen.add(b.id)
			for _, n := range slices.Compact([]string{strings.ToLower(b.number), strings.ToLower(b.minute)}) {
				d.minutes[n] = append(d.minutes[n], b)
			}
		}
	}
	rows, err := f.store.look(ctx, "documents", []string{"id", "report_reference", "agenda_item_id"}, "report_reference", papers.values(), entsql.EQ("council_id", f.council))
	for _, r := range rows {
		if f.dead[r.id(0)] || r.id(2) == 0 || f.dead[r.id(2)] {
			continue
		}
		name := strings.ToLower(r.text(1))
		if d.papers[name] == nil {
			d.papers[name] = map[int64][]int64{}
		}
		d.papers[name][r.id(2)] = append(d.papers[name][r.id(2)], r.id(0))
	}
	return err
}

// business reads items by a column.
func (f *follower) business(ctx context.Context, column string, values []any, also ...*entsql.Predicate) ([]business, error) {
	rows, err := f.store.look(ctx, "agenda_items", []string{"id", "meeting_id", "committee_id", "date", "number", "minute_number"}, column, values, also...)
	var out []business
	for _, r := range rows {
		if !f.dead[r.id(0)] {
			out = append(out, business{r.id(0), r.id(1), r.id(2), r.text(3), r.text(4), r.text(5)})
		}
	}
	slices.SortFunc(out, func(a, b business) int { return cmp.Compare(a.id, b.id) })
	return out, err
}

func inOrder[V any](m map[int64]V) []int64 { return slices.Sorted(maps.Keys(m)) }
