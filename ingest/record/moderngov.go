package record

import (
	"slices"
	"strings"
)

// scripts are the pages of ModernGov that hold records, as it spells them itself. Its servers take any
// case, and old installations end them in .asp.
var scripts = []string{
	"ieAgenda", "ceListDocuments", "ieDecisionDetails", "ieDocHome", "ieIssueDetails", "ieListDocuments", "ieListMeetings", "mgAgendaManagementTimetable",
	"mgAi", "mgAttendance", "mgAttendanceSummary", "mgCalendarMonthView", "mgCommitteeDetails", "mgCommitteeMailingList", "mgConvert2PDF", "mgDecisionDetails",
	"mgDeclarationSubmission", "mgDelegatedDecisions", "mgEPetitionDisplay", "mgGeneric", "mgIssueHistoryChronology", "mgIssueHistoryHome", "mgListCommittees",
	"mgListDeclarationsOfInterest", "mgListOfficerDecisions", "mgListOutsideBodies", "mgListPlanItems", "mgListPlans", "mgListRecordedVotes",
	"mgListRecordedVotesShort", "mgMeetingAttendance", "mgMemberIndex", "mgMemberIndexCommittee", "mgMemberIndexParty", "mgMemberIndexWard", "mgOutsideBodyDetails",
	"mgParishCouncilDetails", "mgPlanHome", "mgRofI", "mgUserAttendanceSummary", "mgUserInfo", "mgWardDetails",
}

// ids are the parameters that name what a page of ModernGov is about, by their spellings in lower case.
var ids = map[string]string{
	"mid": "MId", "meetingid": "MId", "cid": "CId", "committeeid": "CId", "iid": "IId", "aiid": "AIId", "id": "ID", "uid": "UID", "planid": "PlanId", "opt": "Opt",
}

// modernGovScript is the last element of a path as ModernGov spells it, false where it is no page of it.
func modernGovScript(path string) (string, bool) {
	name := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	bare, ok := strings.CutSuffix(name, ".aspx")
	if !ok {
		bare, ok = strings.CutSuffix(name, ".asp")
	}
	i := slices.IndexFunc(scripts, func(s string) bool { return strings.EqualFold(s, bare) })
	if !ok || i < 0 {
		return "", false
	}
	return scripts[i] + ".aspx", true
}
