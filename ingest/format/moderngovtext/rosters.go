package moderngovtext

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// attendanceStatus is the system's word for a presence or absence, at the end of a row.
var attendanceStatus = regexp.MustCompile(`(?i)[\s\x{a0}]*\b(Present,? as (?:a )?substitute(?:, virtual)?|Present(?:,? virtual(?:ly)?)?|In attendance(?:,? virtual(?:ly)?)?|Apologies(?:,? (?:sent|received))?(?: for absence)?|Absent(?: \(incl\. apologies\))?|Expected|Not required|Late)$`)

// attendeeRole is the column between name and status.
var attendeeRole = regexp.MustCompile(`(?i)[\s\x{a0}]+(Vice[- ]Chair(?:man|person|woman)?|Deputy Chair(?:man|person)?|Chair(?:man|person|woman)?|Leader|Deputy Leader|Committee Member|Member|Substitute(?: Member)?|Reserve(?: Member)?|Co-?optee|Co-opted Member|Officer|Mayor|Lord Mayor|Observer|Cabinet Member|Ward Member|Invitee|Guest|Press Officer|Clerk|Adviser)$`)

// attendance reads the page of who was at one meeting: a row, or three lines, a person.
func (r *reader) attendance() {
	var m record.Meeting
	name, role := line{}, ""
	for i, l := range r.lines {
		if head, ok := headOf(l, printed.HeadLine); ok && m.Date == "" {
			m = head
			m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-head"})
			continue
		}
		if head, ok := headOf(l, printed.VotesHeadLine); ok && m.Date == "" {
			m = head
			m.Span = r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-head"})
			continue
		}
		if strings.EqualFold(l.text, "attendance") || strings.HasSuffix(l.text, "Role Attendance") {
			continue
		}
		status := attendanceStatus.FindStringSubmatchIndex(l.text)
		switch {
		case status != nil && status[0] > 0:
			rest := l.text[:status[0]]
			part := ""
			if got := attendeeRole.FindStringSubmatchIndex(rest); got != nil {
				rest, part = rest[:got[0]], rest[got[2]:got[3]]
			}
			m.Attendances = r.attendee(m.Attendances, line{text: rest, start: l.start}, part, l.text[status[2]:status[3]])
		case status != nil && name.text != "":
			m.Attendances = r.attendee(m.Attendances, name, role, l.text)
			name, role = line{}, ""
		case i > 0 && attendeeRole.MatchString(" "+l.text) && len(strings.Fields(l.text)) <= 3 && name.text != "":
			role = tidy(l.text)
		default:
			name, role = l, ""
		}
	}
	m.CommitteeID, m.SourceID = r.url.Committee, r.url.Meeting
	r.out.Meetings = append(r.out.Meetings, m)
}

// attendee adds one row of the table.
func (r *reader) attendee(to []record.Attendance, l line, role, status string) []record.Attendance {
	who, ok := readMember(l.text)
	if !ok {
		return to
	}
	a := record.Attendance{Name: who.Name, AsWritten: who.AsWritten, Role: role,
		Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "attendance-row"})}
	if a.Role == "" {
		a.Role = who.Role
	}
	if a.Status, a.Virtual = printed.Presence(status); a.Status == "" {
		return to
	}
	return append(to, a)
}

// statisticsOf names the member whose attendances a page counts.
var statisticsOf = regexp.MustCompile(`(?i)^(?:attendance (?:statistics|summary|record)|meeting summary) for (.+)$`)

