package testsite_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/internal/testsite"

	"github.com/google/go-cmp/cmp"
)

// pages are one of each kind that a site publishes, with what they are read as.
var pages = map[string]record.PageType{
	"mgWebService.asmx/GetCommittees":                                                      record.PageCommittees,
	"mgWebService.asmx/GetCouncillorsByWard":                                               record.PageCouncillors,
	"mgWebService.asmx/GetMeetings?lCommitteeId=0&sFromDate=01/01/2025&sToDate=31/12/2026": record.PageMeetings,
	"mgWebService.asmx/GetMeeting?lMeetingId=3000":                                         record.PageMeeting,
	"ieListDocuments.aspx?CId=101&MId=3000&Ver=4":                                          record.PageList,
	"mgAi.aspx?ID=20002":                                                                   record.PageItem,
	"mgMeetingAttendance.aspx?ID=3000":                                                     record.PageAttendance,
	"ieIssueDetails.aspx?IId=7000&Opt=3":                                                   record.PageIssue,
	"mgDelegatedDecisions.aspx?XXR=0&DR=01%2f01%2f2026-31%2f12%2f2026&ACT=Find&DS=2":       record.PageDecisionList,
	"ieDecisionDetails.aspx?ID=2200":                                                       record.PageDecision,
	"mgListRecordedVotes.aspx?UID=0&DR=01%2f01%2f2025-31%2f12%2f2026":                      record.PageVotes,
	"mgCommitteeDetails.aspx?ID=101":                                                       record.PageCommittee,
	"ieListMeetings.aspx?CId=101&Year=0":                                                   record.PageCalendar,
	"mgMemberIndex.aspx":                                                                   record.PageMembers,
}

// Each kind of page is read as what it is, and is the same for the same seed but for the site's address.
func TestSite_pages(t *testing.T) {
	one, other := testsite.Start(testsite.Options{Seed: 5}), testsite.Start(testsite.Options{Seed: 5})
	defer one.Close()
	defer other.Close()
	for page, want := range pages {
		body := get(t, one.URL()+"/"+page, http.StatusOK)
		if again := get(t, other.URL()+"/"+page, http.StatusOK); strings.ReplaceAll(again, other.Root(), one.Root()) != body {
			t.Errorf("%s is not the same for the same seed", page)
		}
		read, err := format.Parse(record.Document{URL: one.URL() + "/" + page, Bytes: []byte(body)})
		if err != nil || read.Page.Type != want {
			t.Errorf("%s is read as %q, want %q: %v", page, read.Page.Type, want, err)
		}
	}
	if d := cmp.Diff(one.Truth(), other.Truth()); d != "" {
		t.Errorf("another truth for the same seed:\n%s", d)
	}
	if n := len(one.Requests()); n != len(pages) {
		t.Errorf("%d requests noted, want %d", n, len(pages))
	}
}

// Every fault is recognised by the reader, or is a status that is no page.
func TestSite_faults(t *testing.T) {
	for name, c := range map[string]struct {
		fault  testsite.Fault
		status int
		want   string // of the reader
	}{
		"too many":        {testsite.Fault{Kind: testsite.TooMany, Delay: 3 * time.Second}, http.StatusTooManyRequests, ""},
		"unavailable":     {testsite.Fault{Kind: testsite.Unavailable}, http.StatusServiceUnavailable, ""},
		"broken":          {testsite.Fault{Kind: testsite.BrokenXML}, http.StatusOK, "the XML cannot be read"},
		"HTML":            {testsite.Fault{Kind: testsite.HTMLInstead}, http.StatusOK, "not an answer of the council's web service"},
		"firewall":        {testsite.Fault{Kind: testsite.Firewall}, http.StatusOK, "the answer of a firewall"},
		"login":           {testsite.Fault{Kind: testsite.Login}, http.StatusOK, "a log-in"},
		"script redirect": {testsite.Fault{Kind: testsite.ScriptRedirect}, http.StatusOK, "leads elsewhere"},
	} {
		site := testsite.Start(testsite.Options{})
		c.fault.On, c.fault.Times = "getmeeting?", 1
		site.Fault(c.fault)
		page := site.URL() + "/mgWebService.asmx/GetMeeting?lMeetingId=3000"
		body := get(t, page, c.status)
		if c.want != "" {
			_, err := format.Parse(record.Document{URL: page, Bytes: []byte(body)})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: error %v, want %q", name, err, c.want)
			}
		}
		get(t, page, http.StatusOK) // once only
		site.Close()
	}
}

// What the council changes is what its pages say from then on.
func TestSite_changes(t *testing.T) {
	site := testsite.Start(testsite.Options{Base: "/moderngov"})
	defer site.Close()
	meeting := site.Unminuted()[0]
	address := site.URL() + "/mgWebService.asmx/GetMeeting?lMeetingId="
	if body := get(t, address+meeting, http.StatusOK); strings.Contains(body, "RESOLVED") {
		t.Error("minutes before they are published")
	}
	site.PublishMinutes(meeting)
	if body := get(t, address+meeting, http.StatusOK); !strings.Contains(body, "RESOLVED") {
		t.Error("no minutes after they were published")
	}
	held, item := site.Find(2)
	before := len(site.Truth().Items)
	site.Split(item)
	if got := len(site.Truth().Items); got != before+1 {
		t.Errorf("%d items after a split, want %d", got, before+1)
	}
	renumbered := site.Renumber(held)
	if body := get(t, address+held, http.StatusOK); strings.Contains(body, "<agendaitem>") {
		t.Error("the old number still leads to the meeting")
	}
	if body := get(t, address+renumbered, http.StatusOK); !strings.Contains(body, "Progress Reports") {
		t.Error("the new number does not lead to the meeting with its new item")
	}
	site.Rename("/modern.gov")
	get(t, address+renumbered, http.StatusNotFound)
	get(t, site.URL()+"/ieListDocuments.aspx?MId="+renumbered, http.StatusOK)
	site.WithdrawMeeting(renumbered)
	get(t, site.URL()+"/ieListDocuments.aspx?MId="+renumbered, http.StatusNotFound)
}

func get(t *testing.T, url string, status int) string {
	t.Helper()
	answer, err := http.Get(url) //nolint:noctx // a test of a server on loopback
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != status {
		t.Fatalf("%s answers %d, want %d", url, answer.StatusCode, status)
	}
	return string(body)
}
