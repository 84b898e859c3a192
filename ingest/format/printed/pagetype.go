package printed

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// pageTitles are the system's own page titles.
var pageTitles = []struct {
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
	{regexp.MustCompile(`(?i)^(?:delegated|officer|officers['’]?|executive|recent|forthcoming|published) decisions(?: list)?$|^browse (?:decisions|officer decisions).*$|^decisions list$|^decisions (?:published|made|taken)$|^what'?s new$`), record.PageDecisionList},
	{regexp.MustCompile(`(?i)^browse meetings.*$|^(?:calendar of|monthly|weekly) meetings?.*$|^meetings? calendar.*$`), record.PageCalendar},
	{regexp.MustCompile(`(?i)^meeting details$|^details of meeting$|^view meeting$`), record.PageMeeting},
	{regexp.MustCompile(`(?i)^attendance statistics for .*$`), record.PageAttendanceSummary},
}

// plainTitles are page titles that an item of business may have as well. They count only at the top of
// a page, and only where the address does not speak for another type.
var plainTitles = []struct {
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

// PageTitle is the page type that one of the system's own page titles announces. The lists of meetings
// and agendas share titles: whether an agenda has minutes is for the caller to see.
func PageTitle(s string) (record.PageType, bool) {
	if len(s) > 90 || strings.HasSuffix(s, ".") {
		return "", false
	}
	for _, h := range pageTitles {
		if h.text.MatchString(s) {
			return h.typ, true
		}
	}
	return "", false
}

// PlainTitle is PageTitle for the titles that an item of business may have as well.
func PlainTitle(s string) (record.PageType, bool) {
	for _, h := range plainTitles {
		if h.text.MatchString(s) {
			return h.typ, true
		}
	}
	return "", false
}

// TitleFor says that s is a page title of the given type.
func TitleFor(s string, typ record.PageType) bool {
	if len(s) > 90 {
		return false
	}
	for _, h := range pageTitles {
		if h.typ == typ && h.text.MatchString(s) {
			return true
		}
	}
	return false
}

// Scripts is the page type that a page's file name, lower case and without .aspx, stands for.
func Scripts(name string) (record.PageType, bool) {
	typ, ok := scripts[name]
	return typ, ok
}
