package moderngovtext

import (
	"strconv"
	"strings"

	"councilgraph/internal/regexp"
)

// headingStyles are the ways in which documents number their headings, the surest first.
var headingStyles = []*regexp.Regexp{
	regexp.MustCompile(`^((?:[A-Z]{1,5}[\s\x{a0}]?\.?[\s\x{a0}]?)?\d{1,4}/\d{2,4}(?:/\d{2,4})?)\.?(?:[\s\x{a0}]+|$)?([^\s\d/].*|)$`),
	regexp.MustCompile(`^((?:Item|Minute|Agenda item)[\s\x{a0}]+(?:No\.?[\s\x{a0}]*)?\d{1,4}[a-z]?)[.:]?(?:[\s\x{a0}–-]+|$)(.*)$`),
	regexp.MustCompile(`^(\d{1,3}\.0)(?:[\s\x{a0}]+|$)(.*)$`),
	regexp.MustCompile(`^(\d{1,4}[a-z]?)\.(?:[\s\x{a0}]+|$)(.*)$`),
	regexp.MustCompile(`^(\d{1,4}[a-z]?)(?:[\s\x{a0}]+|$)(.*)$`),
	regexp.MustCompile(`^([A-Z]{1,4}\.?[\s\x{a0}]?\d{1,4})\.?(?:[\s\x{a0}]+|$)(.*)$`),
}

// headings finds the first heading of a document and its style of numbers; without any, the first line
// behind the head's lists of people and no style.
func (r *reader) headings(from int) (first int, style *regexp.Regexp) {
	for _, s := range headingStyles {
		n, at, last := 0, -1, ""
		for i := from; i < len(r.lines); i++ {
			if num, _, ok := r.headingAt(i, s, last); ok {
				if at < 0 {
					at = i
				}
				last = num
				n++
			}
		}
		if n >= 2 || n == 1 && s == headingStyles[0] {
			return at, s
		}
	}
	at := from
	for i := from; i < len(r.lines) && i < 60; i++ {
		if peopleLine.MatchString(r.lines[i].text) || dateLine.MatchString(r.lines[i].text) || heldLine.MatchString(r.lines[i].text) {
			at = i + 1
		}
	}
	return min(at, len(r.lines)), nil
}

// headingAt reads the heading in line i: its number, and where on the line its title begins (-1: the
// title is the next line). last is the number of the heading before.
func (r *reader) headingAt(i int, style *regexp.Regexp, last string) (number string, title int, ok bool) {
	l := r.lines[i]
	if len(l.text) > 220 || dateLine.MatchString(l.text) {
		return "", 0, false
	}
	m := style.FindStringSubmatchIndex(l.text)
	if m == nil {
		return "", 0, false
	}
	number = tidy(l.text[m[2]:m[3]])
	if isoDate(number) != "" {
		return "", 0, false
	}
	if !ascends(last, number) {
		return "", 0, false
	}
	rest := strings.TrimFunc(l.text[m[4]:m[5]], blank)
	if rest == "" {
		if i+1 >= len(r.lines) || !headingText(r.lines[i+1].text) && !(i > 0 && underTitle(r.lines, i)) {
			return "", 0, false
		}
		return number, -1, true
	}
	if !headingText(rest) {
		return "", 0, false
	}
	return number, m[4], true
}

var verbAhead = regexp.MustCompile(`(?i)^(?:that|to (?:note|approve|agree|receive and)|resolved|agreed|members|councillors?|cllrs?|the (?:committee|council|cabinet|chair\w*|mayor|clerk|director|report|officer|board|panel)[\s\x{a0}]+\w+ed|a report|there (?:was|were)|it was)\b`)

// headingText says that a text may be a heading: short, no sentence, a capital at its front.
func headingText(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 180 || labelOf(s, false) != noLabel {
		return false
	}
	c := s[0]
	if !(c >= 'A' && c <= 'Z' || c >= 0x80 || c == '\'' || c == '"' || c == '*' || c >= '0' && c <= '9' && len(s) > 8) {
		return false
	}
	if s == strings.ToUpper(s) && len(s) > 2 {
		return true
	}
	if verbAhead.MatchString(s) || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ",") {
		return false
	}
	return !strings.HasSuffix(s, ".") || len(s) < 90 && !strings.Contains(strings.TrimSuffix(s, "."), ". ")
}

