package cmis

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// when is a meeting's date with its times: "20 Nov 2019 - 18:00 to 20:10".
var when = regexp.MustCompile(`(?i)^(\d{1,2} +[a-z]{3,9} +\d{4})[\s\x{a0}]*[-–,]?[\s\x{a0}]*(\d{1,2}[:.]\d{2})?(?:[\s\x{a0}]*(?:to|-|–)[\s\x{a0}]*(\d{1,2}[:.]\d{2}))?$`)

// labels are the fields of a meeting's head.
var labels = map[string]string{"committee": "committee", "date/time": "when", "date": "when", "meeting date": "when", "status": "status", "venue": "venue", "location": "venue"}

// head reads committee, date, times, status and venue; first is the index of the first line behind them.
func (r *reader) head() (m record.Meeting, first int, ok bool) {
	from, to := -1, 0
	note := func(l line) {
		if from < 0 || l.start < from {
			from = l.start
		}
		to = max(to, l.end())
	}
	for i := 0; i < len(r.lines) && i < 120; i++ {
		l := r.lines[i]
		name, value, labelled := strings.Cut(l.text, ":")
		field := labels[strings.ToLower(printed.Tidy(name))]
		value = printed.Tidy(value)
		at := i
		if labelled && field != "" && value == "" && i+1 < len(r.lines) {
			at++
			value = printed.Tidy(r.lines[at].text)
		}
		switch {
		case labelled && field == "committee" && m.Committee == "":
			m.Committee = value
			note(r.lines[at])
		case labelled && field == "when" && m.Date == "":
			if got := when.FindStringSubmatch(value); got != nil {
				setTime(&m, got)
				note(r.lines[at])
			}
		case labelled && field == "status" && m.Status == "":
			m.Status = value
		case labelled && field == "venue" && m.Venue == "":
			m.Venue = printed.VenueOf(value)
		case m.Date == "" && !l.cell:
			got := when.FindStringSubmatch(l.text)
			if got == nil || got[2] == "" || i == 0 || when.MatchString(r.lines[i-1].text) || len(r.lines[i-1].text) > 120 {
				continue
			}
			setTime(&m, got)
			if m.Committee == "" {
				m.Committee = printed.Tidy(r.lines[i-1].text)
				note(r.lines[i-1])
			}
			note(l)
		default:
			continue
		}
		first = at + 1
		i = at
	}
	if m.Committee == "" || m.Date == "" {
		return record.Meeting{}, 0, false
	}
	m.Span = r.spans.Span(line{text: r.page[from:to], start: from}.place("meeting-details"))
	return m, first, true
}

func setTime(m *record.Meeting, got []string) {
	m.Date = printed.ISODate(got[1])
	if got[2] != "" {
		m.StartTime = printed.TimeOf(got[2])
	}
	if got[3] != "" {
		m.EndTime = printed.TimeOf(got[3])
	}
}
