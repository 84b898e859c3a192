package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// votes reads a voting record: under each meeting's head its items, under each item its votes.
func (r *reader) votes() {
	var m record.Meeting
	var entries []entry
	var b *block
	close := func() {
		if b != nil {
			entries = append(entries, r.entry(*b))
		}
		b = nil
	}
	flush := func() {
		close()
		if len(entries) > 0 || m.Date != "" {
			r.add(m, entries)
		}
		m, entries = record.Meeting{}, nil
	}
	for _, l := range r.lines[min(r.skipHead(), len(r.lines)):] {
		if head, ok := votesHead(l); ok {
			flush()
			m = head
			m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "votes-head"})
			continue
		}
		if rest, ok := cutLabel(l, "item", "eitem"); ok {
			close()
			b = &block{title: rest}
			if at := leadingNumber(rest.text); at > 0 && strings.HasSuffix(rest.text[:at], ".") {
				b.number, b.number0 = strings.TrimRight(rest.text[:at], "."), line{text: rest.text[:at], start: rest.start}
				from, to := trim(r.page, rest.start+at, rest.end())
				b.title = line{text: r.page[from:to], start: from}
			}
			continue
		}
		if b != nil {
			b.body = append(b.body, l)
		}
	}
	flush()
}

// votesHead reads "Planning Committee, Tuesday, 6th April, 2021 6.00 pm"; a kind of meeting may stand
// before its committee: "Council (Budget), Council, Thursday, ...".
func votesHead(l line) (record.Meeting, bool) {
	if len(l.text) > 200 || strings.HasPrefix(strings.ToLower(l.text), "item:") {
		return record.Meeting{}, false
	}
	m, ok := headOf(l, printed.VotesHeadLine)
	if !ok {
		m, ok = headOf(l, printed.HeadLine)
	}
	if ok {
		if first, rest, found := strings.Cut(m.Committee, ", "); found && strings.HasPrefix(first, rest) {
			m.Committee = first
		}
	}
	return m, ok
}

// cutLabel is what stands behind one of the labels that a line begins with.
func cutLabel(l line, names ...string) (line, bool) {
	label, _, ok := strings.Cut(l.text, ":")
	if !ok {
		return line{}, false
	}
	for _, n := range names {
		if strings.EqualFold(tidy(label), n) {
			rest := l.text[len(label)+1:]
			from, to := trim(rest, 0, len(rest))
			return line{text: rest[from:to], start: l.start + len(label) + 1 + from, gap: l.gap}, from < to
		}
	}
	return line{}, false
}
