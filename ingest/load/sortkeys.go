package load

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// sortKeys fills the columns that lists are ordered by.
func sortKeys(kind string, r row) {
	switch kind {
	case "Committee", "Ward", "Party":
		r["name_sort"] = folded(text(r, "name"))
	case "Person":
		r["name_sort"] = folded(text(r, "family_name")) + " " + folded(text(r, "given_name"))
	case "Issue":
		bothWays(r, "title", folded(text(r, "title")))
	case "Decision":
		bothWays(r, "made_on", text(r, "made_on"))
	case "Meeting", "Resolution":
		bothWays(r, "date", text(r, "date"))
	case "AgendaItem":
		bothWays(r, "date", text(r, "date"))
		bothWays(r, "number", natural(text(r, "number")))
		r["title_key"] = titleKey(text(r, "title"))
		r["thread_sort"] = threadSort(text(r, "date"), text(r, "title"))
	}
}

// bothWays fills NAME_asc and NAME_desc, so that what is not known comes last in either direction.
func bothWays(r row, name, key string) {
	if key == "" {
		r[name+"_asc"], r[name+"_desc"] = "1", "0"
		return
	}
	r[name+"_asc"], r[name+"_desc"] = "0"+key, "1"+key
}

func text(r row, name string) string {
	s, _ := r[name].(string)
	return s
}

// folded is a text as lists order it: without case, accents and punctuation.
func folded(s string) string {
	s = strings.ToLower(s)
	if strings.IndexFunc(s, func(c rune) bool { return c > unicode.MaxASCII }) >= 0 {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, c := range s {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(c)
			space = false
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’':
		default:
			space = true
		}
	}
	return b.String()
}

// natural is a number as lists order it: 9 before 10 before 10a. Of one that is very long the beginning counts.
func natural(s string) string {
	const width, longest = 10, 500
	var b strings.Builder
	digits := 0
	runes := []rune(strings.ToLower(s))
	for i := 0; i < len(runes) && b.Len() < longest; i++ {
		if runes[i] < '0' || runes[i] > '9' {
			b.WriteRune(runes[i])
			continue
		}
		for digits = i; digits < len(runes) && runes[digits] >= '0' && runes[digits] <= '9'; digits++ {
		}
		if n := digits - i; n < width {
			b.WriteString(strings.Repeat("0", width-n))
		}
		b.WriteString(string(runes[i:digits]))
		i = digits - 1
	}
	return b.String()
}