// ascends says that number next may come after last: greater, by no more than a page's worth of items.
func ascends(last, next string) bool {
	if last == "" {
		return true
	}
	a, b := leadDigits.FindString(last), leadDigits.FindString(next)
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	return y > x && y-x <= 15 || y == x && next > last && len(next) > len(b)
}

// minuteRow is a row of the second table of old minutes: minute number, item number, text.
var minuteRow = regexp.MustCompile(`^(\d{1,4})[\s\x{a0}]+(\d{1,3}[a-z]?)\.?(?:[\s\x{a0}]+|$)(.*)$`)

// repeated finds the item whose number a line begins with once more: minutes of old print a table of
// subjects and then one of minutes, both by number. rest is what the line says behind the number.
func (r *reader) repeated(l line, style *regexp.Regexp, items []block) (index int, rest line) {
	behind := func(k, at int) line {
		from, to := trim(r.page, l.start+at, l.end())
		if text := r.page[from:to]; from < to && text != items[k].title.text {
			return line{text: text, start: from, gap: l.gap}
		}
		return line{}
	}
	if m := minuteRow.FindStringSubmatchIndex(l.text); m != nil && len(items) > 1 {
		for k := range items {
			if items[k].number == l.text[m[4]:m[5]] && items[k].minute == "" && (k == 0 || items[k-1].minute != "") {
				items[k].minute = l.text[m[2]:m[3]]
				return k, behind(k, m[6])
			}
		}
	}
	m := style.FindStringSubmatchIndex(l.text)
	if m == nil || style != headingStyles[0] && !subjectsOnly(items) {
		return -1, line{}
	}
	number := tidy(l.text[m[2]:m[3]])
	for k := range items {
		if items[k].number == number {
			return k, behind(k, m[4])
		}
	}
	return -1, line{}
}

// subjectsOnly says that items are the rows of a table of subjects: from one on none has any text.
func subjectsOnly(items []block) bool {
	filled := 0
	for _, b := range items {
		if len(b.body) > 0 {
			filled++
		}
	}
	return len(items) > 1 && (filled == 0 || len(items[len(items)-1].body) == 0)
}

// underTitle says that line i, a number, stands under its title and not above it: the line before is in
// capitals, the line behind is a sentence.
func underTitle(lines []line, i int) bool {
	before := lines[i-1].text
	return before == strings.ToUpper(before) && len(before) > 4 && !strings.HasSuffix(before, ".") && i+1 < len(lines) && strings.HasSuffix(lines[i+1].text, ".")
}

// headed cuts the lines from first on at the headings of a style.
func (r *reader) headed(first int, style *regexp.Regexp) []block {
	if style == nil {
		if first >= len(r.lines) {
			return nil
		}
		return []block{{body: r.lines[first:]}}
	}
	var out []block
	last, open := "", -1
	for i := first; i < len(r.lines); i++ {
		number, at, ok := r.headingAt(i, style, last)
		if !ok {
			if again, rest := r.repeated(r.lines[i], style, out); again >= 0 {
				open = again
				if rest.text != "" {
					out[open].body = append(out[open].body, rest)
				}
			} else if open >= 0 && !furniture(r.lines[i].text) {
				out[open].body = append(out[open].body, r.lines[i])
			}
			continue
		}
		last = number
		open = len(out)
		l := r.lines[i]
		b := block{number: strings.TrimPrefix(strings.TrimPrefix(number, "Item "), "Minute "), number0: l}
		if at < 0 {
			if n := len(out); n > 0 && len(out[n-1].body) > 1 && underTitle(r.lines, i) {
				before := &out[n-1]
				b.title = before.body[len(before.body)-1]
				before.body = before.body[:len(before.body)-1]
				out = append(out, b)
				continue
			}
			if len(out) == 0 && i > 0 && underTitle(r.lines, i) {
				b.title = r.lines[i-1]
				out = append(out, b)
				continue
			}
			i++
			b.title = r.lines[i]
		} else {
			from, to := trim(r.page, l.start+at, l.end())
			b.number0 = line{text: l.text[:at], start: l.start}
			b.title = line{text: r.page[from:to], start: from}
		}
		out = append(out, b)
	}
	return out
}
