package moderngovxml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// item is an item of business as it stands in the text.
type item struct {
	record   record.AgendaItem
	text     minutes.ItemText
	files    []file
	from, to int // bytes of the text
}

// item writes an item's text. Its number is the printed one; the service's own counter is not shown to anybody.
// published is what the meeting says of its papers.
func (r *reader) item(n *node, published record.Published) item {
	it := item{record: record.AgendaItem{
		Number: strings.TrimRight(n.words("fulldisplaynumberformat"), ". "), MinuteNumber: minuteNumber(n),
		SourceID: n.id("agendaitemid"), Title: n.words("agendaitemtitle"), Restricted: n.boolean("isrestricted"),
	}}
	it.text = minutes.ItemText{Page: record.PageMeeting, Number: it.record.Number}
	r.text.gap()
	number := r.text.line(n.words("fulldisplaynumberformat"))
	title := r.text.line(n.words("agendaitemtitle"))
	if title.Text != "" {
		it.text.Title = []minutes.Paragraph{title}
	}
	it.from = r.text.b.Len()
	for _, p := range []minutes.Paragraph{title, number} {
		if p.Text != "" {
			it.from = p.Start
		}
	}
	r.text.labelled("Minute", it.record.MinuteNumber)
	it.field(r, "Author", n.child("authorusername").value())
	for _, k := range []string{"1", "2"} {
		it.field(r, strings.TrimRight(n.words("commentlabel"+k), ": "), n.child("commenttext"+k).value())
	}
	it.notes(r.body("", n.child("agendatext")))
	if !withheld(n, "isdecisionpublished", published.Decisions) {
		it.text.Decision = r.body("Decision:", n.child("decisionnonemptyhtmlbody"))
	}
	if !withheld(n, "isminutepublished", published.Minutes) {
		it.minutes(r.body("Minutes:", n.child("minutesnonemptyhtmlbody")))
	}
	it.text.Draft = len(it.text.Decision)+len(it.text.Minutes) == 0
	it.files = r.files(n.child("linkeddocuments").all("linkeddoc"), map[string]bool{})
	it.to = r.text.b.Len()
	return it
}

// withheld says that a text is a draft that the council has not published: the item says so by a flag of
// its own and the meeting does not say otherwise.
func withheld(n *node, flag string, meeting *bool) bool {
	return n.denies(flag) && (meeting == nil || !*meeting)
}

// heading says that it is no item but the title of a group of them: without any number and any content.
func (it item) heading(n *node) bool {
	return it.record.Number == "" && n.id("agendaitemnumber") == "" && it.record.MinuteNumber == "" &&
		len(it.text.Notes)+len(it.text.Decision)+len(it.text.Minutes)+len(it.text.Fields)+len(it.files) == 0
}

// minuteNumber is the number of the item's minute with its letter or its second figure; "" where it has none.
func minuteNumber(n *node) string {
	number, sub := n.id("minutesitemnumber"), n.id("minutesitemsubnumber")
	switch {
	case number == "" || sub == "":
		return number
	case strings.Trim(sub, "0123456789") == "":
		return number + "." + sub
	}
	return number + sub
}

// field writes a labelled fact about the item: who wrote its report, who presents it.
func (it *item) field(r *reader, label, value string) {
	if label == "" {
		return
	}
	for _, l := range markup(value).Lines {
		p := r.text.labelled(label, l.Text)
		it.text.Fields = append(it.text.Fields, minutes.Field{Label: label, Value: p})
	}
}

// body writes what a piece of HTML prints, under a label of its own.
func (r *reader) body(label string, n *node) []minutes.Paragraph {
	from := markup(n.value())
	if len(from.Lines) == 0 {
		return nil
	}
	r.text.gap()
	if r.text.line(label).Text != "" {
		r.text.gap()
	}
	return r.text.rendered(from)
}

// entry is the item with its places, for the facts of its sentences to be added.
func (it item) entry(spans *minutes.Spans) assemble.Entry {
	e := assemble.Entry{Item: it.record, Text: it.text}
	assemble.Sections(&e.Item, e.Text)
	e.Item.Span = spans.Span(minutes.Place{Start: it.from, End: it.to, Rule: "agenda-item"})
	e.Item.Documents = recorded(it.files, spans)
	return e
}
