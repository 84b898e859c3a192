package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// entry reads an item: title, files, ids and the text under its labels.
func (r *reader) entry(b block) assemble.Entry {
	e := assemble.Entry{Item: record.AgendaItem{Number: b.number}}
	e.Text = minutes.ItemText{Page: r.typ, Number: b.number, Draft: r.typ == record.PageAgenda}
	it := &e.Item
	if b.title.Text != "" {
		f := printed.ReadFile(b.title.Text)
		it.Title = f.Title
		e.Text.Title = []minutes.Paragraph{{Text: b.title.Text[:f.Length], Start: b.title.Start}}
		it.Documents = append(it.Documents, r.files(b.title, false, "title-document")...)
	}
	s := sections{reader: r, entry: &e, labelled: r.labelled || labelled(b.body)}
	for _, l := range b.body {
		s.add(l)
	}
	assemble.Sections(it, e.Text)
	it.Span = r.spans.Span(b.place())
	it.SourceID, it.IssueID = r.idsOf(b)
	if b.starred {
		yes := true
		it.Restricted = &yes
	}
	return e
}

// labelled says that lines hold a label before minutes or a decision.
func labelled(lines []line) bool {
	for _, l := range lines {
		switch printed.LabelOf(l.Text, l.kind == label) {
		case printed.LabelMinutes, printed.LabelDecision:
			return true
		}
	}
	return false
}

// sections sorts an item's lines under its labels.
type sections struct {
	reader   *reader
	entry    *assemble.Entry
	labelled bool
	cur      printed.Label

	last *minutes.Paragraph
}

func (s *sections) add(l line) {
	r, it, text := s.reader, &s.entry.Item, &s.entry.Text
	if m := cutMark(l.Text); m != nil {
		it.Truncated, r.out.Page.Truncated = true, true
		if l.Text = strings.TrimRightFunc(l.Text[:m[0]], printed.Blank); l.Text == "" {
			return
		}
	}
	got := printed.LabelOf(l.Text, l.kind == label)
	switch got {
	case printed.LabelMinutes, printed.LabelDecision, printed.LabelPurpose, printed.LabelDocuments:
		s.cur, s.last = got, nil
		return
	}
	if l.kind == action {
		return
	}
	if l.kind != prose {
		if files := r.files(l, s.cur == printed.LabelDocuments, "listed-document"); len(files) > 0 {
			it.Documents = append(it.Documents, files...)
			if it.Number == "" {
				// The page of an item prints its number only behind its documents.
				it.Number = printed.ReadFile(l.Text).Item
				text.Number = it.Number
			}
			return
		}
	}
	if s.cur == printed.LabelDocuments {
		if l.kind == listed {
			return
		}
		s.cur = printed.NoLabel
	}
	if f, ok := r.field(l); ok {
		text.Fields = append(text.Fields, f)
		return
	}
	s.text(l)
}

// cutMark is where the system's mark for left-out text stands in a line, nil where there is none.
func cutMark(s string) []int {
	if !strings.Contains(s, "...") && !strings.Contains(s, "…") {
		return nil
	}
	return printed.CutMark.FindStringIndex(s)
}

// text puts a line where its section goes.
func (s *sections) text(l line) {
	r, text := s.reader, &s.entry.Text
	to := &text.Minutes
	switch {
	case s.cur == printed.LabelDecision:
		to = &text.Decision
	case s.cur == printed.LabelMinutes:
	case s.cur == printed.LabelPurpose || s.labelled || text.Draft || r.fielded():
		to = &text.Notes
		if f, ok := printed.FieldOf(l.Text, l.Start); ok {
			text.Fields = append(text.Fields, f)
			return
		}
	}
	if n := len(*to); n > 0 && s.last == &(*to)[n-1] && htmltext.Continues(r.page, *s.last, l.Line) {
		s.last.Text = r.page[s.last.Start:l.End()]
		return
	}
	*to = append(*to, l.paragraph())
	s.last = &(*to)[len(*to)-1]
}

// fielded says that pages of this type are made of labelled facts.
func (r *reader) fielded() bool {
	switch r.typ {
	case record.PageDecision, record.PagePlanItem, record.PageOutsideBodies, record.PageIssueDecisions:
		return true
	}
	return false
}

// field reads a line that begins with a label in bold: "Decision Maker: Strategic Director".
func (r *reader) field(l line) (minutes.Field, bool) {
	at, ok := r.boldLabel(l)
	if !ok {
		return minutes.Field{}, false
	}
	from, to := printed.Trim(r.page, at.To, l.End())
	return minutes.Field{Label: strings.TrimRight(printed.Tidy(r.page[at.From:at.To]), ": "),
		Value: minutes.Paragraph{Text: r.page[from:to], Start: from}}, true
}
