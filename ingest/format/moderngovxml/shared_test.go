package moderngovxml_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"

	"github.com/google/go-cmp/cmp"
)

// shared is the folder of real pages that the variable SHARED names. The tests of real pages do not run
// where it is unset; where it is set, every file must be there.
func shared(t *testing.T, path string) (record.Page, error) {
	t.Helper()
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED is not set: it names the folder of real pages")
	}
	path = filepath.Join(root, "data", path)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return format.Parse(record.Document{Name: path, Bytes: b})
}

// private is what no page may show: a postcode, a telephone number, an e-mail address.
var private = regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|REDACTED|\b0\d{3,4} ?\d{5,6}\b|@`)

// TestCouncillorsOfCouncils: counts made by hand, and again with another XML parser, of real answers.
func TestCouncillorsOfCouncils(t *testing.T) {
	type counts struct {
		Wards, People, Posts, Terms, Open int
		Parties                           map[string]int
	}
	for council, want := range map[string]counts{
		"barking-dagenham.gov.uk":      {17, 51, 29, 96, 51, map[string]int{"Labour Party": 51}},
		"councillors.liverpool.gov.uk": {30, 91, 44, 100, 90, map[string]int{"Labour Party": 82, "Liberal Democrat": 2, "Independent": 1, "Green Party": 4, "Liberal Party": 2}},
		"kirklees.gov.uk":              {23, 69, 12, 83, 0, map[string]int{"Labour": 33, "Liberal Democrat": 10, "Labour and Co-operative": 1, "Conservative": 18, "Valley Independent": 3, "Green Party": 4}},
		"southwark.gov.uk":             {21, 63, 28, 50, 47, map[string]int{"Labour": 48, "Liberal Democrat": 13, "Conservative": 2}},
		"wrexham.gov.uk":               {47, 52, 0, 0, 0, map[string]int{"Independent": 26, "Welsh Liberal Democrats": 5, "Welsh Conservatives": 5, "Welsh Labour": 13, "": 1, "Plaid Cymru": 2}},
	} {
		t.Run(council, func(t *testing.T) {
			page, err := shared(t, "moderngov-councillors/"+council+"/CouncillorsByWard.xml")
			if err != nil {
				t.Fatal(err)
			}
			got := counts{Wards: len(page.Wards), People: len(page.People), Parties: map[string]int{}}
			for _, p := range page.People {
				got.Parties[p.Party]++
				got.Terms += len(p.Terms)
				if len(p.Roles) > 0 {
					got.Posts++
				}
				for _, term := range p.Terms {
					if term.End == "" {
						got.Open++
					}
				}
				if p.SourceID == "" || p.Ward == "" || titled.MatchString(p.Name) {
					t.Errorf("person %+v", p)
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("want -, got +:\n%s", d)
			}
			if page.Page.Type != record.PageCouncillors || page.Page.Truncated {
				t.Errorf("page %+v", page.Page)
			}
			if found := private.FindString(page.Text); found != "" {
				t.Errorf("the text shows %q", found)
			}
			places(t, page)
		})
	}
}

// titled is a title left in a name.
var titled = regexp.MustCompile(`(?i)^(?:councillor|cllr|mr|mrs|ms|dr|sir)\b`)

// TestCouncillorsMissing: three real answers that hold no councillor are errors and never "0 councillors".
func TestCouncillorsMissing(t *testing.T) {
	for council, want := range map[string][]error{
		"denbighshire.gov.uk":     {moderngovxml.ErrNoAnswer, format.ErrRedirect},
		"leeds.gov.uk":            {moderngovxml.ErrNoAnswer},
		"online.eastherts.gov.uk": {moderngovxml.ErrNothingListed},
	} {
		t.Run(council, func(t *testing.T) {
			_, err := shared(t, "moderngov-councillors/"+council+"/CouncillorsByWard.xml")
			for _, w := range want {
				if !errors.Is(err, w) {
					t.Errorf("got %v, want %v", err, w)
				}
			}
			t.Log(err)
		})
	}
}

// TestMeetingsOfCouncil: the lists and meetings of one council, read by hand beside.
func TestMeetingsOfCouncil(t *testing.T) {
	const folder = "lgsf-fixtures/minutes/tests/fixtures/"
	t.Run("committees", func(t *testing.T) {
		page, err := shared(t, folder+"committees.xml")
		if err != nil {
			t.Fatal(err)
		}
		if n := len(page.Committees); n != 3 || page.Committees[0].SourceID != "312" || !*page.Committees[0].Expired || *page.Committees[2].Expired || page.Committees[2].Name != "Audit Committee" {
			t.Errorf("%+v", page.Committees)
		}
	})
	t.Run("meetings", func(t *testing.T) {
		page, err := shared(t, folder+"meetings.xml")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range page.Meetings {
			got = append(got, m.SourceID+" "+m.Date+" "+m.StartTime+" "+m.Status+" "+m.Committee+" "+m.CommitteeID)
		}
		want := []string{"4966 2026-01-13 10:00 Cancelled Audit Committee 144", "4967 2026-02-10 10:00 Confirmed Audit Committee 144"}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("want -, got +:\n%s", d)
		}
	})
	t.Run("meeting without minutes", func(t *testing.T) {
		page, err := shared(t, folder+"meeting_no_minutes.xml")
		if err != nil {
			t.Fatal(err)
		}
		m := page.Meetings[0]
		if m.SourceID != "4966" || m.Status != "Cancelled" || m.Committee != "" || len(m.Items) != 0 || len(m.Attendances) != 1 || m.Attendances[0].Status != "expected" || *m.Published.Agenda {
			t.Errorf("%+v", m)
		}
	})
	t.Run("meeting with minutes", func(t *testing.T) {
		page, err := shared(t, folder+"meeting_with_minutes.xml")
		if err != nil {
			t.Fatal(err)
		}
		m := page.Meetings[0]
		if m.Committee != "Audit Committee" || m.Date != "2026-02-10" || m.Venue != "Council Antechamber, Level 2, Town Hall Extension" || len(m.Attendances) != 1 || !*m.Published.Minutes {
			t.Errorf("%+v", m)
		}
		var got []string
		for _, i := range m.Items {
			got = append(got, i.Number+" | "+i.MinuteNumber+" | "+i.SourceID+" | "+i.Title+" | "+i.Documents[0].Title+" | "+i.Documents[0].SourceID)
			if i.Minutes == "" || i.Purpose == "" || i.Decision != "" || len(i.Documents) != 1 || len(i.Resolutions) != 0 {
				t.Errorf("item %+v", i)
			}
		}
		want := []string{
			"1 | 1 | 18831 | Minutes | 6 - CHAIR APPROVED Minutes Audit Committee 25 Nov 2025 | 60860",
			"9 | 9 | 18833 | Work Programme | DRAFT WP FEBRUARY 2026 | 60909",
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("want -, got +:\n%s", d)
		}
	})
}
