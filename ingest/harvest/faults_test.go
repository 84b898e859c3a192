package harvest_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"councilgraph/ent/coverage"
	entfailure "councilgraph/ent/failure"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/harvest"
	"councilgraph/internal/testsite"

	gocmp "github.com/google/go-cmp/cmp"
)

// Three councils are harvested at once while their sites are slow, busy, broken and closed in part: the graph equals their
// truth but for what cannot be had, each gap is listed with its reason, and when the sites are mended the next run brings it.
func TestRun_faults(t *testing.T) {
	g := newRig(t, "AAA", "BBB", "CCC")
	sites := map[string]*testsite.Site{
		"AAA": start(t, testsite.Options{Seed: 11, CountsOnly: true}),
		"BBB": start(t, testsite.Options{Seed: 12, ServiceOff: true, Base: "/moderngov", ErrorPage: true}),
		"CCC": start(t, testsite.Options{Seed: 13, Base: "/modern.gov", Validators: true, Robots: "User-agent: *\nDisallow: /modern.gov/mgListRecordedVotes.aspx\n"}),
	}
	a, b, c := sites["AAA"], sites["BBB"], sites["CCC"]
	// What passes leaves no trace.
	for _, s := range sites {
		s.Fault(testsite.Fault{Kind: testsite.TooMany, On: "ielistdocuments", Times: 2, Delay: time.Second})
		s.Fault(testsite.Fault{Kind: testsite.Unavailable, On: "mgcommitteedetails", Times: 2})
		s.Fault(testsite.Fault{Kind: testsite.CutOff, On: "ieissuedetails", Times: 1})
		s.Fault(testsite.Fault{Kind: testsite.Slow, On: "mgdelegateddecisions", Delay: 50 * time.Millisecond})
	}
	// The service breaks off one meeting, whose pages say as much; a firewall stands before an issue; a decision wants a password.
	broken := a.Truth().Meetings[0].ID
	a.Fault(testsite.Fault{Kind: testsite.BrokenXML, On: "getmeeting?lmeetingid=" + broken})
	a.Fault(testsite.Fault{Kind: testsite.HTMLInstead, On: "getcouncillorsbyward"})
	b.Fault(testsite.Fault{Kind: testsite.Firewall, On: "ieissuedetails.aspx?iid=" + b.Truth().Issues[0].ID})
	b.Fault(testsite.Fault{Kind: testsite.ScriptRedirect, On: "mgmemberindex"})
	c.Fault(testsite.Fault{Kind: testsite.Login, On: "iedecisiondetails.aspx?id=" + c.Truth().Decisions[0].ID})

	var done sync.WaitGroup
	var lock sync.Mutex
	gaps := map[string][]string{}
	for code, s := range sites {
		done.Go(func() {
			report, err := g.Run(t.Context(), task(code, s))
			if err != nil {
				t.Errorf("%s: %v", code, err)
			}
			lock.Lock()
			defer lock.Unlock()
			for _, p := range report.Problems {
				gaps[code] = append(gaps[code], strings.TrimPrefix(p.File, s.URL())+": "+p.Reason)
			}
		})
	}
	done.Wait()
	want := map[string][]string{
		"AAA": {"GetMeeting?lMeetingId=" + broken + ": the XML cannot be read", "GetCouncillorsByWard: not an answer of the council's web service"},
		"BBB": {"ieIssueDetails.aspx?IId=" + b.Truth().Issues[0].ID + "&Opt=3: the answer of a firewall", "mgMemberIndex.aspx?FN=WARD&VW=LIST&PIC=0: an answer that only leads elsewhere"},
		"CCC": {"ieDecisionDetails.aspx?ID=" + c.Truth().Decisions[0].ID + ": a log-in", "mgListRecordedVotes.aspx?UID=0&DR=01%2F01%2F2025-31%2F12%2F2025: robots.txt does not allow", "mgListRecordedVotes.aspx?UID=0&DR=01%2F01%2F2026-31%2F12%2F2026: robots.txt does not allow"},
	}
	for code, s := range sites {
		told := told(t, g.db.Client, code)
		truth := s.Truth()
		// Who they are is told by who attended, in the short words of that list or not at all.
		if code != "CCC" {
			same(t, code+": people's numbers", seated(truth), ids(told.People))
			told.People = truth.People
		}
		if code == "BBB" { // the one issue has a number and no title
			truth.Issues[0].Title = ""
		}
		if code == "CCC" {
			same(t, code+": a decision that is only listed", truth.Decisions[:1], []testsite.Decision{{ID: told.Decisions[0].ID, Title: told.Decisions[0].Title, Maker: truth.Decisions[0].Maker, MadeOn: truth.Decisions[0].MadeOn, Text: truth.Decisions[0].Text}})
			told.Decisions, told.Votes = truth.Decisions, truth.Votes
		}
		equal(t, code, truth, told)
		for _, gap := range want[code] {
			if !slices.ContainsFunc(gaps[code], func(s string) bool { return strings.Contains(s, gap) }) {
				t.Errorf("%s: no gap %q among %q", code, gap, gaps[code])
			}
		}
		if len(gaps[code]) != len(want[code]) {
			t.Errorf("%s: %d gaps, want %d: %q", code, len(gaps[code]), len(want[code]), gaps[code])
		}
	}
	open := g.db.Client.Failure.Query().Where(entfailure.ResolvedAtIsNil(), entfailure.CouncilIDNotNil()).CountX(t.Context())
	// Coverage tells them by committee and month, as far as their addresses and the lists in which they stand tell that.
	counted, placed := 0, map[string]int{}
	for _, row := range g.db.Client.Coverage.Query().Where(coverage.FailedGT(0)).AllX(t.Context()) {
		counted += row.Failed
		of := ""
		if row.CommitteeID != 0 {
			of = text(g.db.Client.Committee.GetX(t.Context(), row.CommitteeID).SourceID)
		}
		placed[strings.Join([]string{g.db.Client.Council.GetX(t.Context(), row.CouncilID).RegisterCode, of, row.Month}, " ")] += row.Failed
	}
	m, d := a.Truth().Meetings[0], c.Truth().Decisions[0]
	if diff := gocmp.Diff(map[string]int{
		"AAA " + m.Committee + " " + m.Date[:7]: 1, // a meeting
		"AAA  ":                                 1, // the councillors
		"BBB  ":                                 2, // an issue, and the councillors
		"CCC  " + d.MadeOn[:7]:                  1, // a decision of no committee
		"CCC  ":                                 2, // the votes of two years
	}, placed); diff != "" {
		t.Errorf("gaps by council, committee and month: %s", diff)
	}
	if open != 7 || counted != 7 {
		t.Errorf("%d failures are open and coverage counts %d, want 7", open, counted)
	}

	a.Mend()
	b.Mend()
	c.Mend()
	g.now = g.now.Add(24 * time.Hour)
	for code, s := range sites {
		report, _ := g.run(t, task(code, s), s)
		if code != "CCC" {
			gapless(t, report.Problems)
			equal(t, code+" when it is mended", s.Truth(), told(t, g.db.Client, code))
		}
	}
	if open := g.db.Client.Failure.Query().Where(entfailure.ResolvedAtIsNil()).CountX(t.Context()); open != 2 {
		t.Errorf("%d failures are open, want the two that robots.txt forbids", open)
	}
}

