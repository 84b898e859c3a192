package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// councilWords are words that a council's page cannot do without.
var councilWords = regexp.MustCompile(`(?i)\b(?:councillors?|cllrs?|council|committee|cabinet|executive|resolved|agenda|aldermen|alderman|minutes|members|mayor|democratic services|decision maker|key decision|ward|wards|cyngor|cynghor\w+|cofnodion|pwyllgor)\b`)

// detect tells the page's type by its own title; where that is lost, by its structure; and by its
// address only where what it says is a council's business.
func (r *reader) detect() (record.PageType, bool) {
	for i, l := range r.lines {
		if i >= 40 || len(l.text) > 90 && i > 10 || itemsHead.MatchString(l.text) || printed.MeetingLine.MatchString(l.text) {
			break
		}
		if typ, ok := printed.PlainTitle(l.text); ok && i < 4 {
			if named, known := printed.Scripts(r.url.Script); known && named == typ || !known && i == 0 {
				return r.settle(typ), r.council()
			}
		}
		if typ, ok := printed.PageTitle(l.text); ok {
			return r.settle(typ), r.council()
		}
	}
	if typ, ok := r.structure(); ok {
		return typ, true
	}
	if typ, ok := printed.Scripts(r.url.Script); ok && r.council() {
		return r.settle(typ), true
	}
	return "", false
}

// settle tells an agenda from a list of minutes by what the page holds.
func (r *reader) settle(typ record.PageType) record.PageType {
	switch typ {
	case record.PageList, record.PageAgenda:
		for _, l := range r.lines {
			switch labelOf(l.text, false) {
			case labelMinutes, labelDecision:
				return record.PageList
			}
			for _, m := range labelInside.FindAllStringSubmatch(l.text, -1) {
				if got := labelOf(m[1]+":", false); got == labelMinutes || got == labelDecision {
					return record.PageList
				}
			}
		}
		return typ
	}
	return typ
}

func (r *reader) council() bool { return councilWords.MatchString(r.page) }

// structure tells the type of a page that has lost its title.
func (r *reader) structure() (record.PageType, bool) {
	if strings.Contains(r.url.Script, "viewmeetingpublic") && r.council() {
		return record.PageMeeting, true
	}
	labels, venue, items := 0, false, false
	_, known := printed.Scripts(r.url.Script)
	for _, l := range r.lines {
		if printed.MeetingLine.MatchString(l.text) {
			return record.PageIssue, true
		}
		switch labelOf(l.text, false) {
		case labelMinutes, labelDecision:
			labels++
		}
		if strings.HasPrefix(l.text, "Venue:") {
			venue = true
		}
		if itemsHead.MatchString(l.text) {
			items = true
		}
	}
	switch {
	case r.minutesHead():
		return record.PageMinutesDoc, true
	case items && (venue || labels > 0) && (venue || r.council()):
		return r.settle(record.PageAgenda), true
	case r.dated() && r.council() && !known:
		return record.PageMeeting, true
	case labels > 0 && r.council() && !known:
		return record.PageItem, true
	}
	return "", false
}

// dated says that the page begins with a body's name and the date of its meeting.
func (r *reader) dated() bool {
	for i, l := range r.lines {
		if i > 12 {
			break
		}
		if i > 0 && dateLine.MatchString(l.text) && bodyLine(r.lines[i-1].text) {
			return true
		}
	}
	return false
}

// minutesHead says that the page begins as minutes printed as one document do.
func (r *reader) minutesHead() bool {
	held, present := false, false
	for i, l := range r.lines {
		if i > 40 {
			break
		}
		for _, pattern := range []*regexp.Regexp{heldLine, committeeHeld} {
			if m := pattern.FindStringIndex(l.text); m != nil && m[0] < 12 && !strings.HasPrefix(l.text, "To ") {
				held = true
			}
		}
		present = present || peopleLine.MatchString(l.text)
	}
	_, known := printed.Scripts(r.url.Script)
	return (held || present) && r.council() && (held && present || !known)
}

// itemsHead is the head of the table of items.
var itemsHead = regexp.MustCompile(`(?i)^(?:note )?no\. item$|^no\.$|^rhif\.? eitem$`)
