package printed

import (
	"strconv"
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/internal/regexp"
)

// clock is a time of day behind a date.
var clock = regexp.MustCompile(`(?i)\b(\d{1,2})(?:[.:](\d{2}))?[\s\x{a0}]*(a\.?m|p\.?m|noon|midday|midnight|yb|yh|y\.b|y\.h)\b|\b([01]?\d|2[0-3])[:.](\d{2})\b|\b(noon|midday)\b`)

// TimeOf reads the first time of day in s as 19:30, "" where there is none.
func TimeOf(s string) string {
	m := clock.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if m[6] != "" {
		return "12:00"
	}
	hour, minute, half := m[1], m[2], strings.ToLower(strings.ReplaceAll(m[3], ".", ""))
	if hour == "" {
		hour, minute = m[4], m[5]
	}
	h, _ := strconv.Atoi(hour)
	n, _ := strconv.Atoi(minute)
	switch half {
	case "pm", "yh":
		if h < 12 {
			h += 12
		}
	case "am", "yb", "midnight":
		if h == 12 {
			h = 0
		}
	}
	if h > 23 || n > 59 {
		return ""
	}
	return pad(h) + ":" + pad(n)
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// ISODate reads the one date that s holds.
func ISODate(s string) string {
	found := minutes.Dates([]minutes.Paragraph{{Text: s}})
	if len(found) == 0 {
		return ""
	}
	return found[0].Date
}
