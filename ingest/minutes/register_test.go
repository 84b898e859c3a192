package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSurnames joins a surname to the one person of that name elsewhere at the meeting.
func TestSurnames(t *testing.T) {
	for _, c := range []struct {
		head, first, second string
		want                string // name and part in the second item
	}{
		{"Present: Councillors J Sorrel (Chairman), T Vetch and Mrs R Tansy", "", "Councillor Vetch moved the recommendation.", "T Vetch mover"},
		{"Present: Councillors J Sorrel and T Sorrel", "", "Councillor Sorrel moved the recommendation.", "Sorrel mover"},
		{"", "Apologies were received from Councillor Dean Vetch.", "Seconded by Councillor Vetch.", "Dean Vetch seconder"},
		{"", "Ann Vetch (Head of Housing) presented the report.", "Councillor Vetch asked about rents.", "Vetch speaker"},
		{"", "Ann Vetch (Head of Housing) presented the report.", "Ms Vetch replied that rents would rise.", "Ann Vetch speaker"},
		{"Present: Councillor T Vetch", "", "Mr Vetch spoke for the residents.", "Vetch speaker"},
		{"Present: Mrs R Tansy\nMr K Tansy", "", "Mr Tansy asked about rents.", "K Tansy speaker"},
		{"Present: Councillors N St John-Hale and P Ó Broin", "", "Councillors St John-Hale and Ó Broin voted against.", "N St John-Hale voted_against; P Ó Broin voted_against"},
	} {
		at := 0
		item := func(s string) []Paragraph {
			ps := text(strings.Split(s, "\n")...)
			for i := range ps {
				ps[i].Start += at
			}
			at += len(s) + 1
			return ps
		}
		said := Read([]ItemText{
			{Number: "1", Title: item("Welcome"), Minutes: item(c.first)},
			{Number: "2", Title: item("Rents"), Minutes: item(c.second)},
			{Minutes: item(c.head)},
		})
		var got []string
		for _, p := range said.People(1) {
			got = append(got, p.Name+" "+p.How)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q %q %q: %s", c.head, c.first, c.second, d)
		}
	}
}
