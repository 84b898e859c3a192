package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestResolve_corrections(t *testing.T) {
	at := func(source, day, name, committee string) Mention {
		return Mention{Ref: Ref{source, "1"}, Name: name, Title: "Councillor", Date: day, Committee: committee, Meeting: committee + "/" + day, Bearing: Attending}
	}
	mentions := []Mention{
		at("a", "2016-06-01", "Sue Marlow", "planning"), at("b", "2016-07-06", "Susan Marlow", "planning"), at("c", "2009-06-01", "Sue Marlow", "audit"),
		{Ref: Ref{"d", "1"}, Name: "Marlow", Date: "2016-08-01"}, {Ref: Ref{"e", "1"}, Role: "the Clerk of Works", Date: "2016-08-01"},
	}
	for _, c := range []struct {
		about       string
		corrections []Correction
		people      []string          // keys
		answers     map[string]string // by source: person, or candidates
		unfit       []string
	}{
		{"none", nil, []string{"sue-marlow", "susan-marlow"}, map[string]string{"a": "sue-marlow", "b": "susan-marlow", "c": "sue-marlow", "d": ""}, nil},
		{
			"a merge also settles what lay between the two",
			[]Correction{{Kind: "merge", Person: "susan-marlow", To: "sue-marlow"}},
			[]string{"sue-marlow"}, map[string]string{"a": "sue-marlow", "b": "sue-marlow", "d": "sue-marlow"}, nil,
		},
		{
			"a split by committee",
			[]Correction{{Kind: "split", Person: "sue-marlow", To: "sue-marlow-elder", Select: Selection{Committee: "audit"}}},
			[]string{"sue-marlow", "sue-marlow-elder", "susan-marlow"}, map[string]string{"a": "sue-marlow", "c": "sue-marlow-elder"}, nil,
		},
		{
			"a split by days",
			[]Correction{{Kind: "split", Person: "sue-marlow", To: "sue-marlow-elder", Select: Selection{To: "2010-01-01"}}},
			[]string{"sue-marlow", "sue-marlow-elder", "susan-marlow"}, map[string]string{"a": "sue-marlow", "c": "sue-marlow-elder"}, nil,
		},
		{
			"a name, in a source",
			[]Correction{{Kind: "resolve", To: "susan-marlow", Select: Selection{Name: "Cllr. Marlow", Source: "d"}}},
			[]string{"sue-marlow", "susan-marlow"}, map[string]string{"d": "susan-marlow"}, nil,
		},
		{
			"a role",
			[]Correction{{Kind: "resolve", To: "susan-marlow", Select: Selection{Role: "Clerk of Works", From: "2016-01-01", To: "2016-12-31"}}},
			[]string{"sue-marlow", "susan-marlow"}, map[string]string{"e": "susan-marlow"}, nil,
		},
		{
			"what fits nothing",
			[]Correction{
				{Kind: "merge", Person: "sam-tarn", To: "sue-marlow"}, {Kind: "merge", Person: "sue-marlow", To: "sam-tarn"}, {Kind: "merge", Person: "sue-marlow", To: "sue-marlow"},
				{Kind: "split", Person: "sue-marlow", To: "x", Select: Selection{Committee: "licensing"}}, {Kind: "split", Person: "sue-marlow"}, {Kind: "split", Person: "y", To: "x"},
				{Kind: "resolve", To: "sue-marlow"}, {Kind: "resolve", To: "sue-marlow", Select: Selection{Name: "Tarn"}}, {Kind: "resolve", To: "x", Select: Selection{Name: "Marlow"}},
				{Kind: "rename"},
			},
			[]string{"sue-marlow", "susan-marlow"}, map[string]string{"a": "sue-marlow", "d": ""},
			[]string{
				`nobody has the key "sam-tarn"`, `nobody has the key "sam-tarn"`, `"sue-marlow" is merged with itself`,
				`no mention of "sue-marlow" is selected`, "a split needs a new key", `nobody has the key "y"`,
				"a resolve needs a name, a role, or a source with the place in it", "no mention is selected", `nobody has the key "x"`,
				`kind "rename": it is merge, split or resolve`,
			},
		},
	} {
		t.Run(c.about, func(t *testing.T) {
			got := Resolve(mentions, c.corrections, slug)
			var people, unfit []string
			for _, p := range got.People {
				people = append(people, p.Key)
			}
			for _, u := range got.Unfit {
				unfit = append(unfit, u.Why)
			}
			if diff := cmp.Diff(c.people, people); diff != "" {
				t.Errorf("people:\n%s", diff)
			}
			if diff := cmp.Diff(c.unfit, unfit); diff != "" {
				t.Errorf("unfit:\n%s", diff)
			}
			for source, want := range c.answers {
				if a := got.Answers[Ref{source, "1"}]; a.Person != want {
					t.Errorf("%s is %+v, want %q", source, a, want)
				}
			}
			if len(c.corrections) == 1 && len(c.unfit) == 0 {
				corrected := 0
				for _, a := range got.Answers {
					if a.Rule == RuleCorrection {
						corrected++
					}
				}
				if corrected == 0 {
					t.Error("no answer says that it was corrected")
				}
			}
		})
	}
}

// A merge keeps the names and numbers of both.
func TestResolve_mergedPerson(t *testing.T) {
	mentions := []Mention{
		{Ref: Ref{"a", "1"}, Name: "Ann Oakes", SourceID: "7", Capacity: "councillor", Date: "2010-06-01"},
		{Ref: Ref{"b", "1"}, Name: "Ann Birch", SourceID: "9", Capacity: "councillor", Date: "2016-06-01"},
	}
	got := Resolve(mentions, []Correction{{Kind: "merge", Person: "ann-oakes", To: "ann-birch"}}, slug).People
	want := []Person{{Key: "ann-birch", Name: "Ann Birch", Names: []string{"Ann Oakes"}, SourceIDs: []string{"7", "9"}, Capacity: "councillor"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
