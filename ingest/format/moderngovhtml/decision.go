package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// dated is a date before a name: "19/10/2015 - Policy Committee", "04/10/2021 - Virtual meetings".
var dated = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})(?:, *(\d{1,2}[:.]\d{2}))? *[-–] *(.+?) *$`)

// decision reads a published decision: labelled facts, the sections between them, its documents.
func (r *reader) decision() {
	lines := r.behindTitle()
	at := subject(lines)
	b := block{}
	if at >= 0 {
		b.title, b.body = lines[at], append(append([]line(nil), lines[:at]...), lines[at+1:]...)
	} else {
		b.body = lines
	}
	if len(lines) > 0 {
		b.from, b.to = lines[0].Start, lines[len(lines)-1].End()
	}
	d := record.Decision{}
	if r.url.Script == "iedecisiondetails" || r.url.Script == "" {
		d.SourceID = r.url.ID
	}
	var m record.Meeting
	for _, l := range lines {
		if l.kind != prose {
			r.decisionField(&d, &m, l)
		}
	}
	e := r.entry(b)
	d.Title, d.Purpose, d.Text = e.Item.Title, e.Item.Purpose, e.Item.Decision
	d.Reasons, d.Alternatives = e.Item.Reasons, e.Item.Alternatives
	d.Span = e.Item.Span
	d.Span.Rule = "decision-page"
	if r.url.Item != "" {
		e.Item.SourceID = r.url.Item
	}
	if e.Item.IssueID != "" {
		r.out.Issue = &record.Issue{SourceID: e.Item.IssueID}
	}
	r.out.Decisions = append(r.out.Decisions, d)
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, m, []assemble.Entry{e}))
}

// decisionField reads one labelled fact of a decision.
func (r *reader) decisionField(d *record.Decision, m *record.Meeting, l line) {
	name, value, ok := strings.Cut(l.Text, ":")
	if !ok {
		return
	}
	value = printed.Tidy(value)
	switch strings.ToLower(printed.Tidy(name)) {
	case "decision maker", "decision-maker", "decision made by", "penderfynwr":
		d.Maker = value
	case "decision status":
		d.Status = value
	case "is key decision?", "key decision?", "key decision":
		d.Key = printed.YesNo(value)
	case "is subject to call in?", "subject to call in?", "is subject to call-in?":
		d.CallIn = printed.YesNo(value)
	case "urgent item?", "is urgent?":
		d.Urgent = printed.YesNo(value)
	case "date of decision", "decision date":
		d.MadeOn = printed.ISODate(value)
	case "publication date", "date published":
		d.PublishedOn = printed.ISODate(value)
	case "effective from", "effective date":
		d.EffectiveOn = printed.ISODate(value)
	case "decided at meeting":
		got := dated.FindStringSubmatch(value)
		if got == nil {
			return
		}
		m.Date, m.Committee = printed.ISODate(got[1]), printed.Tidy(got[3])
		m.Span = r.spans.Span(l.place("decided-at-meeting"))
		for _, k := range r.linksIn(l.Start, l.End()) {
			m.CommitteeID, m.SourceID = k.to.Committee, k.to.Meeting
		}
	}
}
