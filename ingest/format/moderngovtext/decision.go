package moderngovtext

import (
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// decidedAt is the value behind "Decided at meeting:".
var decidedAt = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*-[\s\x{a0}]*(.+?)[\s\x{a0}]*$`)

// decision reads a published decision: labelled facts and the sections between them.
func (r *reader) decision() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	var b block
	if len(lines) > 0 && !isField(lines[0]) {
		b.title, lines = lines[0], lines[1:]
	}
	d, m := r.decisionFields(lines)
	d.SourceID = r.url.ID
	b.body = lines
	e := r.entry(b)
	d.Title, d.Purpose, d.Text = e.item.Title, e.item.Purpose, e.item.Decision
	d.Reasons, d.Alternatives = e.item.Reasons, e.item.Alternatives
	d.Span = e.item.Span
	d.Span.Rule = "decision-page"
	r.out.Decisions = append(r.out.Decisions, d)
	r.add(m, []entry{e})
}

// isField says that a line is a labelled fact or a label, so that the page has lost its title.
func isField(l line) bool {
	_, ok := fieldOf(l)
	return ok || labelOf(l.text, false) != noLabel
}

// datedTitle begins a decision on the page of an issue's decisions: "04/10/2021 - Virtual meetings".
var datedTitle = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*[-–][\s\x{a0}]*(.+)$`)

// issueDecisions reads the decisions taken on one matter, each under its date and title.
func (r *reader) issueDecisions() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	var at []int
	for i, l := range lines {
		if datedTitle.MatchString(l.text) {
			at = append(at, i)
		}
	}
	first := len(lines)
	if len(at) > 0 {
		first = at[0]
	}
	if first > 0 && len(at) > 0 {
		r.out.Issue = &record.Issue{Title: tidy(lines[0].text), SourceID: r.url.Issue,
			Span: r.spans.Span(minutes.Place{Start: lines[0].start, End: lines[0].end(), Rule: "issue-title"})}
	}
	if len(at) == 0 {
		r.add(record.Meeting{}, []entry{r.entry(r.itemBlock(lines))})
		return
	}
	var entries []entry
	for n, i := range at {
		end := len(lines)
		if n+1 < len(at) {
			end = at[n+1]
		}
		l := lines[i]
		m := datedTitle.FindStringSubmatchIndex(l.text)
		b := block{title: line{text: l.text[m[4]:m[5]], start: l.start + m[4]}, body: lines[i+1 : end], number0: line{text: l.text[:m[3]], start: l.start}}
		e := r.entry(b)
		e.text.Fields = append(e.text.Fields, minutes.Field{Label: "Date of decision", Value: minutes.Paragraph{Text: l.text[m[2]:m[3]], Start: l.start + m[2]}})
		if len(e.text.Decision) == 0 {
			e.text.Decision, e.text.Minutes = e.text.Minutes, nil
			e.item.Decision, e.item.Minutes = e.item.Minutes, ""
		}
		entries = append(entries, e)
		r.out.Decisions = append(r.out.Decisions, record.Decision{Title: e.item.Title, MadeOn: isoDate(l.text[:m[3]]), Text: e.item.Decision, Span: e.item.Span})
	}
	r.add(record.Meeting{}, entries)
}