// seated are the numbers of who sits on a committee.
func seated(truth testsite.Truth) []string {
	var out []string
	for _, m := range truth.Memberships {
		if !slices.Contains(out, m.Person) {
			out = append(out, m.Person)
		}
	}
	return out
}

func ids(people []testsite.Person) []string {
	var out []string
	for _, p := range people {
		out = append(out, p.ID)
	}
	return out
}

// A site that lets nobody in is left alone after a few pages, and the harvest goes on where it was when it lets in again.
func TestRun_leftAlone(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 14})
	s.Fault(testsite.Fault{Kind: testsite.Firewall, On: "ielistdocuments"})
	report, _ := g.run(t, task("AAA", s), s)
	if report.Stopped == "" || report.Left == 0 || len(report.Problems) != 6 {
		t.Errorf("stopped: %q, %d pages left, problems %v", report.Stopped, report.Left, report.Problems)
	}
	if n := len(s.Requests()); n > 40 {
		t.Errorf("%d requests to a site that lets nobody in", n)
	}
	s.Mend()
	report, asked := g.run(t, task("AAA", s), s)
	gapless(t, report.Problems)
	equal(t, "when it lets in again", s.Truth(), told(t, g.db.Client, "AAA"))
	for _, r := range s.Requests() {
		if strings.Contains(r.Target, "GetMeeting?") {
			t.Errorf("%s was asked for again", r.Target)
		}
	}
	if open := g.db.Client.Failure.Query().Where(entfailure.ResolvedAtIsNil()).CountX(t.Context()); open > 0 {
		t.Errorf("%d failures are open after %d requests", open, asked)
	}
}

