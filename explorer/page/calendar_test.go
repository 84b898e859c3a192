package page

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// feedFor is a feed of the meetings.
func feedFor(t *testing.T, meetings ...fedMeeting) *feedData {
	t.Helper()
	s := site(t, func(c *Config) {
		c.Ask = answers(`{"dataset":{"lastIngest":"2024-02-08T10:00:00Z"},"resource":{"__typename":"Council","uri":"/id/x","name":"Examples"}}`)
	})
	d, err := s.feed(t.Context(), "/id/x", "meetings", "")
	if err != nil {
		t.Fatal(err)
	}
	d.Resource.Meetings.Nodes = meetings
	return d
}

// The lines of a calendar keep to RFC 5545: they end in CRLF, have at most 75 octets and are whole characters, and unfolded they
// are what they were.
func TestCalendar(t *testing.T) {
	long := strings.Repeat("Überprüfung; of, all\\things ", 12)
	text := string(calendar(feedFor(t,
		fedMeeting{sitting: sitting{URI: "/id/x/planning/2024-03-05", Date: "2024-03-05", StartTime: "19:00", Venue: long, Status: "CANCELLED", Committee: &ref{Name: "Planning"}},
			EndTime: "21:30", Council: ref{Name: "Examples"}, Sources: []origin{{FetchedAt: "2024-03-01T08:00:00+01:00"}}},
		fedMeeting{sitting: sitting{URI: "/id/x/planning/2024-04-05", Date: "2024-04-05", StartTime: "after lunch"}, EndTime: "18:00"},
		fedMeeting{sitting: sitting{URI: "/id/x/planning/none"}},
	), "http://example.org"))
	if !strings.HasSuffix(text, "END:VCALENDAR\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("lines do not end in CRLF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || line == "" {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	events := strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "BEGIN:VEVENT\r\n")
	if len(events) != 3 {
		t.Fatalf("%d events, want 2: one has no day", len(events)-1)
	}
	for _, want := range []string{
		"UID:x/planning/2024-03-05@councilgraph\r\n", "DTSTAMP:20240301T070000Z\r\n", "DTSTART;TZID=Europe/London:20240305T190000\r\n",
		"DTEND;TZID=Europe/London:20240305T213000\r\n", "SUMMARY:Cancelled: Planning\\, Examples\r\n", "STATUS:CANCELLED\r\n",
		"LOCATION:" + strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`).Replace(long) + "\r\n", "URL:http://example.org/doc/x/planning/2024-03-05\r\n",
	} {
		if !strings.Contains(events[1], want) {
			t.Errorf("the first event lacks %q:\n%s", want, events[1])
		}
	}
	for _, want := range []string{"DTSTART;VALUE=DATE:20240405\r\n", "DTSTAMP:20240208T100000Z\r\n"} {
		if !strings.Contains(events[2], want) {
			t.Errorf("the second event lacks %q:\n%s", want, events[2])
		}
	}
	if strings.Contains(events[2], "DTEND") || strings.Contains(events[2], "STATUS") || strings.Contains(events[2], "LOCATION") {
		t.Errorf("the second event says what is not known:\n%s", events[2])
	}
	if strings.Count(events[0], "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n") != 1 {
		t.Errorf("no time zone:\n%s", events[0])
	}
}
