package minutes

import (
	"strings"
	"testing"
)

var fuzzSeeds = []string{
	"",
	"Councillors A. Smyth, B O'Dea (substituted by Councillor C Ray) and Mrs D Fenn-Lowe OBE moved, seconded by the Deputy Leader and Cabinet Member for Place (Job Share), that £8-10m be found.",
	"On a division, there voted: For the motion (5) - Councillors A and B; against 4, abstentions: none",
	"ForA Bee, C Dee and E Eff3\nAgainstNone0",
	"Councillor\nMinute Number\nG.Ll. Hughes\n7 – Loan to a company\nBrother is a director",
	"the minutes of the meeting held on 4th May, 2018 (Minute 31/18 (a) refers), section 47(1)(b) of the Parks and Gardens (Wales) Act 1907, application 20/01145/OUTM",
	"(At 7.33pm Councillor Cawley- Harris entered the Chamber) Report CS17089; CAB 061/201",
	"Cafwyd ymddiheuriadau gan y Cynghorwyr A. Puw a B. Rhys ar 12 Medi, 2018",
	"£141, 000 £ £. £1.2.3bn £9,99,999 to £3",
	"Present: Councillors A Bell (Chair), C Dow\nIn attendance: Ed Fox - Head of Law",
	"\u00a0•·\u2028‘’“” Ünïcode Ó Floinn (((, , and and the The",
}

// check reads a text in every way and says where a place lies outside it or does not hold its quote.
func check(t *testing.T, s string) {
	ps := text(strings.Split(s, "\n")...)
	page := s
	held := func(p Place, quote string) {
		t.Helper()
		if p.Start < 0 || p.End < p.Start || p.End > len(page) {
			t.Fatalf("place %v lies outside a text of %d bytes", p, len(page))
		}
		if quote != "" && page[p.Start:p.End] != quote {
			t.Fatalf("place %v holds %q, not %q", p, page[p.Start:p.End], quote)
		}
		if p.Rule == "" {
			t.Fatalf("place %v names no rule", p)
		}
	}
	for _, f := range Amounts(ps) {
		held(f.Place, f.AsWritten)
		if *f.Low > *f.High {
			t.Fatalf("%q: %v is more than %v", f.AsWritten, *f.Low, *f.High)
		}
	}
	for _, f := range Dates(ps) {
		held(f.Place, "")
	}
	for _, f := range ReportReferences(ps) {
		held(f.Place, f.AsWritten)
	}
	for _, f := range Votes(ps) {
		held(f.Place, "")
		if f.For == nil && f.Against == nil {
			t.Fatal("a vote without figures")
		}
	}
	for _, f := range NamedVotes(ps) {
		held(f.Place, f.AsWritten)
	}
	for _, f := range Roster(ps) {
		held(f.Place, f.AsWritten)
	}
	item := ItemText{Number: "7", Title: ps[:1], Minutes: ps[1:]}
	for _, f := range References(item) {
		held(f.Place, f.AsWritten)
	}
	said := Read([]ItemText{item, {Minutes: ps}})
	for i := range 2 {
		for _, f := range said.People(i) {
			held(f.Place, f.AsWritten)
			if f.How == "" || f.Kind == "" || f.Name == "" && f.Role == "" {
				t.Fatalf("a participation that says nothing: %+v", f)
			}
		}
	}
	for _, f := range said.Declarations() {
		held(f.Place, "")
	}
	for _, f := range said.Attendances() {
		held(f.Place, f.AsWritten)
	}
}

func FuzzPeople(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, s) })
}

func FuzzAmounts(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, a := range Amounts(text(s)) {
			if s[a.Place.Start:a.Place.End] != a.AsWritten || *a.Low > *a.High {
				t.Fatalf("%q: %+v", s, a)
			}
		}
	})
}

func FuzzReferences(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range References(ItemText{Minutes: text(s)}) {
			if s[r.Place.Start:r.Place.End] != r.AsWritten {
				t.Fatalf("%q: %+v", s, r)
			}
		}
	})
}
