package record_test

import (
	"testing"

	"councilgraph/ingest/record"
)

func TestCanonicalURL(t *testing.T) {
	for raw, want := range map[string]string{
		"":           "",
		"minutes/12": "minutes/12",
		"http://Democracy.Wexcombe.example/ieListDocuments.aspx?MId=2&CId=1&Ver=4":                "https://democracy.wexcombe.example/ieListDocuments.aspx?CId=1&MId=2",
		"https://democracy.wexcombe.example:443/(S(abc123))/mgAi.aspx?ID=5#mgDocuments":           "https://democracy.wexcombe.example/mgAi.aspx?ID=5",
		"https://democracy.wexcombe.example/ieIssueDetails.aspx?IId=7&Opt=3&RPID=0&bcr=1&LLL=1":   "https://democracy.wexcombe.example/ieIssueDetails.aspx?IId=7&Opt=3",
		"http://democracy.wexcombe.example/mgListOfficerDecisions.aspx?XXR=0&J=1&DR=01%2F02%2F20": "https://democracy.wexcombe.example/mgListOfficerDecisions.aspx?DR=01%2F02%2F20",
		"http://democracy.wexcombe.example/IEListDocuments.asp?meetingid=2&committeeid=1&Ver=4":   "https://democracy.wexcombe.example/ieListDocuments.aspx?CId=1&MId=2",
		"http://democracy.wexcombe.example./modern.gov/mgai.aspx?id=5&LLL=0#mgDocuments":          "https://democracy.wexcombe.example/modern.gov/mgAi.aspx?ID=5",
		"http://democracy.wexcombe.example/ieListDocuments.aspx?CId=1&amp;MId=2&amp;Ver=4":        "https://democracy.wexcombe.example/ieListDocuments.aspx?CId=1&MId=2",
		"http://democracy.wexcombe.example/ieListDocuments.aspx?CId=&MID=2":                       "https://democracy.wexcombe.example/ieListDocuments.aspx?MId=2",
		"http://democracy.wexcombe.example/(s(abc)f(d-1))/ieissuedetails.aspx?iid=7&opt=3":        "https://democracy.wexcombe.example/ieIssueDetails.aspx?IId=7&Opt=3",
		"https://www.wexcombe.example/Default.aspx?Id=7&mid=3":                                    "https://www.wexcombe.example/Default.aspx?Id=7&mid=3",
		"ftp://files.wexcombe.example/a.txt":                                                      "ftp://files.wexcombe.example/a.txt",
	} {
		if got := record.CanonicalURL(raw); got != want {
			t.Errorf("CanonicalURL(%q) = %q, want %q", raw, got, want)
		}
		if once := record.CanonicalURL(want); once != want {
			t.Errorf("CanonicalURL(%q) = %q: not stable", want, once)
		}
	}
}
