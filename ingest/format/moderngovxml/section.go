package moderngovxml

import (
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
)

// notes takes what stands on the agenda about the item: facts with labels, and the rest as its purpose.
func (it *item) notes(ps []minutes.Paragraph) {
	for _, p := range ps {
		if f, ok := printed.FieldOf(p.Text, p.Start); ok {
			it.text.Fields = append(it.text.Fields, f)
			continue
		}
		it.text.Notes = append(it.text.Notes, p)
	}
}

// minutes takes the item's minutes. Where the service gives no decision apart from them, what stands under
// a label of its own within them is the decision.
func (it *item) minutes(ps []minutes.Paragraph) {
	apart := len(it.text.Decision) > 0
	to := &it.text.Minutes
	for _, p := range ps {
		label, rest := printed.LabelOf(p.Text, false), len(p.Text)
		if label == printed.NoLabel {
			label, rest = printed.InlineLabel(p.Text)
		}
		switch {
		case apart:
		case label == printed.LabelDecision:
			to = &it.text.Decision
			p = behind(p, rest)
		case label == printed.LabelMinutes:
			to = &it.text.Minutes
			p = behind(p, rest)
		}
		if p.Text != "" {
			*to = append(*to, p)
		}
	}
}

// behind is the paragraph from byte at on, without the blanks at its ends.
func behind(p minutes.Paragraph, at int) minutes.Paragraph {
	from, to := printed.Trim(p.Text, at, len(p.Text))
	return minutes.Paragraph{Text: p.Text[from:to], Start: p.Start + from}
}
