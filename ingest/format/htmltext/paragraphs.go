package htmltext

import (
	"strings"

	"councilgraph/ingest/minutes"
)

// Paragraphs are the lines of a text as the language of minutes reads them: a sentence that a line break
// cuts is one paragraph again, and the figure in a row's second cell stays with what it counts.
func (t *Text) Paragraphs() []minutes.Paragraph {
	var out []minutes.Paragraph
	for _, l := range t.Lines {
		if n := len(out); n > 0 && Continues(t.String, out[n-1], l) {
			out[n-1].Text = t.String[out[n-1].Start:l.End()]
			continue
		}
		out = append(out, minutes.Paragraph{Text: l.Text, Start: l.Start})
	}
	return out
}

// Continues says that line l of a text goes on with the paragraph before it: only a line break parts
// them and it stands within a sentence, or l is the figure of a row, as in a table of votes: For | 7.
func Continues(text string, before minutes.Paragraph, l Line) bool {
	return l.Broken && goesOn(before.Text, l.Text) || isFigure(l.Text) &&
		text[before.Start+len(before.Text):l.Start] == " | " && (before.Start == 0 || text[before.Start-1] == '\n')
}

// goesOn says that a line break stands in the middle of a sentence.
func goesOn(before, next string) bool {
	switch before[len(before)-1] {
	case '.', ':', ';', '!', '?':
		return false
	}
	return next[0] >= 'a' && next[0] <= 'z' && !minutes.HasMarker(next)
}

// isFigure says that a cell holds a count of votes.
func isFigure(s string) bool { return len(s) <= 3 && strings.Trim(s, "0123456789") == "" }
