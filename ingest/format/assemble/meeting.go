// Package assemble puts together what every format's reader hands it: meetings with their items, and the
// facts that the items' sentences state, read by the language of minutes.
package assemble

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// Entry is an item in the making: its record, with what the page's structure says, beside its text.
type Entry struct {
	Item record.AgendaItem
	Text minutes.ItemText
}

// Meeting is m with its items and with what their sentences state: attendances, declarations,
// resolutions, people, votes, money, dates and references, each with its span. What m and the items
// hold already stays. head is text above the items that lists who was there.
func Meeting(spans *minutes.Spans, m record.Meeting, entries []Entry, head ...minutes.ItemText) record.Meeting {
	texts := make([]minutes.ItemText, len(entries))
	for i, e := range entries {
		texts[i] = e.Text
	}
	said := minutes.ReadAmong(append(texts, head...), m.Attendances)
	for _, d := range said.Declarations() {
		if declaredAlready(m.Declarations, d.Declaration) {
			continue
		}
		d.Declaration.Span = spans.Span(d.Place)
		m.Declarations = append(m.Declarations, d.Declaration)
	}
	for _, a := range said.Attendances() {
		a.Attendance.Span = spans.Span(a.Place)
		if !known(m.Attendances, a.Attendance) {
			m.Attendances = append(m.Attendances, a.Attendance)
		}
	}
	for i, e := range entries {
		facts(spans, &e.Item, e.Text, said.People(i), said.NamedVotes(i))
		movers(&e.Item)
		m.Items = append(m.Items, e.Item)
	}
	return m
}

// facts fills what the item's sentences say.
func facts(spans *minutes.Spans, it *record.AgendaItem, text minutes.ItemText, people []minutes.ParticipationFact, named []minutes.NamedVoteFact) {
	span := spans.Span
	all := text.All()
	for _, f := range minutes.Resolutions(text) {
		f.Resolution.Span = span(f.Place)
		it.Resolutions = append(it.Resolutions, f.Resolution)
	}
	for _, f := range minutes.Motions(text) {
		f.Motion.Span = span(f.Place)
		it.Motions = append(it.Motions, f.Motion)
	}
	for _, f := range people {
		f.Participation.Span = span(f.Place)
		it.Participations = append(it.Participations, f.Participation)
	}
	for _, f := range minutes.Votes(all) {
		f.VoteCount.Span = span(f.Place)
		it.Votes = append(it.Votes, f.VoteCount)
	}
	for _, f := range named {
		f.NamedVote.Span = span(f.Place)
		it.NamedVotes = append(it.NamedVotes, f.NamedVote)
	}
	for _, f := range minutes.Amounts(all) {
		f.Amount.Span = span(f.Place)
		it.Amounts = append(it.Amounts, f.Amount)
	}
	for _, f := range minutes.ReportReferences(all) {
		it.ReportReferences = append(it.ReportReferences, f.AsWritten)
		it.ReportRefSpans = append(it.ReportRefSpans, span(f.Place))
	}
	seen := map[string]bool{}
	for _, f := range minutes.Dates(all) {
		if !seen[f.Date] {
			seen[f.Date] = true
			it.Dates = append(it.Dates, f.Date)
		}
	}
	for _, f := range minutes.References(text) {
		f.Reference.Span = span(f.Place)
		it.References = append(it.References, f.Reference)
	}
	restriction(it, all)
}

// movers gives movers and seconders the names under which the item's people stand: "Councillor R. Ash"
// becomes "R. Ash". Who moved by office alone keeps the office's words.
func movers(it *record.AgendaItem) {
	name := func(s string) string {
		for _, p := range it.Participations {
			if p.Name != "" && (strings.HasSuffix(s, p.Name) || strings.Contains(s, p.AsWritten)) {
				return p.Name
			}
		}
		return s
	}
	for i := range it.Resolutions {
		r := &it.Resolutions[i]
		r.Mover, r.Seconder = name(r.Mover), name(r.Seconder)
	}
	for i := range it.Motions {
		m := &it.Motions[i]
		m.Mover, m.Seconder = name(m.Mover), name(m.Seconder)
	}
}

// declaredAlready says that a table of the page has listed a declaration that the minutes state as well, in
// no other kind.
func declaredAlready(have []record.Declaration, d record.Declaration) bool {
	for _, h := range have {
		if h.Person == d.Person && h.Item == d.Item && h.Item != "" && h.Span.Rule == "declarations-tab" && (d.Kind == "" || strings.EqualFold(d.Kind, h.Kind)) {
			return true
		}
	}
	return false
}

// known says that a table of the page has listed a presence that the minutes state as well.
func known(have []record.Attendance, a record.Attendance) bool {
	for _, h := range have {
		if h.Name == a.Name && h.Status == a.Status && a.Name != "" {
			return true
		}
	}
	return false
}
