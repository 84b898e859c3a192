package moderngovtext

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// listedDecision begins a decision on a list: "25/04/2024 - ALCOHOL BYELAWS ref: 5527    Recommendations Approved".
var listedDecision = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*[-–][\s\x{a0}]*(.+?)(?:[\s\x{a0}]+ref:[\s\x{a0}]*(\d+))?(?:[\s\x{a0}]+(Recommendations? (?:Approved|Not Approved|Amended)|For Determination|Information Only|Item (?:Deferred|Withdrawn|Noted)|Deferred|Noted|Withdrawn))?$`)

// decisionRow is a row of a list printed as a table: title, reference, date of decision, date of effect, call-in.
var decisionRow = regexp.MustCompile(`^(.+?)[\s\x{a0}]+ref:[\s\x{a0}]*(\d+)[\s\x{a0}]+(\d{1,2}/\d{1,2}/\d{4})(?:[\s\x{a0}]+(\d{1,2}/\d{1,2}/\d{4}))?(?:[\s\x{a0}]+(.*))?$`)

// decisionList reads a list of published decisions, each under its date and title. A list without them,
// of links alone, has no decisions to read.
func (r *reader) decisionList() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	var at []int
	for i, l := range lines {
		if listedDecision.MatchString(l.text) || decisionRow.MatchString(l.text) {
			at = append(at, i)
		}
	}
	for n, i := range at {
		end := len(lines)
		if n+1 < len(at) {
			end = at[n+1]
		}
		r.listed(lines[i], lines[i+1:end])
	}
}

// listed reads one decision of a list.
func (r *reader) listed(l line, body []line) {
	at := listedDecision.FindStringSubmatchIndex(l.text)
	if at == nil {
		r.listedRow(l, body)
		return
	}
	b := block{title: line{text: l.text[at[4]:at[5]], start: l.start + at[4]}, number0: line{text: l.text[:at[3]], start: l.start}, body: body}
	e := r.entry(b)
	e.item.SourceID = ""
	e.text.Fields = append(e.text.Fields, minutes.Field{Label: "Date of decision", Value: minutes.Paragraph{Text: l.text[at[2]:at[3]], Start: l.start + at[2]}})
	d, m := r.decisionFields(body)
	d.Title, d.Purpose, d.Text, d.Reasons, d.Alternatives = e.item.Title, e.item.Purpose, e.item.Decision, e.item.Reasons, e.item.Alternatives
	if d.MadeOn == "" {
		d.MadeOn = isoDate(l.text[at[2]:at[3]])
	}
	if at[6] >= 0 {
		d.SourceID = l.text[at[6]:at[7]]
	}
	if at[8] >= 0 {
		d.Status = l.text[at[8]:at[9]]
	}
	d.Span = e.item.Span
	d.Span.Rule = "listed-decision"
	r.out.Decisions = append(r.out.Decisions, d)
	r.under(m, e)
}

// listedRow reads one decision of a table.
func (r *reader) listedRow(l line, body []line) {
	at := decisionRow.FindStringSubmatchIndex(l.text)
	date := minutes.Paragraph{Text: l.text[at[6]:at[7]], Start: l.start + at[6]}
	b := block{title: line{text: l.text[at[2]:at[3]], start: l.start}, body: body}
	e := r.entry(b)
	e.item.SourceID = ""
	e.text.Fields = append(e.text.Fields, minutes.Field{Label: "Date of decision", Value: date})
	d, m := r.decisionFields(body)
	d.Title, d.Purpose, d.Text, d.Reasons, d.Alternatives = e.item.Title, e.item.Purpose, e.item.Decision, e.item.Reasons, e.item.Alternatives
	d.SourceID, d.MadeOn = l.text[at[4]:at[5]], isoDate(date.Text)
	if at[8] >= 0 {
		d.EffectiveOn = isoDate(l.text[at[8]:at[9]])
		e.text.Fields = append(e.text.Fields, minutes.Field{Label: "Effective from", Value: minutes.Paragraph{Text: l.text[at[8]:at[9]], Start: l.start + at[8]}})
	}
	if at[10] >= 0 {
		d.CallIn = calledIn(l.text[at[10]:at[11]])
	}
	d.Span = e.item.Span
	d.Span.Rule = "listed-decision"
	r.out.Decisions = append(r.out.Decisions, d)
	r.under(m, e)
}

// calledIn says whether a decision may be called in: nil where the column says neither.
func calledIn(s string) *bool {
	folded := strings.ToLower(s)
	switch {
	case strings.Contains(folded, "not for call"):
		no := false
		return &no
	case strings.Contains(folded, "call"):
		yes := true
		return &yes
	}
	return nil
}

// under puts an entry under its meeting, which an earlier entry may have put on the page.
func (r *reader) under(m record.Meeting, e entry) {
	for k := range r.out.Meetings {
		if have := &r.out.Meetings[k]; have.Committee == m.Committee && have.Date == m.Date {
			at := len(r.out.Meetings)
			r.add(record.Meeting{}, []entry{e})
			have = &r.out.Meetings[k]
			added := r.out.Meetings[at]
			have.Items = append(have.Items, added.Items...)
			have.Attendances = append(have.Attendances, added.Attendances...)
			have.Declarations = append(have.Declarations, added.Declarations...)
			r.out.Meetings = r.out.Meetings[:at]
			return
		}
	}
	r.add(m, []entry{e})
}

// decisionFields reads the labelled facts of a decision, and the meeting that took it.
func (r *reader) decisionFields(lines []line) (d record.Decision, m record.Meeting) {
	for _, l := range lines {
		label, value, ok := strings.Cut(l.text, ":")
		if !ok {
			continue
		}
		value = tidy(value)
		switch strings.ToLower(tidy(label)) {
		case "decision maker", "decision-maker", "decision made by", "penderfynwr":
			d.Maker = value
		case "decision status":
			d.Status = value
		case "is key decision?", "key decision?", "key decision":
			d.Key = yesNo(value)
		case "is subject to call in?", "subject to call in?", "is subject to call-in?":
			d.CallIn = yesNo(value)
		case "urgent item?", "is urgent?":
			d.Urgent = yesNo(value)
		case "date of decision", "decision date":
			d.MadeOn = isoDate(value)
		case "publication date", "date published", "decision published":
			d.PublishedOn = isoDate(value)
		case "effective from", "effective date":
			d.EffectiveOn = isoDate(value)
		case "decided at meeting", "made at meeting":
			if got := decidedAt.FindStringSubmatch(value); got != nil {
				m.Date, m.Committee = isoDate(got[1]), tidy(got[2])
				m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "decided-at-meeting"})
			}
		}
	}
	return d, m
}
