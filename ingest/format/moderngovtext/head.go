package moderngovtext

import (
	"regexp"
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// meetingLine names the meeting of an item: "Meeting: 14/11/2022 - Cabinet (Item 47)".
var meetingLine = regexp.MustCompile(`(?i)^(?:Meeting|Cyfarfod):[\s\x{a0}]*(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*-[\s\x{a0}]*(.+?)(?:[\s\x{a0}]*\((?:Item|Eitem)[\s\x{a0}]*([^()]*(?:\([^()]*\))?)\))?$`)

// headLine is a meeting page's own head: "Cabinet - Thursday, 11th April, 2024 6.00 pm".
var headLine = regexp.MustCompile(`(?i)^(.+?),?[\s\x{a0}]+[-–—][\s\x{a0}]+((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?|dydd[\s\x{a0}]+\w+)?,?[\s\x{a0}]*\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?[\s\x{a0}]+(?:of[\s\x{a0}]+)?[a-z]+,?[\s\x{a0}]+\d{4})\b(.*)$`)

// votesHeadLine is the head of a page of votes: "Planning Committee, Tuesday, 6th April, 2021 6.00 pm".
var votesHeadLine = regexp.MustCompile(`(?i)^(.+?),[\s\x{a0}]+((?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+\d{1,2}(?:st|nd|rd|th)?[\s\x{a0}]+[a-z]+,?[\s\x{a0}]+\d{4})\b(.*)$`)

// crumbLine is the trail to a meeting page: "... > Agenda for Cabinet on Wednesday, 20th January, 2021, 5.30 p.m."
var crumbLine = regexp.MustCompile(`(?i)\b(?:agenda|minutes|decisions)(?: and (?:draft )?(?:minutes|decisions))? for (.+?) on ((?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+\d{1,2}(?:st|nd|rd|th)?[\s\x{a0}]+[a-z]+,?[\s\x{a0}]+\d{4})\b(.*)$`)

// headOf reads a meeting's committee, date and start from a page's head.
func headOf(l line, pattern *regexp.Regexp) (record.Meeting, bool) {
	m := pattern.FindStringSubmatch(l.text)
	if m == nil {
		return record.Meeting{}, false
	}
	date := isoDate(m[2])
	if date == "" || len(m[1]) > 120 {
		return record.Meeting{}, false
	}
	return record.Meeting{Committee: tidy(m[1]), Date: date, StartTime: timeOf(m[3])}, true
}

// meetingHead reads what stands above the items: committee, date, venue, contact, packs of documents.
func (r *reader) meetingHead(lines []line) record.Meeting {
	var out record.Meeting
	for _, pattern := range []*regexp.Regexp{headLine, crumbLine} {
		for _, l := range lines {
			if len(l.text) > 300 {
				continue
			}
			if m, ok := headOf(l, pattern); ok && out.Date == "" {
				out = m
				out.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-head"})
			}
		}
	}
	for i, l := range lines {
		if label, value, ok := strings.Cut(l.text, ":"); ok {
			if strings.TrimFunc(value, blank) == "" && i+1 < len(lines) {
				value = lines[i+1].text
			}
			switch strings.ToLower(tidy(label)) {
			case "venue", "lleoliad", "location", "place":
				out.Venue = venueOf(value)
			case "contact", "cyswllt", "contact officer", "contacts":
				out.Contact = contactOf(value)
			}
		}
		if f := readFile(l.text); f.Sized && f.Title != "" {
			out.Documents = append(out.Documents, fileRecord(f, l, r.spans, "meeting-document"))
		}
	}
	out.CommitteeID, out.SourceID = r.url.committee, r.url.meeting
	return out
}
