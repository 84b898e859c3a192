package printed

import (
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// MeetingLine names the meeting of an item: "Meeting: 14/11/2022 - Cabinet (Item 47)".
var MeetingLine = regexp.MustCompile(`(?i)^(?:Meeting|Cyfarfod):[\s\x{a0}]*(\d{1,2}/\d{1,2}/\d{4})[\s\x{a0}]*-[\s\x{a0}]*(.+?)(?:[\s\x{a0}]*\((?:Item|Eitem)[\s\x{a0}]*([^()]*(?:\([^()]*\))?)\))?$`)

// HeadLine is a meeting page's own head: "Cabinet - Thursday, 11th April, 2024 6.00 pm".
var HeadLine = regexp.MustCompile(`(?i)^(.+?),?[\s\x{a0}]+[-–—][\s\x{a0}]+((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?|dydd[\s\x{a0}]+\w+)?,?[\s\x{a0}]*\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?[\s\x{a0}]+(?:of[\s\x{a0}]+)?[a-z]+,?[\s\x{a0}]+\d{4})\b(.*)$`)

// VotesHeadLine is the head of a page of votes: "Planning Committee, Tuesday, 6th April, 2021 6.00 pm".
var VotesHeadLine = regexp.MustCompile(`(?i)^(.+?),[\s\x{a0}]+((?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+\d{1,2}(?:st|nd|rd|th)?[\s\x{a0}]+[a-z]+,?[\s\x{a0}]+\d{4})\b(.*)$`)

// CrumbLine is the trail to a meeting page: "... > Agenda for Cabinet on Wednesday, 20th January, 2021, 5.30 p.m."
var CrumbLine = regexp.MustCompile(`(?i)\b(?:agenda|minutes|decisions)(?: and (?:draft )?(?:minutes|decisions))? for (.+?) on ((?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+\d{1,2}(?:st|nd|rd|th)?[\s\x{a0}]+[a-z]+,?[\s\x{a0}]+\d{4})\b(.*)$`)

// Heading reads a meeting's committee, date and start from a page's head by one of the patterns HeadLine,
// VotesHeadLine and CrumbLine.
func Heading(s string, pattern *regexp.Regexp) (record.Meeting, bool) {
	m := pattern.FindStringSubmatch(s)
	if m == nil {
		return record.Meeting{}, false
	}
	date := ISODate(m[2])
	if date == "" || len(m[1]) > 120 {
		return record.Meeting{}, false
	}
	return record.Meeting{Committee: Tidy(m[1]), Date: date, StartTime: TimeOf(m[3])}, true
}
