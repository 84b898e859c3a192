package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// strokes are the runs of a text without blanks that hold a stroke, without marks around them.
func strokes(s string) [][2]int {
	var out [][2]int
	for at := 0; at < len(s); {
		i := strings.IndexByte(s[at:], '/')
		if i < 0 {
			break
		}
		i += at
		from, to := i, i
		for from > 0 && i-from < 40 && codeByte(s[from-1]) {
			from--
		}
		for to < len(s) && to-i < 40 && codeByte(s[to]) {
			to++
		}
		if m := strings.TrimRight(s[from:to], "./-"); applicationCode.MatchString(m) {
			out = append(out, [2]int{from, from + len(m)})
		}
		at = to + 1
	}
	return out
}

func codeByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '/' || b == '.' || b == '-'
}

var applicationCode = regexp.MustCompile(`^(?:(?:[A-Z]{1,5}/)?(?:\d{1,2}/)?\d{2,4}/(?:[A-Z]{1,5}/)?\d{2,6}(?:/?[A-Z]{1,6}\d?)?(?:/[A-Z]{1,5})?|[A-Z]{1,4}/\d{2,4}/\d{2,6}(?:/[A-Z]{1,5})?|[A-Z]{1,4}/\d{2}/[A-Z]{0,3}/?\d{2,6}|[A-Z]{1,2}\d{2}/\d{4,6}(?:/[A-Z]{1,5})?)$`)

// application says that a number with strokes is a planning application's, no date, year or report.
func application(s string, from, to int) bool {
	quote := s[from:to]
	if yearRange.MatchString(quote) || dayFigures.MatchString(quote) {
		return false
	}
	if from > 0 && (s[from-1] == '/' || s[from-1] == '-') || to < len(s) && s[to] == '/' {
		return false
	}
	if hasLetter(quote) && strings.Count(quote, "/") >= 1 {
		return len(quote) >= 7 && !reportNear.MatchString(tail(s[:from], 30))
	}
	return applicationNear.MatchString(tail(s[:from], 60)) && strings.Count(quote, "/") >= 1 && len(quote) >= 7
}

var (
	applicationNear = regexp.MustCompile(`(?i)\bapplications?\b|\bplanning ref|\bcais\b`)
	reportNear      = regexp.MustCompile(`(?i)\breports?\b(?:[^.]|No\.){0,16}$`)
)