// A site that has lost most of its pages has rather moved: nothing is taken back.
func TestRun_lost(t *testing.T) {
	g, s, _ := harvested(t, testsite.Options{Seed: 15, Meetings: 8})
	before := told(t, g.db.Client, "AAA")
	s.Fault(testsite.Fault{Kind: testsite.Missing, On: "ie"})
	s.Fault(testsite.Fault{Kind: testsite.Missing, On: "mgc"})
	g.now = g.now.Add(24 * time.Hour)
	again := task("AAA", s)
	again.Again = true
	report, _ := g.run(t, again, s)
	if !strings.Contains(report.Stopped, "no longer has") || report.Withdrawn != 0 {
		t.Errorf("stopped: %q, %d withdrawn", report.Stopped, report.Withdrawn)
	}
	equal(t, "after the site lost its pages", before, told(t, g.db.Client, "AAA"))
}

// Without a council's system there is an error that says where it was looked for, and the graph knows the gap.
func TestRun_noSystem(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 16, Base: "/somewhere/else"})
	_, err := g.Run(t.Context(), task("AAA", s))
	if !errors.Is(err, harvest.ErrNoSystem) || !strings.Contains(err.Error(), s.Root()+"/moderngov, ") {
		t.Errorf("error %v", err)
	}
	if n := g.db.Client.Failure.Query().CountX(t.Context()); n != 1 {
		t.Errorf("%d failures, want 1", n)
	}
	there := task("AAA", s)
	there.Places = []string{s.URL() + "/mgListCommittees.aspx?bcr=1"}
	if report, err := g.Run(t.Context(), there); err != nil || report.Base != s.URL() {
		t.Errorf("by the address of a page: %q, error %v", report.Base, err)
	}
}

// Two workers never ask one host at the same time; a worker that crashed keeps it for no longer than its lease.
func TestRun_held(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 17})
	g.Lease = 8 * time.Second
	crashed := time.Now().UTC().Add(g.Lease).Format("2006-01-02T15:04:05.000Z")
	g.db.Client.HarvestHost.Create().SetHost(strings.TrimPrefix(s.Root(), "http://")).SetHolder("a worker that crashed").SetHeldUntil(crashed).ExecX(t.Context())
	s.Fault(testsite.Fault{Kind: testsite.Slow, On: "getcouncillors", Delay: 10 * time.Second})
	first := make(chan error)
	go func() {
		_, err := g.Run(t.Context(), task("AAA", s))
		first <- err
	}()
	for len(s.Requests()) < 3 { // it is at work
		time.Sleep(10 * time.Millisecond)
	}
	if now := time.Now().UTC().Format("2006-01-02T15:04:05.000Z"); now < crashed {
		t.Errorf("the host was asked at %s, and another worker's until %s", now, crashed)
	}
	other := g.Harvester
	other.Holder, other.Site = "another worker", fetch.NewLive(g.live)
	if _, err := other.Run(t.Context(), task("AAA", s)); !errors.Is(err, harvest.ErrHeld) {
		t.Errorf("a second worker: error %v, want %v", err, harvest.ErrHeld)
	}
	if err := <-first; err != nil {
		t.Error(err)
	}
	if _, err := other.Run(t.Context(), task("AAA", s)); err != nil {
		t.Errorf("when the first is done: %v", err)
	}
}

// Only the meetings of the committees that are named are asked for.
func TestRun_committee(t *testing.T) {
	for _, off := range []bool{false, true} {
		g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 18, ServiceOff: off})
		one := task("AAA", s)
		one.Committees = []string{"planning committee"}
		report, _ := g.run(t, one, s)
		gapless(t, report.Problems)
		want := map[string]bool{}
		for _, m := range s.Truth().Meetings {
			want[m.ID] = m.Committee == "103"
		}
		for _, m := range told(t, g.db.Client, "AAA").Meetings {
			if len(m.Venue) > 0 && !want[m.ID] {
				t.Errorf("meeting %+v is not that of the committee", m)
			}
			delete(want, m.ID)
		}
		for id, wanted := range want {
			if wanted {
				t.Errorf("meeting %s is missing", id)
			}
		}
		one.Committees = []string{"Committee for Nothing"}
		if _, err := g.Run(t.Context(), one); !off && (err == nil || !strings.Contains(err.Error(), "Committee for Nothing")) {
			t.Errorf("a committee that is not there: error %v", err)
		}
	}
	if _, err := newRig(t, "AAA").Run(t.Context(), harvest.Task{Council: "AAA", From: "1.2.2026", To: "2026-12-31"}); err == nil || !strings.Contains(err.Error(), `"1.2.2026" is no day`) {
		t.Errorf("a day that is none: error %v", err)
	}
}
