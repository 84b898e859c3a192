package minutes

import (
	"strconv"
	"strings"

	"councilgraph/internal/regexp"
)

// listEntry is one entry of a list of resolutions, its sub-points included.
type listEntry struct {
	marker  Marker
	depth   int
	start   int // on the page, behind the marker
	ownEnd  int // on the page, before its sub-points
	end     int // on the page
	firstAt int // index of its paragraph
}

// stops are lines that end what is being resolved.
var stops = regexp.MustCompile(`(?i)^(?:\[|\((?:note|reference|ref|councillor|cllr|at |the meeting|in accordance|voting|vote)\b|note\b[\s\x{a0}]*[:–-]|n\.?b\.?\b|recorded vote|voting record|voting\b|votes?:|action(?: by)?\b[\s\x{a0}]*:|action by|for:|against:|reasons?\b(?:[^.]{0,60}$|[^.:]{0,40}[:–—]|[\s\x{a0}]*-)|reason\(s\)|(?:alternative|other) options?\b.{0,60}$|options considered|corporate implications|background(?: papers)?:?$|rheswm|rhesymau|supporting documents|additional documents|view recorded|carried\.?$|lost\.?$|chair(?:man|person)?\.?$|the meeting (?:closed|ended|concluded|finished|rose)|meeting (?:closed|ended)|call-?in|\*+$|duration of meeting|\(?\*?denotes|implementation|publication date|date of |this decision|these decisions|contact(?: officer)?:|wards? affected|key decision|delegated decision|scrutiny)`)

// stop says that a paragraph is no part of a resolution's body.
func stop(p Paragraph) bool {
	if stops.MatchString(p.Text) {
		return true
	}
	_, ok := introOf(p)
	return ok
}

// readList reads the list that begins at ps[i]; next is the first paragraph behind it.
func readList(ps []Paragraph, i int) (entries []listEntry, next int) {
	var levels []string
	last := map[string]string{} // the last mark of each level
	for i < len(ps) {
		p := ps[i]
		m, ok := markerOf(p.Text)
		if len(entries) > 0 && (stops.MatchString(p.Text[m.Len:]) || !ok && stop(p)) {
			if next := behindReason(ps, i, levels, last); next > i {
				i = next
				continue
			}
			break
		}
		if ok && len(entries) > 0 && m.Level[0] != 'b' {
			if in, is := introOf(p); is && in.from <= m.Len && in.word == "resolved" {
				break
			}
		}
		if !ok {
			if len(entries) == 0 || !goesOn(ps, i, levels, last) {
				break
			}
			entries[len(entries)-1].end, entries[len(entries)-1].ownEnd = p.End(), p.End()
			extend(entries, p.End())
			i++
			continue
		}
		m = settleLetter(m, levels, last)
		depth := -1
		for d, l := range levels {
			if l == m.Level {
				depth = d
			}
		}
		if depth == 0 && len(entries) > 1 && m.Text != "" && first(m.Text) && !first(last[m.Level]) && last[m.Level] != m.Text {
			break // another list begins
		}
		if depth < 0 {
			levels = append(levels, m.Level)
			depth = len(levels) - 1
		} else {
			levels = levels[:depth+1]
		}
		last[m.Level] = m.Text
		entries = append(entries, listEntry{marker: m, depth: depth, start: p.Start + m.Len, ownEnd: p.End(), end: p.End(), firstAt: i})
		extend(entries, p.End())
		i++
	}
	return entries, i
}

// behindReason is the next entry of a list behind the reason for one of them, which minutes print
// between the two; i where there is none.
func behindReason(ps []Paragraph, i int, levels []string, last map[string]string) int {
	if len(levels) == 0 || !reasonLine.MatchString(ps[i].Text) {
		return i
	}
	for k := i + 1; k < len(ps) && k <= i+3; k++ {
		if m, ok := markerOf(ps[k].Text); ok {
			if m.Level == levels[0] && succeeds(last[levels[0]], m.Text) {
				return k
			}
			return i // the reasons have a list of their own
		}
	}
	return i
}

var reasonLine = regexp.MustCompile(`(?i)^reasons?\b`)

// extend lets the entries above the last one reach as far as it does.
func extend(entries []listEntry, end int) {
	depth := entries[len(entries)-1].depth
	for k := len(entries) - 2; k >= 0 && depth > 0; k-- {
		if entries[k].depth < depth {
			entries[k].end, depth = end, entries[k].depth
		}
	}
}

func first(mark string) bool {
	switch strings.ToLower(mark) {
	case "1", "a", "i", "":
		return true
	}
	return false
}

