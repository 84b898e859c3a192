package moderngovtext

import (
	"strconv"
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/internal/regexp"
)

// numberLine is a line that holds only an item's number: "114.", "3a", "5.2", "C73/19", "9(a)".
var numberLine = regexp.MustCompile(`^\*?[\s\x{a0}]*(?:(?:Item|Eitem|Minute)[\s\x{a0}]+)?(\d{1,4}(?:\.\d{1,3})?(?:\.?[\s\x{a0}]?[a-zA-Z]{1,2})?(?:[\s\x{a0}]?\([a-zA-Z0-9]{1,4}\))?|[A-Z]{1,5}[\s\x{a0}]?[./]?[\s\x{a0}]?\d{1,5}(?:[/.-]\d{2,4})?|\d{1,4}/\d{2,4}|\([a-z0-9]{1,3}\))[.:)]?[\s\x{a0}]*\*?$`)

// list reads a page of items: agenda, decisions, minutes of one meeting.
func (r *reader) list() {
	first := r.itemsFrom()
	head := r.lines[:first]
	m := r.documentHead(head)
	for _, l := range r.lines[first:] {
		if got := labelOf(l.text, false); got == labelMinutes || got == labelDecision || l.cell > 0 && labelInside.MatchString(l.text) {
			r.labelled = true
		}
	}
	blocks := r.blocks(first)
	entries := make([]entry, 0, len(blocks))
	for _, b := range blocks {
		e := r.entry(b)
		e.item.SourceID = ""
		entries = append(entries, e)
	}
	for i, l := range head {
		if peopleLine.MatchString(l.text) {
			r.addWithHead(m, entries, minutes.ItemText{Page: r.typ, Minutes: r.paragraphs(head[i:])})
			return
		}
	}
	r.add(m, entries)
}

// itemsFrom is the index of the first line behind the head of the table of items.
func (r *reader) itemsFrom() int {
	last := -1
	for i, l := range r.lines {
		if itemsHead.MatchString(l.text) {
			last = i
			break
		}
	}
	if last >= 0 {
		i := last + 1
		if i < len(r.lines) && strings.EqualFold(r.lines[i].text, "item") {
			i++
		}
		return i
	}
	for i, l := range r.lines {
		if strings.EqualFold(l.text, "items") || strings.EqualFold(l.text, "eitemau") {
			return i + 1
		}
	}
	for i := range r.lines {
		if r.itemStart(i, "") {
			return i
		}
	}
	for i, l := range r.lines {
		if i > 40 || printed.HeadLine.MatchString(l.text) {
			continue
		}
		label, _, ok := strings.Cut(l.text, ":")
		if ok && (label == "Venue" || label == "Contact" || label == "Lleoliad" || label == "Cyswllt") {
			last = i
		}
	}
	return last + 1
}

