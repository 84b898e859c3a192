package minutes

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"councilgraph/internal/regexp"
)

// Dates in words and in figures. A month's name is followed by a year; a date without one is not full.
var (
	dateWords   = regexp.MustCompile(`(?i)\b(\d{1,2})[\s\x{a0}]?(?:st|nd|rd|th|fed|af|ail|ydd|eg|ain|ydd o)?,?[\s\x{a0}]+(?:day[\s\x{a0}]+of[\s\x{a0}]+|of[\s\x{a0}]+)?([a-z]{3,9})\.?,?[\s\x{a0}]+(\d{4})\b`)
	dateMonth1  = regexp.MustCompile(`\b([A-Z][a-z]{2,8})[\s\x{a0}]+(\d{1,2})(?:st|nd|rd|th)?,[\s\x{a0}]+(\d{4})\b`)
	dateFigures = regexp.MustCompile(`\b(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})\b`)
	dateISO     = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
	"oct": 10, "nov": 11, "dec": 12,
	"ionawr": 1, "chwefror": 2, "mawrth": 3, "ebrill": 4, "mai": 5, "mehefin": 6,
	"gorffennaf": 7, "awst": 8, "medi": 9, "hydref": 10, "tachwedd": 11, "rhagfyr": 12,
}

// Dates finds the full dates, each in ISO form, in the order of the text, repeated dates included.
// Figures are read day first, as UK councils write them; a two-figure year is this century's.
func Dates(paragraphs []Paragraph) []DateFact {
	var found []DateFact
	for _, p := range paragraphs {
		found = append(found, datesIn(p)...)
	}
	return found
}

func datesIn(p Paragraph) []DateFact {
	if !strings.ContainsAny(p.Text, "0123456789") {
		return nil
	}
	var found []DateFact
	add := func(year, month, day string, m time.Month, at []int, rule string) {
		y, _ := strconv.Atoi(year)
		if len(year) == 2 {
			y += 2000
		}
		if m == 0 {
			n, _ := strconv.Atoi(month)
			m = time.Month(n)
		}
		d, _ := strconv.Atoi(day)
		t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		// A 31 June is a slip of the pen, not 1 July: it stays unread.
		if t.Day() != d || t.Month() != m || y < 1800 || y > 2199 {
			return
		}
		found = append(found, DateFact{fmt.Sprintf("%04d-%02d-%02d", y, m, d), p.At(at[0], at[1], rule)})
	}
	for _, m := range dateWords.FindAllStringSubmatchIndex(p.Text, -1) {
		if month := months[strings.ToLower(p.Text[m[4]:m[5]])]; month > 0 {
			add(p.Text[m[6]:m[7]], "", p.Text[m[2]:m[3]], month, m[:2], "date-words")
		}
	}
	for _, m := range dateMonth1.FindAllStringSubmatchIndex(p.Text, -1) {
		if month := months[strings.ToLower(p.Text[m[2]:m[3]])]; month > 0 {
			add(p.Text[m[6]:m[7]], "", p.Text[m[4]:m[5]], month, m[:2], "date-month-first")
		}
	}
	for _, m := range dateFigures.FindAllStringSubmatchIndex(p.Text, -1) {
		sep, year := p.Text[m[4]:m[5]], p.Text[m[10]:m[11]]
		if sep != p.Text[m[8]:m[9]] || len(year) == 2 && sep != "/" {
			continue // 1.2.34 is a paragraph
		}
		if m[0] > 0 && strings.ContainsRune("/.-", rune(p.Text[m[0]-1])) || m[1] < len(p.Text) && strings.ContainsRune("/-", rune(p.Text[m[1]])) {
			continue // part of a longer number: 3/21/2290/FUL
		}
		add(year, p.Text[m[6]:m[7]], p.Text[m[2]:m[3]], 0, m[:2], "date-figures")
	}
	for _, m := range dateISO.FindAllStringSubmatchIndex(p.Text, -1) {
		add(p.Text[m[2]:m[3]], p.Text[m[4]:m[5]], p.Text[m[6]:m[7]], 0, m[:2], "date-iso")
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].Place.Start < found[j].Place.Start })
	return found
}
