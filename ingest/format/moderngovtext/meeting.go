package moderngovtext

import (
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// add puts a meeting with its items on the page: the facts that its sentences state are read here,
// where all items of the meeting are at hand.
func (r *reader) add(m record.Meeting, entries []entry) {
	texts := make([]minutes.ItemText, len(entries))
	for i, e := range entries {
		texts[i] = e.text
	}
	if m.Committee == "" {
		r.bodyOf(&m, texts)
	}
	for _, e := range entries {
		r.facts(&e.item, e.text)
		m.Items = append(m.Items, e.item)
	}
	r.out.Meetings = append(r.out.Meetings, m)
}

// facts fills what the item's sentences say.
func (r *reader) facts(it *record.AgendaItem, text minutes.ItemText) {
	span := r.spans.Span
	all := text.All()
	for _, f := range minutes.Resolutions(text) {
		f.Resolution.Span = span(f.Place)
		it.Resolutions = append(it.Resolutions, f.Resolution)
	}
	for _, f := range minutes.Motions(text) {
		f.Motion.Span = span(f.Place)
		it.Motions = append(it.Motions, f.Motion)
	}
	for _, f := range minutes.Amounts(all) {
		f.Amount.Span = span(f.Place)
		it.Amounts = append(it.Amounts, f.Amount)
	}
	seen := map[string]bool{}
	for _, f := range minutes.Dates(all) {
		if !seen[f.Date] {
			seen[f.Date] = true
			it.Dates = append(it.Dates, f.Date)
		}
	}
	restriction(it, all)
}
