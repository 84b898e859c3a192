package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSeveralDeclarations reads tables by the heads of their columns, and several items in one sentence.
func TestSeveralDeclarations(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Name\nMinute Number\nReason\nInterest\nCouncillor Vetch\n72\nGovernor of a school\nPersonal\nCouncillor Mrs Sorrel\n73\nSon is a pupil\nPrivate", "Vetch 72 Personal; Sorrel 73 Private"},
		{"Name | Item | Nature of interest\nCouncillor Vetch | 5 | Personal\nCouncillor Sorrel | 6 | Pecuniary - left the room", "Vetch 5 Personal; Sorrel 6 Pecuniary left"},
		{"Councillor Vetch declared a personal interest in items 5, 7 and 9 as a governor.", "Vetch 5 personal; Vetch 7 personal; Vetch 9 personal"},
		{"Councillor Vetch declared a pecuniary interest in item 5 and a personal interest in item 8.", "Vetch 5 pecuniary; Vetch 8 personal"},
		{"Item 6 – Councillor Vetch (personal interest, as a member of the Trust).", "Vetch 6 personal"},
		{"Mrs E A Vetch declared an interest as a member of the Fund.", "E A Vetch"},
		{"Councillor Vetch declared a personal interest in item 5 and 3 officers left.", "Vetch 5 personal left"},
	} {
		var got []string
		for _, d := range Declarations([]ItemText{{Number: "2", Title: text("Declarations of Interest"), Minutes: text(strings.Split(c.in, "\n")...)}}) {
			s := strings.Join(strings.Fields(d.Person+" "+d.Item+" "+d.Kind), " ")
			if d.Left != nil && *d.Left {
				s += " left"
			}
			got = append(got, s)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
