package page

import (
	"strings"
	"time"
	"unicode/utf8"
)

// londonZone says when the clocks of the United Kingdom change, for times of meetings (RFC 5545, section 3.6.5).
const londonZone = `BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE`

// calendar is the meetings of a feed as iCalendar (RFC 5545). A meeting without a day is left out; one without a time lasts all day.
func calendar(d *feedData, base string) []byte {
	var c contentLines
	c.add("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//councilgraph//meetings//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
	c.add("X-WR-CALNAME:" + escapeText("Meetings: "+d.feedOf()))
	c.add(strings.Split(londonZone, "\n")...)
	for _, m := range d.Resource.Meetings.Nodes {
		c.meeting(m, d.Dataset.LastIngest, base)
	}
	c.add("END:VCALENDAR")
	return []byte(c.text.String())
}

// contentLines are the lines of a calendar.
type contentLines struct{ text strings.Builder }

// mostOctets is how long a line may be, its end not counted.
const mostOctets = 75

// add adds lines, each folded where it is longer than a line may be, never within a character.
func (c *contentLines) add(lines ...string) {
	for _, line := range lines {
		room := mostOctets
		for len(line) > room {
			cut := room
			for !utf8.RuneStart(line[cut]) {
				cut--
			}
			c.text.WriteString(line[:cut] + "\r\n ")
			line, room = line[cut:], mostOctets-1
		}
		c.text.WriteString(line + "\r\n")
	}
}

// escapeText is a value of the type TEXT.
func escapeText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", "").Replace(s)
}

// meeting adds one meeting.
func (c *contentLines) meeting(m fedMeeting, otherwise, base string) {
	on, err := time.Parse(time.DateOnly, m.Date)
	if err != nil {
		return
	}
	stamp, err := time.Parse(time.RFC3339, fetched(m.Sources, otherwise))
	if err != nil {
		stamp = on
	}
	c.add("BEGIN:VEVENT", "UID:"+escapeText(strings.TrimPrefix(m.URI, "/id/"))+"@councilgraph", "DTSTAMP:"+stamp.UTC().Format("20060102T150405Z"))
	start, timed := clock(m.Date, m.StartTime)
	if timed {
		c.add("DTSTART;TZID=Europe/London:" + start)
		if end, ok := clock(m.Date, m.EndTime); ok && end > start {
			c.add("DTEND;TZID=Europe/London:" + end)
		}
	} else {
		c.add("DTSTART;VALUE=DATE:" + on.Format("20060102"))
	}
	c.add("SUMMARY:" + escapeText(m.Title()))
	if m.Venue != "" {
		c.add("LOCATION:" + escapeText(m.Venue))
	}
	switch m.Status {
	case "CANCELLED", "POSTPONED":
		c.add("STATUS:CANCELLED")
	case "SCHEDULED", "HELD":
		c.add("STATUS:CONFIRMED")
	}
	if base != "" {
		c.add("URL:" + base + doc(m.URI))
	}
	c.add("END:VEVENT")
}

// clock is a time of a day, such as 19:00, in the form of a calendar.
func clock(day, hour string) (string, bool) {
	t, err := time.Parse("2006-01-02 15:04", day+" "+hour)
	if err != nil {
		return "", false
	}
	return t.Format("20060102T150405"), true
}