// rowDate is the first cell of a member's row: "26/04/2017, 18:00".
var rowDate = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4}),?[\s\x{a0}]+(\d{1,2}:\d{2})`)

// attendanceSummary reads a member's attendances, one meeting a row. Counts without meetings say
// nothing of any meeting and are left.
func (r *reader) attendanceSummary() {
	var who printed.Member
	var at line
	for i, l := range r.lines {
		if got := statisticsOf.FindStringSubmatchIndex(l.text); got != nil && who.Name == "" {
			at = line{text: l.text[got[2]:got[3]], start: l.start + got[2]}
			who, _ = readMember(at.text)
			r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: r.url.Person,
				Span: r.spans.Span(minutes.Place{Start: at.start, End: at.end(), Rule: "attendance-of"})})
		}
		got := rowDate.FindStringSubmatch(l.text)
		if got == nil || who.Name == "" || i+2 >= len(r.lines) {
			continue
		}
		body, _, _ := strings.Cut(r.lines[i+1].text, ",")
		status := r.lines[i+2]
		if rowDate.MatchString(r.lines[i+1].text) || !attendanceStatus.MatchString(status.text) {
			continue
		}
		m := record.Meeting{Committee: tidy(body), Date: isoDate(got[1]), StartTime: timeOf(got[2]),
			Span: r.spans.Span(minutes.Place{Start: l.start, End: r.lines[i+1].end(), Rule: "attendance-row"})}
		m.Attendances = r.attendee(nil, at, "", status.text)
		for k := range m.Attendances {
			m.Attendances[k].Span = r.spans.Span(minutes.Place{Start: l.start, End: status.end(), Rule: "attendance-row"})
		}
		r.out.Meetings = append(r.out.Meetings, m)
	}
}

// memberLine begins a member's entry in the index of councillors.
var memberLine = regexp.MustCompile(`^(?i:councillor|cllr\.?|cynghorydd|y cynghorydd|alderman|baillie|bailie|provost|lord mayor|sir|dame)[\s\x{a0}]`)

// members reads the index of councillors: a name, then ward and party on lines of their own.
func (r *reader) members() {
	lines := r.lines
	for i, l := range lines {
		if !memberLine.MatchString(l.text) || len(l.text) > 80 {
			continue
		}
		who, ok := readMember(l.text)
		if !ok {
			continue
		}
		p := record.Person{Name: who.Name, AsWritten: who.AsWritten,
			Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "member-index"})}
		if who.Role != "" {
			p.Roles = []string{who.Role}
		}
		var under []string
		for k := i + 1; k < len(lines) && k <= i+4 && !memberLine.MatchString(lines[k].text) && len(lines[k].text) < 60; k++ {
			if ward, ok := cutLabel(lines[k], "ward", "division", "etholaeth"); ok {
				p.Ward = tidy(ward.text)
				continue
			}
			if party, ok := cutLabel(lines[k], "party", "plaid"); ok {
				p.Party = tidy(party.text)
				continue
			}
			under = append(under, tidy(lines[k].text))
		}
		for k, s := range under {
			if printed.PartyName.MatchString(s) && p.Party == "" {
				p.Party = s
				if k > 0 && p.Ward == "" {
					p.Ward = under[k-1]
				}
			}
		}
		r.out.People = append(r.out.People, p)
	}
}

// lists is what a calendar page says whose meetings it lists.
var lists = regexp.MustCompile(`(?i)^this page lists the meetings for (?:the )?(.+?)\.?$`)

// listedMeeting is a row of such a page: "14 Jul 2026 6.00 pm - Agenda".
var listedMeeting = regexp.MustCompile(`(?i)^((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+)?\d{1,2}(?:st|nd|rd|th)?[\s\x{a0}]+` + monthName + `,?[\s\x{a0}]+\d{4})[\s\x{a0},]+(\d{1,2}[.:]\d{2}[\s\x{a0}]*(?:am|pm|a\.m\.|p\.m\.)?)(?:[\s\x{a0}]*[-–,][\s\x{a0}]*(.*))?$`)

// calendarMonth, calendarDay and calendarEntry are a month's page: "March 2024", "Monday 4 March",
// "6.30 pm Planning Committee - CANCELLED".
var (
	calendarMonth = regexp.MustCompile(`^(` + monthName + `)[\s\x{a0}]+(\d{4})$`)
	calendarDay   = regexp.MustCompile(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\x{a0}]+)?(\d{1,2})(?:st|nd|rd|th)?[\s\x{a0}]+(` + monthName + `)(?:,?[\s\x{a0}]+(\d{4}))?$`)
	calendarEntry = regexp.MustCompile(`(?i)^(\d{1,2}[.:]\d{2}[\s\x{a0}]*(?:am|pm|a\.m\.|p\.m\.)?|\d{1,2}[\s\x{a0}]*(?:am|pm))[\s\x{a0}]*[-–,:]?[\s\x{a0}]+([A-Z][^|]*?)(?:,?[\s\x{a0}]+-?[\s\x{a0}]*(CANCELLED|POSTPONED|MOVED|NEW|WITHDRAWN))?$`)
)

// calendar reads a list of meetings: the body it lists, each meeting with its date.
func (r *reader) calendar() {
	body := record.Meeting{}
	year, day := "", ""
	for _, l := range r.lines {
		if got := lists.FindStringSubmatch(l.text); got != nil && body.Committee == "" {
			body = record.Meeting{Committee: tidy(got[1]), CommitteeID: r.url.Committee,
				Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meetings-listed"})}
			continue
		}
		if got := calendarMonth.FindStringSubmatch(l.text); got != nil {
			year, day = got[2], ""
			continue
		}
		if got := calendarDay.FindStringSubmatch(l.text); got != nil {
			if got[3] != "" {
				year = got[3]
			}
			day = got[1] + " " + got[2]
			continue
		}
		m := record.Meeting{Committee: body.Committee, CommitteeID: body.CommitteeID,
			Span: r.spans.Span(minutes.Place{Start: l.start, End: l.end(), Rule: "meeting-listed"})}
		if got := listedMeeting.FindStringSubmatch(l.text); got != nil {
			m.Date, m.StartTime = isoDate(got[1]), timeOf(got[2])
			r.out.Meetings = append(r.out.Meetings, m)
			continue
		}
		if got := calendarEntry.FindStringSubmatch(l.text); got != nil && day != "" && year != "" {
			m.Date, m.StartTime, m.Committee, m.CommitteeID = isoDate(day+" "+year), timeOf(got[1]), tidy(got[2]), ""
			m.Status = got[3]
			r.out.Meetings = append(r.out.Meetings, m)
		}
	}
	if len(r.out.Meetings) == 0 && body.Committee != "" {
		r.out.Meetings = append(r.out.Meetings, body)
	}
}
