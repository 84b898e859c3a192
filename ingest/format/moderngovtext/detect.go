package moderngovtext

import (
	"regexp"
	"strings"

	"councilgraph/ingest/record"
)

// heads are the system's own page titles.
var heads = []struct {
	text *regexp.Regexp
	typ  record.PageType
}{
	{regexp.MustCompile(`(?i)^issue - meetings$|^mater - cyfarfodydd$`), record.PageIssue},
	{regexp.MustCompile(`(?i)^issue - decisions?$|^mater - penderfyniadau$`), record.PageIssueDecisions},
	{regexp.MustCompile(`(?i)^issue details$|^plan item$|^forward plan item$|^manylion y mater$`), record.PagePlanItem},
	{regexp.MustCompile(`(?i)^agenda item$|^eitem (?:ar yr )?(?:agenda|rhaglen)$|^eitem agenda$`), record.PageItem},
	{regexp.MustCompile(`(?i)^(?:.* - )?(?:agenda|decisions|minutes|rhaglen|penderfyniadau|cofnodion)(?:, (?:decisions|penderfyniadau))?(?: (?:and|a) (?:draft |printed )?(?:minutes|decisions|chofnodion|cofnodion|phenderfyniadau))(?: drafft)?$`), record.PageList},
	{regexp.MustCompile(`(?i)^(?:agenda|rhaglen)$`), record.PageAgenda},
	{regexp.MustCompile(`(?i)^decision details$|^manylion (?:y )?penderfyniad$|^officer decision details$`), record.PageDecision},
	{regexp.MustCompile(`(?i)^voting record$|^cofnod pleidleisio$`), record.PageVotes},
	{regexp.MustCompile(`(?i)^committee details$|^manylion (?:y )?pwyllgor$`), record.PageCommittee},
	{regexp.MustCompile(`(?i)^councillor details$|^manylion (?:y )?cynghorydd$|^member details$`), record.PageCouncillor},
	{regexp.MustCompile(`(?i)^your councillors(?: by .*)?$|^(?:find|list of) (?:your )?councillors?.*$|^eich cynghorwyr$`), record.PageMembers},
	{regexp.MustCompile(`(?i)^e?-?petition details$|^manylion e?-?ddeiseb$`), record.PagePetition},
	{regexp.MustCompile(`(?i)^outside bod(?:y|ies) details$`), record.PageOutsideBodies},
	{regexp.MustCompile(`(?i)^(?:councillor |member(?:s['’]?)? )?attendance (?:summary|record|statistics)$|^councillors?['’]? attendance(?: summary)?$`), record.PageAttendanceSummary},
	{regexp.MustCompile(`(?i)^meeting attendance(?: details)?$|^attendance at meeting.*$`), record.PageAttendance},
	{regexp.MustCompile(`(?i)^declarations? (?:submission|of interest submission)$`), record.PageDeclarations},
	{regexp.MustCompile(`(?i)^meeting documents$|^ce ?list ?documents$`), record.PageLegacyMinutes},
	{regexp.MustCompile(`(?i)^(?:delegated|officer|officers['’]?|executive|recent|forthcoming|published) decisions(?: list)?$|^browse (?:decisions|officer decisions).*$|^decisions list$|^what'?s new$`), record.PageDecisionList},
	{regexp.MustCompile(`(?i)^browse meetings.*$|^(?:calendar of|monthly|weekly) meetings?.*$|^meetings? calendar.*$`), record.PageCalendar},
	{regexp.MustCompile(`(?i)^meeting details$|^details of meeting$|^view meeting$`), record.PageMeeting},
	{regexp.MustCompile(`(?i)^attendance statistics for .*$`), record.PageAttendanceSummary},
}

// plainHeads are page titles that an item of business may have as well. They count only at the top of
// a page, and only where the address does not speak for another type.
var plainHeads = []struct {
	text *regexp.Regexp
	typ  record.PageType
}{
	{regexp.MustCompile(`(?i)^(?:draft )?(?:decisions|minutes)$`), record.PageList},
	{regexp.MustCompile(`(?i)^outside bod(?:y|ies)$`), record.PageOutsideBodies},
	{regexp.MustCompile(`(?i)^attendance(?: details)?$`), record.PageAttendance},
	{regexp.MustCompile(`(?i)^(?:register of|declarations? of|list of declarations of) (?:members['’]? )?interests?$`), record.PageDeclarations},
	{regexp.MustCompile(`(?i)^forward plans?$`), record.PageDecisionList},
	{regexp.MustCompile(`(?i)^calendar$`), record.PageCalendar},
}

