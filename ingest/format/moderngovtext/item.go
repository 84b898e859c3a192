package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// block is one item as it stands on the page.
type block struct {
	number  string
	minute  string // the minute's number, where the page prints one beside the item's
	number0 line   // where the number stands, the zero line where it has none
	title   line   // the title's line, the zero line where the page has lost it
	body    []line
	starred bool // marked exempt
}

// entry is an item in the making: its record beside its text.
type entry struct {
	item record.AgendaItem
	text minutes.ItemText
}

// entry reads the structure of an item: title, files, sections, resolutions. What its sentences say
// of people, money and dates is added by meeting, which knows the other items.
func (r *reader) entry(b block) entry {
	e := entry{item: record.AgendaItem{Number: b.number, MinuteNumber: b.minute}}
	e.text = minutes.ItemText{Page: r.typ, Number: b.number, Draft: r.typ == record.PageAgenda}
	it := &e.item
	if b.title.text != "" {
		f := readFile(b.title.text)
		if m := agendaNumber.FindStringSubmatchIndex(f.Title); m != nil && !f.Sized && it.Number == "" {
			it.Number, e.text.Number = f.Title[m[2]:m[3]], f.Title[m[2]:m[3]]
			f.Title, f.Length = f.Title[:m[0]], m[0]
		}
		it.Title = f.Title
		e.text.Title = []minutes.Paragraph{{Text: b.title.text[:f.Length], Start: b.title.start}}
		if f.Sized {
			it.Documents = append(it.Documents, fileRecord(f, b.title, r.spans, "title-document"))
		}
	}
	body, cut := r.uncut(b.body)
	if cut {
		it.Truncated, r.out.Page.Truncated = true, true
	}
	all, files := r.parts(body)
	labelled := false
	for _, p := range all {
		labelled = labelled || p.label == labelMinutes || p.label == labelDecision
	}
	for _, p := range all {
		if r.fielded() {
			p.lines = r.fields(&e.text, p.lines)
		}
		switch {
		case p.label == labelDecision:
			e.text.Decision = append(e.text.Decision, r.paragraphs(p.lines)...)
		case p.label == labelMinutes:
			e.text.Minutes = append(e.text.Minutes, r.paragraphs(p.lines)...)
		case p.label == labelPurpose || labelled || r.typ == record.PageAgenda || r.fielded() || r.labelled:
			e.text.Notes = append(e.text.Notes, r.paragraphs(r.fields(&e.text, p.lines))...)
		default:
			e.text.Minutes = append(e.text.Minutes, r.paragraphs(p.lines)...)
		}
	}
	for _, l := range files {
		f := readFile(l.text)
		if f.Title == "" || strings.HasSuffix(f.Title, ":") {
			continue
		}
		it.Documents = append(it.Documents, fileRecord(f, l, r.spans, "listed-document"))
		if it.Number == "" && f.Item != "" {
			it.Number, e.text.Number = f.Item, f.Item
		}
	}
	assemble.Sections(it, e.text)
	it.SourceID = r.url.Item
	it.Span = r.spans.Span(b.place())
	if b.starred {
		yes := true
		it.Restricted = &yes
	}
	return e
}

// agendaNumber is an item's number on the agenda behind its title: "Care Homes (Agenda item 7)".
var agendaNumber = regexp.MustCompile(`[\s\x{a0}]*\((?i:agenda[\s\x{a0}]+item)[\s\x{a0}]+(?:No\.?[\s\x{a0}]*)?(\d+[A-Za-z]?(?:\.\d+)?)\)$`)

// fielded says that pages of this type are made of labelled facts.
func (r *reader) fielded() bool {
	switch r.typ {
	case record.PageDecision, record.PageDecisionList, record.PagePlanItem, record.PageOutsideBodies, record.PagePetition:
		return true
	}
	return false
}

// fields takes the labelled facts out of lines and gives back the others.
func (r *reader) fields(t *minutes.ItemText, lines []line) []line {
	var plain []line
	for _, l := range lines {
		if f, ok := fieldOf(l); ok {
			t.Fields = append(t.Fields, f)
			continue
		}
		plain = append(plain, l)
	}
	return plain
}

// uncut takes the system's mark for left-out text off the lines and says whether there was one.
func (r *reader) uncut(lines []line) ([]line, bool) {
	for i, l := range lines {
		if !strings.Contains(l.text, "...") && !strings.Contains(l.text, "…") {
			continue
		}
		m := printed.CutMark.FindStringIndex(l.text)
		if m == nil {
			continue
		}
		out := append([]line(nil), lines[:i]...)
		if m[0] > 0 {
			l.text = l.text[:m[0]]
			out = append(out, l)
		}
		rest, _ := r.uncut(lines[i+1:])
		return append(out, rest...), true
	}
	return lines, false
}

// place is the whole item on the page.
func (b block) place() minutes.Place {
	p := minutes.Place{Start: -1, Rule: "item-block"}
	for _, l := range append([]line{b.number0, b.title}, b.body...) {
		if l.text == "" {
			continue
		}
		if p.Start < 0 || l.start < p.Start {
			p.Start = l.start
		}
		p.End = max(p.End, l.end())
	}
	p.Start = max(p.Start, 0)
	return p
}
