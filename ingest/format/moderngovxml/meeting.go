package moderngovxml

import (
	"fmt"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// meeting reads the answer of GetMeeting: one meeting, who was there, its items with their minutes and
// decisions, and the documents that the public may see.
func (r *reader) meeting(root *node) error {
	m := record.Meeting{}
	r.when(root, &m)
	switch {
	case m.SourceID == "" && m.Date == "":
		return fmt.Errorf("%w: <meeting> has neither id nor date; there is no meeting of this id", ErrNothingListed)
	case root.denies("isdisplayallowed"):
		return fmt.Errorf("%w: meeting %s of %s", ErrNotForDisplay, m.SourceID, m.Date)
	}
	items := root.child("agendaitems").all("agendaitem")
	m.Committee = owner(items)
	m.EndTime, m.PlannedEnd = printed.TimeOf(root.words("meetingactualfinishtime")), printed.TimeOf(root.words("meetingplannedfinishtime"))
	if m.Venue = root.words("meetinglocation"); m.Venue == "" {
		m.Venue = root.child("meetingroom").words("roomtitle")
	}
	papers := published(root)
	if papers != (record.Published{}) {
		m.Published = &papers
	}
	head := []minutes.Paragraph{r.text.line(m.Committee), r.text.line(root.words("meetingdate") + " " + root.words("meetingtime"))}
	r.text.labelled("Status", root.words("meetingstatus"))
	r.text.labelled("Venue", m.Venue)
	r.text.labelled("Started", root.words("meetingactualstarttime"))
	r.text.labelled("Planned to end", root.words("meetingplannedfinishtime"))
	r.text.labelled("Ended", root.words("meetingactualfinishtime"))
	present := r.attendees(root.child("attendees").all("attendee"))
	files := r.files(root.child("linkeddocuments").all("linkeddoc"), map[string]bool{})
	var business []item
	for _, n := range items {
		if n.denies("isdisplayallowed") {
			continue
		}
		if it := r.item(n, papers); !it.heading(n) {
			business = append(business, it)
		}
	}
	r.later = append(r.later, func(spans *minutes.Spans) {
		m.Span = placed(spans, head, "meeting-head")
		for _, p := range present {
			m.Attendances = p.attend(m.Attendances, spans)
			r.out.People = p.introduce(r.out.People, spans)
		}
		m.Documents = recorded(files, spans)
		entries := make([]assemble.Entry, len(business))
		for i, b := range business {
			entries[i] = b.entry(spans)
		}
		listed := len(m.Attendances)
		m = assemble.Meeting(spans, m, entries)
		m.Attendances = agreed(m.Attendances[:listed], m.Attendances[listed:])
		r.out.Meetings = []record.Meeting{m}
	})
	return nil
}

// owner is the committee whose meeting it is, by what its items and their documents say; "" where they
// name none or more than one.
func owner(items []*node) string {
	for _, names := range [][]string{ownersOf(items), documentOwners(items)} {
		if len(names) == 1 {
			return names[0]
		}
		if len(names) > 1 {
			return ""
		}
	}
	return ""
}

func ownersOf(items []*node) []string {
	var names []string
	for _, n := range items {
		names = with(names, n.words("refertocommittee"))
	}
	return names
}

func documentOwners(items []*node) []string {
	var names []string
	for _, n := range items {
		for _, d := range n.child("linkeddocuments").all("linkeddoc") {
			names = with(names, d.words("committeetitle"))
		}
	}
	return names
}

// with adds a name that is not among them yet. Two are all that anybody asks for.
func with(names []string, name string) []string {
	if name == "" || len(names) > 1 || len(names) == 1 && names[0] == name {
		return names
	}
	return append(names, name)
}

// published is what the answer says of the meeting's papers.
func published(root *node) record.Published {
	return record.Published{Agenda: root.boolean("agendapublished"), Decisions: root.boolean("decisionpublished"), Minutes: root.boolean("minutepublished")}
}

// placed is the span from the first to the last of the paragraphs that have text.
func placed(spans *minutes.Spans, ps []minutes.Paragraph, rule string) record.Span {
	at := minutes.Place{Start: -1, Rule: rule}
	for _, p := range ps {
		if p.Text == "" {
			continue
		}
		if at.Start < 0 {
			at.Start = p.Start
		}
		at.End = p.Start + len(p.Text)
	}
	at.Start = max(at.Start, 0)
	return spans.Span(at)
}
