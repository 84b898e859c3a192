package cmis

import (
	"strconv"
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

var (
	// itemLine begins an item: its number and title, or its number alone.
	itemLine = regexp.MustCompile(`^(\d{1,3}[a-z]?)(?:[.)])?(?:[\s\x{a0}]+(\S.*))?$`)
	// minuteNumber is the number of an item's minute, alone on its line.
	minuteNumber = regexp.MustCompile(`^\d{2,5}$`)
	// size stands in brackets behind a document: "(93Kb)".
	size = regexp.MustCompile(`(?i)[\s\x{a0}]*\((\d[\d.,]*[\s\x{a0}]?(?:KB|MB|K|bytes))\)$`)
)

// meeting reads what stands behind the head: documents, items, and the tabs of people.
func (r *reader) meeting(m record.Meeting, first int) {
	var entries []assemble.Entry
	var cur *assemble.Entry
	var from, to, last int
	close := func() {
		if cur == nil {
			return
		}
		assemble.Sections(&cur.Item, cur.Text)
		cur.Item.Span = r.spans.Span(minutes.Place{Start: from, End: to, Rule: "item-lines"})
		entries = append(entries, *cur)
		cur = nil
	}
	people := roll{reader: r, meeting: &m}
	for i := first; i < len(r.lines); i++ {
		l := r.lines[i]
		if people.add(l, cur != nil) {
			close()
			continue
		}
		if f, ok := r.file(l); ok {
			if cur == nil {
				m.Documents = append(m.Documents, f)
			} else {
				cur.Item.Documents = append(cur.Item.Documents, f)
				to = l.end()
			}
			continue
		}
		if number, title, ok := r.itemAt(i, last); ok {
			close()
			last, _ = strconv.Atoi(strings.TrimRight(number, "abcdefghijklmnopqrstuvwxyz"))
			cur = &assemble.Entry{Item: record.AgendaItem{Number: number, Title: printed.Tidy(title.text)}}
			cur.Text = minutes.ItemText{Page: record.PageMeeting, Number: number, Title: []minutes.Paragraph{{Text: title.text, Start: title.start}}}
			from, to = l.start, title.end()
			if title.start > l.end() {
				i++
			}
			continue
		}
		if cur == nil {
			continue
		}
		to = l.end()
		if minuteNumber.MatchString(l.text) && cur.Item.MinuteNumber == "" {
			cur.Item.MinuteNumber = l.text
			continue
		}
		cur.Text.Minutes = append(cur.Text.Minutes, minutes.Paragraph{Text: l.text, Start: l.start})
	}
	people.flush()
	close()
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, m, entries))
}

// itemAt reads the item that begins at line i: numbers ascend one by one, and the title stands on the
// number's line or on the next.
func (r *reader) itemAt(i, last int) (number string, title line, ok bool) {
	l := r.lines[i]
	got := itemLine.FindStringSubmatchIndex(l.text)
	if got == nil || len(l.text) > 250 {
		return "", line{}, false
	}
	number = l.text[got[2]:got[3]]
	n, _ := strconv.Atoi(strings.TrimRight(number, "abcdefghijklmnopqrstuvwxyz"))
	if n < last || n > last+3 || n == 0 {
		return "", line{}, false
	}
	if got[4] >= 0 {
		title = line{text: l.text[got[4]:got[5]], start: l.start + got[4]}
	} else if i+1 < len(r.lines) {
		title = r.lines[i+1]
	}
	if cut := printed.ReadFile(title.text); cut.Sized && got[4] < 0 {
		return "", line{}, false
	}
	c := strings.TrimLeft(title.text, `"'‘“(`)
	if c == "" || c[0] >= 'a' && c[0] <= 'z' || len(title.text) > 200 || strings.HasSuffix(title.text, ";") || printed.LabelOf(title.text, false) != printed.NoLabel {
		return "", line{}, false
	}
	return number, title, true
}

// file reads a document's line: a link to the system's documents, or a title with its size in brackets.
func (r *reader) file(l line) (record.File, bool) {
	for _, k := range l.links {
		if !strings.Contains(strings.ToLower(k.href), "document.ashx") && !strings.HasSuffix(strings.ToLower(k.href), ".pdf") {
			continue
		}
		f := record.File{Title: printed.Tidy(r.page[k.From:k.To]), URL: k.href,
			Span: r.spans.Span(minutes.Place{Start: k.From, End: k.To, Rule: "listed-document"})}
		if got := size.FindStringSubmatch(l.text); got != nil {
			f.Size = printed.Tidy(got[1])
		}
		return f, true
	}
	if f := printed.ReadFile(l.text); f.Sized && f.Title != "" {
		return f.Record(l.start, r.spans, "listed-document"), true
	}
	return record.File{}, false
}
