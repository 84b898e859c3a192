package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/record"
)

// The real pages and the shared cases give one graph in whatever order they go in.
func TestRun_shared(t *testing.T) {
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED does not name the folder of the shared cases")
	}
	docs := append(pagesOf(t, filepath.Join(root, "cases", "fixtures", "*.txt")), pagesOf(t, filepath.Join(root, "seeds", "*.txt"))...)
	if len(docs) < 29 {
		t.Fatalf("%d pages, want 24 cases and 5 seeds", len(docs))
	}
	sameInAnyOrder(t, docs, rounds(t, 20))
}

// Lists of a council's people by the web service: as many people, wards, parties and terms as the files have,
// counted by hand and with another XML parser. Three councils answered with something else, which is an error.
func TestRun_councillors(t *testing.T) {
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED does not name the folder of the real lists")
	}
	type counts struct{ People, Wards, Parties, Terms, Spellings int }
	for council, want := range map[string]*counts{
		"barking-dagenham.gov.uk":      {51, 17, 1, 96, 1},
		"councillors.liverpool.gov.uk": {91, 30, 5, 100, 5},
		"kirklees.gov.uk":              {69, 23, 6, 83, 6},
		"southwark.gov.uk":             {63, 21, 3, 50, 3},
		"wrexham.gov.uk":               {52, 47, 5, 0, 5},
		"denbighshire.gov.uk":          nil,
		"leeds.gov.uk":                 nil,
		"online.eastherts.gov.uk":      nil,
	} {
		t.Run(council, func(t *testing.T) {
			p, dump := pipeline(t)
			docs := pagesOf(t, filepath.Join(root, "data", "moderngov-councillors", council, "CouncillorsByWard.xml"))
			report, err := p.Run(t.Context(), []string{folder(t, docs)})
			if err != nil || (len(report.Problems) > 0) != (want == nil) {
				t.Fatalf("%v %+v", err, report.Problems)
			}
			if want == nil {
				return
			}
			rows := dump()
			got := counts{People: len(rows["persons"]), Wards: len(rows["wards"]), Parties: len(rows["parties"])}
			spellings := map[string]bool{}
			for _, term := range rows["terms"] {
				if !strings.Contains(term, "start_date=<nil>") {
					got.Terms++
				}
				_, rest, _ := strings.Cut(term, "party_as_written=")
				if spelling, _, _ := strings.Cut(rest, " person_id="); spelling != "<nil>" {
					spellings[spelling] = true
				}
			}
			got.Spellings = len(spellings)
			if got != *want {
				t.Errorf("%+v, want %+v", got, *want)
			}
		})
	}
}

// Two councillors of one surname are two people, and a portfolio holder who is named by the post alone is
// nobody until a roster of that municipal year says who held it.
func TestRun_seeds(t *testing.T) {
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED does not name the folder of the real pages")
	}
	p, dump := pipeline(t)
	take := func(docs []record.Document) {
		t.Helper()
		report, err := p.Run(t.Context(), []string{folder(t, docs)})
		if err != nil || len(report.Problems) > 0 {
			t.Fatalf("%v %+v", err, report.Problems)
		}
	}
	one := func(table, with string) []string {
		t.Helper()
		var out []string
		for _, row := range dump()[table] {
			if strings.Contains(row, with) {
				out = append(out, row)
			}
		}
		return out
	}
	take(pagesOf(t, filepath.Join(root, "seeds", "001*")))
	for _, name := range []string{"Sue", "Brian"} {
		said := one("participations", "as_written=Councillor "+name+" Little ")
		if len(said) == 0 {
			t.Errorf("Councillor %s Little has no part", name)
		}
		for _, row := range said {
			if !strings.Contains(row, "person_id=persons ambleford/person/"+strings.ToLower(name)+"-little ") {
				t.Errorf("who is Councillor %s Little? %s", name, row)
			}
		}
	}
	if n := len(one("persons", "family_name=Little ")); n != 2 {
		t.Errorf("%d people of the name Little, want 2", n)
	}

	p, dump = pipeline(t)
	take(pagesOf(t, filepath.Join(root, "seeds", "002*")))
	const post = "as_written=The Cabinet Member for Children, Education, and Families "
	holder := func() []string { return one("participations", post) }
	for _, row := range holder() {
		if !strings.Contains(row, "person_id= ") && !strings.Contains(row, "person_id=<nil>") || !strings.Contains(row, "unsettled=ROLE_ONLY") {
			t.Errorf("without a roster: %s", row)
		}
	}
	roster := []byte(`<?xml version="1.0" encoding="utf-8"?><councillorsbyward><wards><ward><wardtitle>Elm</wardtitle><councillors><councillorcount>1</councillorcount>
<councillor><councillorid>71</councillorid><fullusername>Cllr Ada Quince</fullusername><politicalpartytitle>Labour</politicalpartytitle><wardtitle>Elm</wardtitle>
<keyposts>Cabinet Member for Children, Education and Families</keyposts></councillor></councillors></ward></wards></councillorsbyward>`)
	take([]record.Document{{Bytes: roster, URL: "https://www.minutes.example/mgWebService.asmx/GetCouncillorsByWard", FetchedAt: day002 + "T00:00:00Z"}})
	said := holder()
	if len(said) == 0 {
		t.Error("nobody speaks for the post")
	}
	for _, row := range said {
		if !strings.Contains(row, "person_id=persons ambleford/person/ada-quince ") {
			t.Errorf("with the year's roster: %s", row)
		}
	}
}

// day002 is a day of the municipal year in which seed 002 was minuted.
const day002 = "2020-12-01"
