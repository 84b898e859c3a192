package moderngovtext

import (
	"strings"

	"councilgraph/ingest/minutes"
)

// unnumbered cuts a list whose numbers were lost: by the cells of its table, else by its labels.
func (r *reader) unnumbered(first int) []block {
	lines := r.lines[first:]
	if len(lines) > 0 && lines[len(lines)-1].cell > 0 {
		if labelCells(lines) {
			return r.byLabels(lines)
		}
		return r.byCell(lines)
	}
	switch {
	case !marked(lines):
		return r.byGap(lines)
	case r.labelled:
		return r.byLabel(lines)
	}
	return r.byDocuments(lines)
}

// byGap cuts a list that has lost numbers and labels where a title stands behind a wide gap.
func (r *reader) byGap(lines []line) []block {
	var out []block
	for i, l := range lines {
		title := l.gap >= 2 && len(l.text) < 120 && titleLike(l.text) && !minutes.HasMarker(l.text) && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ";") && !strings.HasSuffix(l.text, ":")
		switch {
		case title || i == 0 && !prose(l.text):
			out = append(out, block{title: l})
		case i == 0:
			out = append(out, block{body: []line{l}})
		default:
			b := &out[len(out)-1]
			b.body = append(b.body, l)
		}
	}
	return out
}

// byLabel cuts a list without numbers and cells where the labels start anew.
func (r *reader) byLabel(lines []line) []block {
	if len(lines) == 0 {
		return nil
	}
	return r.again(block{title: lines[0], body: lines[1:]})
}

// byDocuments cuts a list that has kept only the labels of its documents: each item has one, behind its
// title where the title was kept.
func (r *reader) byDocuments(lines []line) []block {
	var out []block
	var open block
	put := func() {
		if open.title.text != "" || len(open.body) > 0 {
			out = append(out, open)
		}
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		title := i+1 < len(lines) && labelOf(lines[i+1].text, false) == labelDocuments && titleLike(l.text) && !prose(l.text) && !strings.HasSuffix(l.text, ".")
		switch {
		case title:
			put()
			open = block{title: l, body: []line{lines[i+1]}}
			i++
		case labelOf(l.text, false) == labelDocuments:
			put()
			open = block{body: []line{l}}
		default:
			open.body = append(open.body, l)
		}
	}
	put()
	return out
}
