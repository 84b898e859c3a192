package link

import (
	"slices"
	"testing"
)

func TestOfficesOf(t *testing.T) {
	for _, c := range []struct {
		role string
		want []string
	}{
		{"the Leader", []string{"leader"}},
		{"Leader of the Council (Chair)", []string{"leader", "chair/planning"}},
		{"The Cabinet Member for Children, Education, and Families", []string{"portfolio children education families"}},
		{"Portfolio Holder for Children & Education and Families", []string{"portfolio children education families"}},
		{"Executive Member for Children, Education & Families", []string{"portfolio children education families"}},
		{"Deputy Leader and Cabinet Member for Finance and Property", []string{"deputy leader", "portfolio finance property"}},
		{"Leader and the", []string{"leader the"}},
		{"Leader and the Chair", []string{"leader", "chair/planning"}},
		{"Leader of the Council, Chair", []string{"leader", "chair/planning"}},
		{"Corporate Director, Health, Adults and Community", []string{"corporate director health adults community"}},
		{"Leader of the Council; Cabinet Member for Regeneration", []string{"leader", "portfolio regeneration"}},
		{"Cabinet Member for Schools", []string{"portfolio schools"}},
		{"Housing Portfolio Holder", []string{"portfolio housing"}},
		{"Director for Children’s Services", []string{"director of childrens services"}},
		{"Director of Children’s Services", []string{"director of childrens services"}},
		{"Director of Adults and Head of Paid Service", []string{"director of adults", "head of paid service"}},
		{"Leader of the Opposition", []string{"leader of the opposition"}},
		{"in the Chair", []string{"chair/planning"}},
		{"Vice-Chairman", []string{"vice-chair/planning"}},
		{"Chairman of the Committee", []string{"chair/planning"}},
		{"Chair of the Council", []string{"chair of the council"}},
		{"Leader of Northmarch County Council", nil},
		{"Chief Executive, NHS Fennshire", nil},
		{"Committee Member", nil},
		{"Cabinet Member", nil},
		{"Ward Councillor for Northfield", nil},
		{"", nil},
	} {
		if got := officesOf(Mention{Role: c.role, Committee: "planning"}); !slices.Equal(got, c.want) {
			t.Errorf("%q is %q, want %q", c.role, got, c.want)
		}
	}
}

// Who is meant by a role alone: the chair of that meeting, the holder in that year, nobody where two could be.
func TestResolve_roles(t *testing.T) {
	at := func(day, name, role string, b Bearing) Mention {
		return Mention{Name: name, Role: role, Date: day, Committee: "planning", Meeting: "planning/" + day, Bearing: b}
	}
	chairs := []Mention{at("2016-06-01", "Ann Oakes", "Chair", Attending), at("2016-07-06", "Ann Oakes", "Chair", Attending), at("2016-07-06", "Bo Birch", "Vice-Chair (in the Chair)", Attending)}
	roster := func(day, name, role string) Mention {
		return Mention{Name: name, Role: role, Date: day, Bearing: Roster, From: "2011-05-05", To: "2019-05-02"}
	}
	for _, c := range []struct {
		about string
		known []Mention
		of    Mention
		want  string
	}{
		{"the chair of the meeting", chairs, at("2016-06-01", "", "the Chairman", Part), "ann-oakes"},
		{"who took the chair of the meeting", chairs, at("2016-07-06", "", "the Chairman", Part), "bo-birch"},
		{"the chair of the year", chairs, at("2016-09-07", "", "Chair", Part), "ann-oakes"},
		{"who took the chair once is no chair of the year", chairs[2:], at("2016-09-07", "", "Chair", Part), ""},
		{"the vice-chair", chairs, at("2016-09-07", "", "Vice Chair", Part), "bo-birch"},
		{"no chair of the next year", chairs, at("2017-06-07", "", "Chair", Part), ""},
		{"an office is not held for the whole term of its holder", []Mention{roster("2016-06-01", "Ann Oakes", "Leader")}, at("2015-06-01", "", "Leader", Part), ""},
		{"an office on a roster without a day, within the holder's term", []Mention{roster("", "Ann Oakes", "Leader")}, at("2015-06-01", "", "Leader", Part), "ann-oakes"},
		{"and outside of it", []Mention{roster("", "Ann Oakes", "Leader")}, at("2010-06-01", "", "Leader", Part), ""},
		{"a post that many hold, at the meeting", []Mention{at("2016-06-01", "Cy Ash", "Planning Officer", Attending)}, at("2016-06-01", "", "the Planning Officer", Part), "cy-ash"},
		{"a post that many hold, at another", []Mention{at("2016-06-01", "Cy Ash", "Planning Officer", Attending)}, at("2016-07-06", "", "the Planning Officer", Part), ""},
		{"a post that one holds", []Mention{at("2016-06-01", "Cy Ash", "Director of Place", Attending)}, at("2016-07-06", "", "the Director of Place", Part), "cy-ash"},
		{"a day that is not known", chairs, Mention{Role: "Chair", Committee: "planning"}, ""},
	} {
		t.Run(c.about, func(t *testing.T) {
			mentions := page("known", slices.Clone(c.known)...)
			asked := c.of
			asked.Ref = Ref{"asked", "1"}
			if got := Resolve(append(mentions, asked), nil, slug).Answers[asked.Ref]; got.Person != c.want {
				t.Errorf("got %+v, want %q", got, c.want)
			}
		})
	}
}