// settleLetter reads (i) after (h), and (v) after (u), as letters.
func settleLetter(m Marker, levels []string, last map[string]string) Marker {
	if len(m.Text) != 1 || m.Level[0] != 'i' && m.Level[0] != 'I' {
		return m
	}
	kind := "a"
	if m.Level[0] == 'I' {
		kind = "A"
	}
	level := kind + m.Level[1:]
	for _, l := range levels {
		if l == level && len(last[l]) == 1 && last[l][0]+1 == m.Text[0] {
			m.Level = level
		}
	}
	return m
}

// goesOn says that the unmarked paragraph i belongs to the entry before it: that entry was not at its
// end, or the list goes on right behind.
func goesOn(ps []Paragraph, i int, levels []string, last map[string]string) bool {
	before := strings.TrimRight(ps[i-1].Text, " \u00a0")
	here := ps[i].Text
	switch lastRune(before) {
	case '.', ';':
	case ':':
		return len(here) < 1200
	case '-', '–', '—':
		return len(here) < 1200
	default:
		c := firstRune(here)
		if c >= 'a' && c <= 'z' || strings.HasSuffix(before, ",") || c == '‘' || c == '“' || c == '"' {
			return true
		}
	}
	if f := strings.ToLower(strings.Trim(here, " .;:")); f == "and" || f == "or" || f == "and that" {
		return true
	}
	for k := i + 1; k < len(ps) && k <= i+2; k++ {
		if stop(ps[k]) || stop(ps[i]) {
			return false
		}
		if m, ok := markerOf(ps[k].Text); ok && m.Text != "" {
			m = settleLetter(m, levels, last)
			prev, known := last[m.Level]
			return known && succeeds(prev, m.Text)
		}
	}
	return false
}

// succeeds says that mark b comes right after a in a list.
func succeeds(a, b string) bool {
	if x, err := strconv.Atoi(a); err == nil {
		y, err := strconv.Atoi(b)
		return err == nil && y == x+1
	}
	if len(a) == 1 && len(b) == 1 {
		return b[0] == a[0]+1
	}
	if cut := strings.LastIndexByte(a, '.'); cut > 0 && strings.HasPrefix(b, a[:cut+1]) {
		return succeeds(a[cut+1:], b[cut+1:])
	}
	numerals := []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"}
	for n, r := range numerals[:len(numerals)-1] {
		if strings.ToLower(a) == r {
			return strings.ToLower(b) == numerals[n+1]
		}
	}
	return false
}

// inlineMark is a mark in the middle of a line.
var inlineMark = regexp.MustCompile(`(?:^|[:;,.–-][\s\x{a0}]+(?:and[\s\x{a0}]+)?|[\s\x{a0}]and[\s\x{a0}]+|[\s\x{a0}])(\((\d{1,2}|[a-z]|[ivx]{1,5})\)|(\d{1,2}|[a-z]|[ivx]{1,5})[.)])[\s\x{a0}]+`)

// inlineList cuts a paragraph that holds a whole list: "RESOLVED that Cabinet: 1. AGREE a fee; 2. DEFER
// pricing." The part before the first mark is the list's preamble.
func inlineList(p Paragraph) (preamble Paragraph, entries []listEntry) {
	var cuts [][]int
	prev := ""
	level := ""
	for _, m := range inlineMark.FindAllStringSubmatchIndex(p.Text, -1) {
		from, to := m[4], m[5]
		if from < 0 {
			from, to = m[6], m[7]
		}
		mark := p.Text[from:to]
		lv := markKind(mark) + p.Text[m[2]:from] + p.Text[to:m[3]]
		if prev == "" && !first(mark) || prev != "" && (lv != level || !succeeds(prev, mark)) {
			continue
		}
		prev, level = mark, lv
		cuts = append(cuts, []int{m[2], m[1], from, to})
	}
	if len(cuts) < 2 {
		return p, nil
	}
	before := strings.TrimRight(p.Text[:cuts[0][0]], " \u00a0")
	if before != "" && !strings.ContainsRune(":-–—", lastRune(before)) && !strings.HasSuffix(strings.ToLower(before), "that") && !strings.HasSuffix(strings.ToLower(before), " to") {
		return p, nil
	}
	for n, c := range cuts {
		end := len(p.Text)
		if n+1 < len(cuts) {
			end = cuts[n+1][0]
		}
		text := strings.TrimRight(p.Text[c[1]:end], " \u00a0")
		e := listEntry{marker: Marker{Text: p.Text[c[2]:c[3]], Level: level}, start: p.Start + c[1], ownEnd: p.Start + c[1] + len(text)}
		e.end = e.ownEnd
		entries = append(entries, e)
	}
	return Paragraph{Text: before, Start: p.Start}, entries
}