// scripts are the pages' file names, used where the page has lost its own title.
var scripts = map[string]record.PageType{
	"ieissuedetails": record.PageIssue, "mgai": record.PageItem, "ielistdocuments": record.PageList,
	"iedecisiondetails": record.PageDecision, "mgdecisiondetails": record.PageIssueDecisions,
	"mglistrecordedvotes": record.PageVotes, "mglistrecordedvotesshort": record.PageVotes,
	"mgcommitteedetails": record.PageCommittee, "mguserinfo": record.PageCouncillor,
	"mgmemberindex": record.PageMembers, "mgmemberindexward": record.PageMembers, "mgmemberindexparty": record.PageMembers, "mgfindmember": record.PageMembers,
	"mgoutsidebodydetails": record.PageOutsideBodies, "mglistoutsidebodies": record.PageOutsideBodies, "mglistoutsidebodiesbycategory": record.PageOutsideBodies,
	"mgissuehistoryhome": record.PagePlanItem, "mgissuehistorychronology": record.PagePlanItem, "mgplanitem": record.PagePlanItem,
	"mgepetitiondisplay": record.PagePetition, "mgepetitionlistdisplay": record.PagePetition,
	"mgmeetingattendance": record.PageAttendance, "mgattendance": record.PageAttendanceSummary,
	"mguserattendancesummary": record.PageAttendanceSummary, "mgattendancesummary": record.PageAttendanceSummary,
	"celistdocuments": record.PageLegacyMinutes, "mgdelegateddecisions": record.PageDecisionList,
	"mglistofficerdecisions": record.PageDecisionList, "mglistplans": record.PageDecisionList, "mglistplanitems": record.PageDecisionList,
	"ielistmeetings": record.PageCalendar, "mgcalendarmonthview": record.PageCalendar, "mgcalendarweekview": record.PageCalendar,
	"mgcalendaragendaview": record.PageCalendar, "mgdeclarationsubmission": record.PageDeclarations,
	"mglistdeclarationsofinterest": record.PageDeclarations, "mgrofi": record.PageDeclarations, "mgdeclarations": record.PageDeclarations,
}

// councilWords are words that a council's page cannot do without.
var councilWords = regexp.MustCompile(`(?i)\b(?:councillors?|cllrs?|council|committee|cabinet|executive|resolved|agenda|aldermen|alderman|minutes|members|mayor|democratic services|decision maker|key decision|ward|wards|cyngor|cynghor\w+|cofnodion|pwyllgor)\b`)

// detect tells the page's type by its own title; where that is lost, by its structure; and by its
// address only where what it says is a council's business.
func (r *reader) detect() (record.PageType, bool) {
	for i, l := range r.lines {
		if i >= 40 || len(l.text) > 90 && i > 10 || itemsHead.MatchString(l.text) || meetingLine.MatchString(l.text) {
			break
		}
		for _, h := range plainHeads {
			if known := scripts[r.url.script]; i < 4 && h.text.MatchString(l.text) && (known == h.typ || known == "" && i == 0) {
				return r.settle(h.typ), r.council()
			}
		}
		for _, h := range heads {
			if h.text.MatchString(l.text) {
				return r.settle(h.typ), r.council()
			}
		}
	}
	if typ, ok := r.structure(); ok {
		return typ, true
	}
	if typ, ok := scripts[r.url.script]; ok && r.council() {
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
			if strings.Contains(l.text, " Minutes: ") || strings.HasPrefix(l.text, "Minutes: ") {
				return record.PageList
			}
		}
		return typ
	}
	return typ
}

func (r *reader) council() bool { return councilWords.MatchString(r.page) }

// structure tells the type of a page that has lost its title.
func (r *reader) structure() (record.PageType, bool) {
	if strings.Contains(r.url.script, "viewmeetingpublic") && r.council() {
		return record.PageMeeting, true
	}
	labels, venue, items := 0, false, false
	for _, l := range r.lines {
		if meetingLine.MatchString(l.text) {
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
	case r.dated() && r.council() && scripts[r.url.script] == "":
		return record.PageMeeting, true
	case labels > 0 && r.council() && scripts[r.url.script] == "":
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
	return (held || present) && r.council() && (held && present || scripts[r.url.script] == "")
}

// itemsHead is the head of the table of items.
var itemsHead = regexp.MustCompile(`(?i)^(?:note )?no\. item$|^no\.$|^rhif\.? eitem$`)
