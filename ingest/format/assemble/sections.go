package assemble

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// Sections gives the item its text for people: purpose, minutes, decision, and the reasons and
// alternatives that stand under headings of their own within these.
func Sections(it *record.AgendaItem, text minutes.ItemText) {
	it.Purpose, it.Minutes = joined(text.Notes), joined(text.Minutes)
	decision, reasons, alternatives := asides(text.Decision)
	if len(reasons) == 0 && len(alternatives) == 0 {
		_, reasons, alternatives = asides(text.Minutes)
	}
	it.Decision, it.Reasons, it.Alternatives = joined(decision), joined(reasons), joined(alternatives)
}

// asides parts a text at the headings of its reasons and alternatives.
func asides(ps []minutes.Paragraph) (main, reasons, alternatives []minutes.Paragraph) {
	to := &main
	for _, p := range ps {
		l := printed.LabelOf(p.Text, bareLabel(p.Text))
		rest := len(p.Text)
		if l == printed.NoLabel {
			l, rest = printed.InlineLabel(p.Text)
		}
		switch l {
		case printed.LabelReasons:
			to = &reasons
		case printed.LabelAlternatives:
			to = &alternatives
		case printed.LabelDecision, printed.LabelMinutes:
			to = &main
			continue
		default:
			*to = append(*to, p)
			continue
		}
		if from, end := printed.Trim(p.Text, rest, len(p.Text)); from < end {
			*to = append(*to, minutes.Paragraph{Text: p.Text[from:end], Start: p.Start + from})
		}
	}
	return main, reasons, alternatives
}

// bareLabel says that a line may be a label without its colon: a heading that minutes use, alone on
// its line. "Minutes" is not among them, for it is the commonest title.
func bareLabel(s string) bool {
	switch printed.LabelOf(s, true) {
	case printed.LabelDecision, printed.LabelReasons, printed.LabelAlternatives, printed.LabelRecordedVote:
		return true
	}
	return false
}

// joined is paragraphs as text for people: one a line.
func joined(ps []minutes.Paragraph) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(printed.Tidy(p.Text))
	}
	return b.String()
}