// blocks cuts the lines from first on into items.
func (r *reader) blocks(first int) []block {
	var starts []int
	number := ""
	for i := first; i < len(r.lines); i++ {
		if r.itemStart(i, number) {
			number = numberOf(r.lines[i].text)
			if len(starts) == 0 {
				r.dots = strings.Contains(r.lines[i].text, ".")
			}
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		if at, style := r.headings(first); style != nil && r.labelled && r.lines[at].cell == 0 {
			return r.headed(at, style)
		}
		return r.unnumbered(first)
	}
	var out []block
	if head := r.lines[first:starts[0]]; len(head) > 1 && marked(head[1:]) && titleLike(head[0].text) && !prose(head[0].text) {
		out = append(out, r.again(block{title: head[0], body: head[1:]})...)
	}
	for n, i := range starts {
		end := len(r.lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		b := block{number: numberOf(r.lines[i].text), number0: r.lines[i], starred: strings.Contains(r.lines[i].text, "*")}
		if i > 0 && strings.Trim(r.lines[i-1].text, "* ") == "" {
			b.starred = true
		}
		if i+1 < end && r.lines[i+1].cell > 0 {
			cut := r.cut(r.uninline(r.lines[i+1 : end]))
			b.title, b.body = cut.title, cut.body
		} else if i+1 < end {
			b.title = r.lines[i+1]
			b.body = r.lines[i+2 : end]
		}
		out = append(out, r.again(b)...)
	}
	return out
}

func numberOf(s string) string {
	m := numberLine.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return tidy(m[1])
}

// itemStart says that line i is an item's number, the item before being number.
func (r *reader) itemStart(i int, number string) bool {
	l := r.lines[i]
	if len(l.text) > 24 || i+1 >= len(r.lines) {
		return false
	}
	if yearLine.MatchString(l.text) || l.cell > 0 && i > 0 && r.lines[i-1].cell == l.cell {
		return false
	}
	m := numberLine.FindStringSubmatch(l.text)
	next := r.lines[i+1].text
	if m != nil && r.lines[i+1].cell > l.cell && l.cell > 0 && labelOf(next, false) == noLabel && len(next) > 3 {
		return follows(number, tidy(m[1]), true)
	}
	if m == nil || !titleLike(next) || thatOrSmall.MatchString(next) {
		return false
	}
	if minutes.HasMarker(next) && !addressLike.MatchString(next) && !readFile(next).Sized {
		return false
	}
	found := tidy(m[1])
	if paragraphOf(number, found) && prose(next) && !r.evidence(i+1) {
		return false
	}
	if number != "" && wholeNumber.MatchString(found) && r.dots && !strings.Contains(l.text, ".") && !r.evidence(i+1) {
		return false // a figure in a table
	}
	return follows(number, found, strings.HasSuffix(strings.TrimRight(l.text, "* "), ".")) || number != found && r.evidence(i+1)
}

// wholeNumber is a number without letters and points.
var wholeNumber = regexp.MustCompile(`^\d+$`)

// yearLine is a municipal year that stands on a line of its own: "2021/22."
var yearLine = regexp.MustCompile(`^(?:19|20)\d{2}[/-]\d{2}[.;]?$`)

// thatOrSmall begins an entry of a list, not a title.
var thatOrSmall = regexp.MustCompile(`^(?:That\b|[a-z]|RESOLVED\b|Resolved\b|UNANIMOUSLY\b|AGREED\b|Agreed\b|RECOMMENDED\b|NOTED\b|DECISION\b)`)

// addressLike is a title that begins with a house number: "12 The Avenue".
var addressLike = regexp.MustCompile(`^\d{1,4}[\s\x{a0}]+[A-Z]`)

// paragraphOf says that a number is that of a paragraph of the item: 5.1 under item 5.
func paragraphOf(item, number string) bool {
	return item != "" && strings.HasPrefix(number, strings.TrimRight(item, ".")+".")
}

// evidence says that a title has one of the system's labels close behind it, or a file's size.
func (r *reader) evidence(title int) bool {
	if readFile(r.lines[title].text).Size != "" {
		return true
	}
	for i := title + 1; i < len(r.lines) && i <= title+3; i++ {
		switch labelOf(r.lines[i].text, false) {
		case labelMinutes, labelDecision, labelDocuments:
			return true
		}
	}
	return false
}

// sentence is the beginning of running text: what a paragraph under its own number begins with.
var sentence = regexp.MustCompile(`(?i)^(?:the (?:committee|cabinet|council|board|panel|sub-committee|chair\w*|leader|mayor|executive|director|head|report|officer|meeting)\b.*|members|councillors?|cllrs?|resolved|agreed|that|in response|it was|there (?:was|were)|a (?:member|question)|mr|mrs|ms)\b.*[.:;]$`)

// titleLike says that a line may be an item's title.
func titleLike(s string) bool {
	if len(s) > 600 || labelOf(s, false) != noLabel || numberLine.MatchString(s) && len(s) < 6 {
		return false
	}
	if sentence.MatchString(s) && len(s) > 60 {
		return false
	}
	return strings.ContainsFunc(s, func(c rune) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c > 0x7f })
}

var leadDigits = regexp.MustCompile(`\d+`)

// follows says that an item numbered next may come after one numbered last.
func follows(last, next string, dotted bool) bool {
	if last == "" {
		return true
	}
	a, b := leadDigits.FindAllString(last, -1), leadDigits.FindAllString(next, -1)
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, _ := strconv.Atoi(a[0])
	y, _ := strconv.Atoi(b[0])
	switch {
	case y > x:
		return dotted || y-x < 40
	case y < x:
		return false
	}
	return next != last
}

// again cuts a block in which the labels start anew: the item behind had no number of its own.
func (r *reader) again(b block) []block {
	var out []block
	whole, from := b.body, 0 // where the block in hand begins
	title, seen := -1, false // the last line that is no label and may be a title
	for i, l := range whole {
		switch labelOf(l.text, false) {
		case noLabel:
			if i > from {
				title = i
			}
		case labelMinutes:
			if !seen {
				seen = true
				continue
			}
			if title < 0 || len(whole[title].text) > 160 || strings.HasSuffix(whole[title].text, ".") {
				continue
			}
			b.body = whole[from:title]
			out = append(out, b)
			b, from, title = block{title: whole[title]}, title+1, -1
		}
	}
	b.body = whole[from:]
	return append(out, b)
}
