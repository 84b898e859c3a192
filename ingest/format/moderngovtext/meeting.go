package moderngovtext

import (
	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// add puts a meeting with its items on the page: the facts that its sentences state are read here,
// where all items of the meeting are at hand.
func (r *reader) add(m record.Meeting, entries []entry) { r.addWithHead(m, entries) }

// addWithHead is add for a meeting whose head lists who was there.
func (r *reader) addWithHead(m record.Meeting, entries []entry, head ...minutes.ItemText) {
	texts := make([]minutes.ItemText, len(entries))
	items := make([]assemble.Entry, len(entries))
	for i, e := range entries {
		texts[i] = e.text
		items[i] = assemble.Entry{Item: e.item, Text: e.text}
	}
	if m.Committee == "" {
		r.bodyOf(&m, texts)
	}
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, m, items, head...))
}
