package format_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"

	"github.com/google/go-cmp/cmp"
)

// shared reads a file of the folder of real pages that the environment variable SHARED names. Without
// the variable the test is not run; with it, a missing file fails the test.
func shared(t *testing.T, path string) record.Document {
	t.Helper()
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED does not name the folder of real pages")
	}
	b, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	return record.Document{Name: path, Bytes: b}
}

const (
	decisionPages = "data/lgsf-fixtures/decisions/tests/fixtures/"
	searchPages   = "data/sectortrace-search-pages/tests/fixtures/"
)

// counts are how many facts a page states, counted by hand in the file.
type counts struct {
	Type                                  record.PageType
	Decisions, Items, Documents, Meetings int
	Resolutions, Memberships, People      int
}

func countsOf(p record.Page) counts {
	c := counts{Type: p.Page.Type, Decisions: len(p.Decisions), Meetings: len(p.Meetings), Memberships: len(p.Memberships), People: len(p.People)}
	for _, m := range p.Meetings {
		c.Items += len(m.Items)
		c.Documents += len(m.Documents)
		for _, i := range m.Items {
			c.Documents += len(i.Documents)
			c.Resolutions += len(i.Resolutions)
		}
	}
	return c
}

// TestSharedDecisions: the real decision pages and registers give what stands in them, no more.
func TestSharedDecisions(t *testing.T) {
	for name, want := range map[string]counts{
		"modgov_decision_detail.html":              {Type: record.PageDecision, Decisions: 1, Meetings: 1, Items: 1, Documents: 1, Resolutions: 1},
		"modgov_decision_detail_no_documents.html": {Type: record.PageDecision, Decisions: 1, Meetings: 1, Items: 1, Resolutions: 1},
		// "The demolition ... has been approved" and by whom: reported, not resolved here.
		"modgov_decision_multi_paragraph.html": {Type: record.PageDecision, Decisions: 1, Meetings: 1, Items: 1},
		// Three rows, of which one links to an issue.
		"modgov_decisions_list.html": {Type: record.PageDecisionList, Decisions: 2},
		// One row; its last cell is commented out.
		"modgov_officer_decisions_list.html": {Type: record.PageDecisionList, Decisions: 1},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := format.Parse(shared(t, decisionPages+name))
			if err != nil {
				t.Fatal(err)
			}
			if page.Page.Format != "moderngov-html" {
				t.Errorf("read as %s", page.Page.Format)
			}
			if d := cmp.Diff(want, countsOf(page)); d != "" {
				t.Errorf("want -, got +:\n%s", d)
			}
			spans(t, page)
		})
	}
}

// TestSharedDecisionFacts: the facts of one real decision taken at a meeting, and of one taken by an officer.
func TestSharedDecisionFacts(t *testing.T) {
	at, err := format.Parse(shared(t, decisionPages+"modgov_decision_detail.html"))
	if err != nil {
		t.Fatal(err)
	}
	no, yes := false, true
	same := func(what string, want, got any) {
		t.Helper()
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: want -, got +:\n%s", what, d)
		}
	}
	m, d := at.Meetings[0], at.Decisions[0]
	same("meeting", []string{"Policy Committee", "2015-10-19", "151", "4832"}, []string{m.Committee, m.Date, m.CommitteeID, m.SourceID})
	same("issue", "6535", at.Issue.SourceID)
	same("dates", []string{"2015-10-19", "2015-10-22", ""}, []string{d.MadeOn, d.PublishedOn, d.EffectiveOn})
	same("answers", []*bool{&no, &no}, []*bool{d.Key, d.CallIn})
	same("status", []string{"", "Recommendations Approved"}, []string{d.Maker, d.Status})
	f := m.Items[0].Documents[0]
	same("document", []string{"polc2 - 23.09.2015", "119 KB", "application/pdf", "s7942"}, []string{f.Title, f.Size, f.MediaType, f.SourceID})

	by, err := format.Parse(shared(t, decisionPages+"modgov_decision_detail_no_documents.html"))
	if err != nil {
		t.Fatal(err)
	}
	d = by.Decisions[0]
	same("maker", []string{"Strategic Director for Environment", "2026-08-04", "2026-08-05"}, []string{d.Maker, d.MadeOn, d.PublishedOn})
	same("answers", []*bool{&yes, &yes}, []*bool{d.Key, d.CallIn})
	same("purpose", "To seek approval for alternative processing arrangements.", d.Purpose)

	list, err := format.Parse(shared(t, decisionPages+"modgov_decisions_list.html"))
	if err != nil {
		t.Fatal(err)
	}
	var ids, dates []string
	for _, d := range list.Decisions {
		ids, dates = append(ids, d.SourceID), append(dates, d.PublishedOn+" "+d.EffectiveOn)
		same("not for call-in", &no, d.CallIn)
	}
	same("ids", []string{"13567", "13149"}, ids)
	same("dates", []string{"2025-04-01 2025-04-01", "2025-11-03 2025-11-03"}, dates)
}

// TestSharedSearches: searches and forms are no record; the message says what was seen.
func TestSharedSearches(t *testing.T) {
	for name, says := range map[string]string{
		"moderngov_search_kent_substance_misuse.html":     "search results with 10 hits",
		"moderngov_search_kirklees_drug_and_alcohol.html": "search results with 10 hits",
		"moderngov_search_no_results.html":                "search results with 0 hits",
		"moderngov_doc_search_form.html":                  "a search form",
		"cmis_search_harborough_council_page1.html":       "Search Results (22 Documents Found)",
		"cmis_search_no_results.html":                     "Your search produced no results",
		"cmis_search_harborough_form.html":                "a search form",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := format.Parse(shared(t, searchPages+name))
			if !errors.Is(err, format.ErrNotCouncilPage) || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), name) {
				t.Errorf("got %v, want ErrNotCouncilPage saying %q", err, says)
			}
		})
	}
}
