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
