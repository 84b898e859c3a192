package record_test

import (
	"testing"

	"councilgraph/ingest/record"
)

func TestSubjectOf(t *testing.T) {
	const at = "https://democracy.wexcombe.example/"
	for page, want := range map[string]record.Subject{
		"": {}, "ieIssueDetails.aspx?IId=7&Opt=3": {}, "mgMemberIndex.aspx?CId=3": {}, "documents/s1/CId=3.pdf?CId=3": {},
		"ieListDocuments.aspx?CId=3&MId=40&Ver=4":                         {Committee: "3", Meeting: "40"},
		"(S(abc))/ielistdocuments.asp?committeeid=3&meetingid=40":         {Committee: "3", Meeting: "40"},
		"ieListMeetings.aspx?CId=3&Year=0":                                {Committee: "3"},
		"mgCommitteeDetails.aspx?ID=3":                                    {Committee: "3"},
		"mgMeetingAttendance.aspx?ID=40":                                  {Meeting: "40"},
		"mgAi.aspx?ID=5":                                                  {Item: "5"},
		"mgWebService.asmx/GetMeeting?lMeetingId=40":                      {Meeting: "40"},
		"mgWebService.asmx/GetMeetings?lCommitteeId=3&sFromDate=01/01/26": {Committee: "3"},
		"mgWebService.asmx/GetMeetings?lCommitteeId=0&sFromDate=01/01/26": {},
	} {
		if got := record.SubjectOf(at + page); got != want {
			t.Errorf("%s is about %+v, want %+v", page, got, want)
		}
	}
}
