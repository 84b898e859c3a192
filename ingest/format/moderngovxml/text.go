package moderngovxml

import (
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
)

// text is the page's text in the making: facts on lines of their own, blank lines between groups.
// The zero value is empty.
type text struct {
	b     strings.Builder
	apart bool
}

// gap leaves a blank line before what is written next, unless nothing stands above it.
func (t *text) gap() { t.apart = true }

// line writes s as a line and gives it where it stands; what is blank writes nothing and has no text.
func (t *text) line(s string) minutes.Paragraph { return t.cells("", s)[0] }

// labelled writes "label: value" and gives the value where it stands; nothing where the value is blank.
func (t *text) labelled(label, value string) minutes.Paragraph { return t.cells(label+": ", value)[0] }

// row writes a line of cells with bars between them and gives each where it stands.
func (t *text) row(cells ...string) []minutes.Paragraph { return t.cells("", cells...) }

func (t *text) cells(label string, cells ...string) []minutes.Paragraph {
	out := make([]minutes.Paragraph, len(cells))
	first := true
	for i, c := range cells {
		if c = printed.Tidy(c); c == "" {
			continue
		}
		if first {
			t.begin()
			t.b.WriteString(label)
		} else {
			t.b.WriteString(" | ")
		}
		first = false
		out[i] = minutes.Paragraph{Text: c, Start: t.b.Len()}
		t.b.WriteString(c)
	}
	if !first {
		t.b.WriteByte('\n')
	}
	return out
}

// rendered writes rendered markup as it is and gives its paragraphs where they stand.
func (t *text) rendered(from *htmltext.Text) []minutes.Paragraph {
	out := from.Paragraphs()
	if len(out) == 0 {
		return nil
	}
	t.begin()
	for i := range out {
		out[i].Start += t.b.Len()
	}
	t.b.WriteString(from.String)
	t.b.WriteByte('\n')
	return out
}

func (t *text) begin() {
	if t.apart && t.b.Len() > 0 {
		t.b.WriteByte('\n')
	}
	t.apart = false
}
