package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
)

// block is one item as it stands on the page.
type block struct {
	number  string
	starred bool // marked as exempt
	title   line // the zero line where it has none
	body    []line
	// from and to are the item's bytes; links and anchors before its first word, within it, count as its own.
	from, to int
	mark     int // where the item's anchors may begin
}

// blocks cuts lines into items: at the rows of the table of items, else at the titles of items. head is
// what stands before the first.
func (r *reader) blocks(lines []line) (head []line, out []block) {
	first := len(lines)
	starts := r.starts(lines)
	if len(starts) > 0 {
		first = starts[0]
	}
	numbered := false
	for n, i := range starts {
		end := len(lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		b := r.block(lines[i:end])
		if i > 0 {
			b.mark = lines[i-1].End()
		}
		numbered = numbered || b.number != ""
		out = append(out, b)
	}
	if !numbered {
		return lines[:first], out
	}
	kept := out[:0]
	for _, b := range out {
		// A row with a title alone, on a page that numbers its items, is a heading between them.
		if b.number != "" || len(b.body) > 0 || printed.ReadFile(b.title.Text).Sized {
			kept = append(kept, b)
		}
	}
	return lines[:first], kept
}

// starts are the indexes of the lines that begin an item.
func (r *reader) starts(lines []line) []int {
	var out []int
	if len(r.items) == 0 {
		for i, l := range lines {
			if l.kind == number || l.kind == itemTitle && (i == 0 || lines[i-1].kind != number && !(lines[i-1].kind == itemTitle && bareNumber(lines[i-1].Text) != "")) {
				out = append(out, i)
			}
		}
		return out
	}
	titled := map[any]bool{}
	for _, l := range lines {
		if l.row != nil && (l.kind == number || l.kind == itemTitle) {
			titled[l.row] = true
		}
	}
	var last any
	for i, l := range lines {
		if l.row == nil || !titled[l.row] || last == any(l.row) {
			continue
		}
		last = l.row
		out = append(out, i)
	}
	return out
}

// block reads an item's number and title off its first lines.
func (r *reader) block(lines []line) block {
	b := block{from: lines[0].Start, to: lines[len(lines)-1].End(), mark: lines[0].Start}
	rest := lines
	if l := rest[0]; l.kind == number || l.kind == itemTitle && len(rest) > 1 && rest[1].kind == itemTitle && bareNumber(l.Text) != "" {
		b.number, b.starred = bareNumber(l.Text), strings.Contains(l.Text, "*")
		rest = rest[1:]
	}
	if len(rest) > 0 && (rest[0].kind == itemTitle || rest[0].kind == plain && b.number != "") {
		b.title, rest = rest[0], rest[1:]
		if b.number == "" {
			b.number, b.title = r.leading(b.title)
		}
	}
	b.body = rest
	return b
}

// leading parts a number from the title that it stands before: the title is a link and the number is
// not, or the number ends with a dot or a colon.
func (r *reader) leading(l line) (string, line) {
	cut := -1
	if links := r.linksIn(l.Start+1, l.End()); len(links) > 0 && len(links[0].to.Script)+len(links[0].href) > 0 {
		if n := bareNumber(l.Text[:links[0].From-l.Start]); n != "" {
			cut = links[0].From - l.Start
		}
	}
	if cut < 0 {
		cut = strings.IndexByte(l.Text, ' ') + 1
		if cut <= 1 || !strings.ContainsRune(".:", rune(l.Text[cut-2])) {
			return "", l
		}
	}
	n := bareNumber(l.Text[:cut])
	if n == "" || strings.HasSuffix(strings.TrimSpace(l.Text[:cut]), ":") && strings.ContainsAny(n, "/-") {
		// A colon stands behind the number of a planning application, which is part of the title.
		return "", l
	}
	from, to := printed.Trim(r.page, l.Start+cut, l.End())
	l.Text, l.Start = r.page[from:to], from
	return n, l
}

// bareNumber is an item's number without its dot, "" where the text is none: "4.", "3.a", "83a", "Item5:",
// "(9)", "C73/19".
func bareNumber(s string) string {
	s = strings.Trim(strings.TrimRight(printed.Tidy(s), ".: *"), "* ")
	s = strings.TrimRight(s, ".: ")
	for _, word := range []string{"Item", "Eitem"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	if s == "" || len(s) > 14 || strings.Count(s, " ") > 1 {
		return ""
	}
	if !strings.ContainsAny(s, "0123456789") && len(strings.Trim(s, "()")) > 1 && strings.Trim(strings.ToLower(s), "ivx()") != "" {
		return "" // of letters alone, a single one or a Roman number
	}
	letters, lower := 0, 0
	for _, c := range s {
		if lower++; c < 'a' || c > 'z' {
			lower = 0
		}
		if lower > 2 {
			return "" // a word
		}
		switch {
		case c >= '0' && c <= '9', strings.ContainsRune(" ./()-", c):
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			letters++
		default:
			return ""
		}
	}
	if letters > 5 {
		return ""
	}
	return s
}

// place is the whole item.
func (b block) place() minutes.Place {
	return minutes.Place{Start: b.from, End: b.to, Rule: "item-row"}
}
