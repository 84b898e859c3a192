package moderngovtext

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

const monthName = `(?:January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`

var (
	// heldLine names the meeting of minutes printed as one document: "Minutes of the Meeting of the
	// Parks Committee held in the Guildhall on Tuesday 14 January 2020 at 7.00 pm".
	heldLine = regexp.MustCompile(`(?is)\b(?:minutes?|record|notes|proceedings)[\s\x{a0}]+of[\s\x{a0}]+(?:(?:the|a|an)[\s\x{a0}]+)?(?:proceedings[\s\x{a0}]+(?:at|of)[\s\x{a0}]+(?:the[\s\x{a0}]+|a[\s\x{a0}]+)?)?(?:[a-z]+[\s\x{a0}]+){0,4}?(?:meeting|proceedings)[\s\x{a0}]+of[\s\x{a0}]+(?:the[\s\x{a0}]+)?([^.\n]{3,140}?)[,\s\x{a0}]+(?:held|which was held|that took place|convened)\b(.{0,300})`)
	// committeeHeld is the shorter form: "Minutes of the Parks Committee held on 4 May 2018".
	committeeHeld = regexp.MustCompile(`(?is)\b(?:minutes?|record|notes)[\s\x{a0}]+of[\s\x{a0}]+(?:the[\s\x{a0}]+)?([A-Z][^.\n]{3,100}?(?:Committee|Council|Cabinet|Board|Panel|Executive)(?:[\s\x{a0}]+meeting)?)[,\s\x{a0}]+(?:held|on)\b(.{0,300})`)
	fullDate      = regexp.MustCompile(`(?i)\b\d{1,2}(?:st|nd|rd|th)?[\s\x{a0}]+(?:of[\s\x{a0}]+)?` + monthName + `,?[\s\x{a0}]+\d{4}\b|\b\d{1,2}/\d{1,2}/\d{4}\b`)
	heldAt        = regexp.MustCompile(`(?is)^[\s\x{a0}]*(?:virtually[\s\x{a0}]+)?(?:in|at|via|on)[\s\x{a0}]+(?:the[\s\x{a0}]+)?(.{3,160}?)[,\s\x{a0}]+(?:on|at[\s\x{a0}]+\d|commencing)\b`)
	dateLine      = regexp.MustCompile(`(?i)^(?:held on[\s\x{a0}]+|date:[\s\x{a0}]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+|(?:mon|tue|wed|thu|fri|sat|sun),?[\s\x{a0}]+|dydd[\s\x{a0}]+[a-z]+,?[\s\x{a0}]+)?(\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?[\s\x{a0}]+` + monthName + `,?[\s\x{a0}]+\d{4})\b(.{0,60})$`)
	timeRange     = regexp.MustCompile(`(\d{1,2}[:.]\d{2})[\s\x{a0}]*(?:to|-|–)[\s\x{a0}]*(\d{1,2}[:.]\d{2})`)
	peopleLine    = regexp.MustCompile(`(?i)^(?:(?:members |councillors )?present|in attendance|also (?:present|in attendance)|apologies(?: for absence)?|absent|officers(?: present| in attendance)?|in the chair|chair(?:man|person)?|substitutes?)\b[\s\x{a0}]*[:–-]`)
)

// minutesDocument reads minutes printed as one text: a head with the meeting and who was there, then
// items under headings with their numbers.
func (r *reader) minutesDocument() {
	first, style := r.headings(0)
	head := r.lines[:first]
	m := r.documentHead(head)
	present := entry{}
	present.text = minutes.ItemText{Page: r.typ, Minutes: r.paragraphs(head)}
	blocks := r.headed(first, style)
	var entries []entry
	for _, b := range blocks {
		entries = append(entries, r.entry(b))
	}
	r.addWithHead(m, entries, present.text)
}

// documentHead reads committee, date, time and venue above the first item.
func (r *reader) documentHead(head []line) record.Meeting {
	m := r.meetingHead(head)
	if len(head) == 0 {
		return m
	}
	text := r.page[head[0].start:head[len(head)-1].end()]
	if len(text) > 6000 {
		text = text[:6000]
	}
	for _, pattern := range []*regexp.Regexp{heldLine, committeeHeld} {
		got := pattern.FindStringSubmatchIndex(text)
		if got == nil || m.Date != "" {
			continue
		}
		rest := text[got[4]:got[5]]
		m.Committee = bodyCase(meetingEnd.ReplaceAllString(tidy(text[got[2]:got[3]]), ""))
		end := got[3]
		if d := fullDate.FindStringIndex(rest); d != nil {
			m.Date, end = isoDate(rest[d[0]:d[1]]), got[4]+d[1]
		}
		m.StartTime = timeOf(rest)
		if at := heldAt.FindStringSubmatch(rest); at != nil && m.Venue == "" && fullDate.FindString(at[1]) == "" {
			m.Venue = tidy(at[1])
		}
		m.Span = r.spans.Span(minutes.Place{Start: head[0].start + got[0], End: head[0].start + end, Rule: "minutes-of-meeting"})
	}
	if m.Date != "" {
		return m
	}
	for i, l := range head {
		got := dateLine.FindStringSubmatch(l.text)
		if got == nil || isoDate(got[1]) == "" {
			continue
		}
		m.Date, m.StartTime = isoDate(got[1]), timeOf(got[2])
		if t := timeRange.FindStringSubmatch(got[2]); t != nil {
			m.EndTime = timeOf(t[2])
		}
		at := l
		if i > 0 && (bodyLine(head[i-1].text) || r.typ == record.PageList || r.typ == record.PageAgenda) && !itemsHead.MatchString(head[i-1].text) && !isPageTitle(head[i-1].text) {
			at = head[i-1]
			m.Committee = bodyCase(tidy(at.text))
		}
		m.Span = r.spans.Span(minutes.Place{Start: at.start, End: l.end(), Rule: "meeting-date-line"})
		break
	}
	for _, l := range head {
		if at, ok := cutLabel(l, "time", "start time", "amser"); ok && m.StartTime == "" {
			m.StartTime = timeOf(at.text)
		}
	}
	if m.Committee == "" {
		for _, l := range head {
			if bodyLine(l.text) && !strings.Contains(strings.ToLower(l.text), "minutes") {
				m.Committee = bodyCase(tidy(l.text))
				m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "body-line"})
			}
		}
	}
	return m
}

var bodyEnd = regexp.MustCompile(`(?i)\b(?:council|committee|sub-committee|cabinet|executive|board|panel|forum|commission|group|authority|partnership)(?:[\s\x{a0}]*\([^)]*\))?$`)

// meetingEnd is no part of a body's name: "Special Council Meeting".
var meetingEnd = regexp.MustCompile(`(?i)[\s\x{a0}]+meeting$`)

// bodyLine says that a line is the name of a body and nothing else.
func bodyLine(s string) bool {
	return len(s) < 100 && bodyEnd.MatchString(s) && !strings.ContainsAny(s, ":;|>")
}

// bodyCase gives a name printed in capitals the letters of a name: "PARKS COMMITTEE" is Parks Committee.
func bodyCase(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		switch w {
		case "and", "of", "the", "for", "on", "in", "to":
			if i > 0 {
				continue
			}
		}
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
