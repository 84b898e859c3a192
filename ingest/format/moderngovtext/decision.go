package moderngovtext

import (
	"regexp"
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// decisionLabel is a labelled fact of a decision's page.
var decisionLabel = regexp.MustCompile(`^([A-Z][^:|]{2,60}?)[\s\x{a0}]*:[\s\x{a0}]*(.*)$`)

// decidedAt is the value behind "Decided at meeting:".
var decidedAt = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*-[\s\x{a0}]*(.+?)[\s\x{a0}]*$`)

// decision reads a published decision: labelled facts and the sections between them.
func (r *reader) decision() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	var b block
	if len(lines) > 0 {
		b.title, lines = lines[0], lines[1:]
	}
	d := record.Decision{SourceID: r.url.id}
	var m record.Meeting
	for _, l := range lines {
		label, value, ok := strings.Cut(l.text, ":")
		if !ok {
			continue
		}
		value = tidy(value)
		switch strings.ToLower(tidy(label)) {
		case "decision maker", "decision-maker", "decision made by":
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
		case "publication date", "date published":
			d.PublishedOn = isoDate(value)
		case "effective from", "effective date":
			d.EffectiveOn = isoDate(value)
		case "decided at meeting":
			if got := decidedAt.FindStringSubmatch(value); got != nil {
				m.Date, m.Committee = isoDate(got[1]), tidy(got[2])
				m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "decided-at-meeting"})
			}
		}
	}
	b.body = lines
	e := r.entry(b)
	d.Title, d.Purpose, d.Text = e.item.Title, e.item.Purpose, e.item.Decision
	d.Span = e.item.Span
	d.Span.Rule = "decision-page"
	r.out.Decisions = append(r.out.Decisions, d)
	r.add(m, []entry{e})
}

func yesNo(s string) *bool {
	switch strings.ToLower(strings.Trim(s, " .;")) {
	case "yes", "true":
		v := true
		return &v
	case "no", "false":
		v := false
		return &v
	}
	return nil
}
