package moderngovtext

import (
	"strings"

	"councilgraph/ingest/record"
)

// single reads a page about one thing: an item, a petition, a plan item, an outside body.
func (r *reader) single() {
	lines := r.lines[min(r.skipHead(), len(r.lines)):]
	if r.typ == record.PageItem {
		r.add(record.Meeting{}, []entry{r.entry(r.itemBlock(lines))})
		return
	}
	b := block{body: lines}
	if len(lines) > 0 {
		b.title, b.body = lines[0], lines[1:]
	}
	r.add(record.Meeting{}, []entry{r.entry(b)})
}

// itemBlock reads a page of one item: its title, with or without its number, then its text.
func (r *reader) itemBlock(lines []line) block {
	if len(lines) == 0 {
		return block{}
	}
	if (!r.titled() || lines[0].gap >= 2) && !readFile(lines[0].text).Sized && (prose(lines[0].text) || lines[0].gap >= 2 && strings.HasSuffix(lines[0].text, ".")) {
		return block{body: lines}
	}
	b := block{title: lines[0], body: lines[1:]}
	l := lines[0]
	switch at := leadingNumber(l.text); {
	case labelOf(l.text, false) != noLabel:
		return block{body: lines}
	case len(lines) > 1 && numberLine.MatchString(l.text) && titleLike(lines[1].text):
		return block{number: numberOf(l.text), number0: l, title: lines[1], body: lines[2:]}
	case at > 0 && strings.HasSuffix(l.text[:at], "."):
		b.number, b.number0 = strings.TrimRight(l.text[:at], "."), line{text: l.text[:at], start: l.start}
		from, to := trim(r.page, l.start+at, l.end())
		b.title = line{text: r.page[from:to], start: from, gap: l.gap}
	}
	return b
}

// titled says that the page still has its own title.
func (r *reader) titled() bool { return r.skipHead() > 0 }

// prose says that a line is running text: long, and it ends as a sentence does.
func prose(s string) bool {
	return len(s) > 160 || len(s) > 60 && strings.HasSuffix(s, ".")
}
