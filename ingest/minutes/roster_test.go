package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRosterForms reads the lists of people at the head of minutes, each person as "name status role/for/left".
func TestRosterForms(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{
			"Present: Councillors M Ashby (Chair) and K Noon\nIn attendance: Sue Pardoe (Clerk), District Councillor Ian Fell and three members of the public",
			"M Ashby present Chair; K Noon present; Sue Pardoe in_attendance Clerk; Ian Fell in_attendance",
		},
		{
			"PRESENT:\nNorthshire County Council: Councillors A Ash and B Oak\nElmford Borough Council: Councillor C Elm (Chair)",
			"A Ash present; B Oak present; C Elm present Chair",
		},
		{
			"Present\nConservative Group\nCllr A Ash\nLabour Group\nCllr C Elm\nOfficers in attendance\nD Fir - Head of Legal\nApologies\nCllr F Moss (work)",
			"A Ash present; C Elm present; D Fir in_attendance Head of Legal; F Moss apologies",
		},
		{
			"Voting Members\nCouncillor Ann Ash - Northshire Council (Chair)\nDr Carol Elm - NHS Northshire\nNon-voting Members\nDan Fir - Police",
			"Ann Ash present Chair; Carol Elm present NHS Northshire; Dan Fir present Police",
		},
		{
			"In the Chair: The Mayor, Councillor E Mc Kane\nOfficers: Chief Executive (Mr G Hill), Head of Finance (Ms L Park)\nClerk: Mrs J Ivory",
			"E McKane present Mayor; G Hill in_attendance Chief Executive; L Park in_attendance Head of Finance; J Ivory in_attendance Clerk",
		},
		{
			"Present: Councillor A Ash in the Chair, Councillor B Oak (left at 8.15 pm)\nSubstitutes: D Yew (for E Fir)\nAbsent: G Hill",
			"A Ash present in the Chair; B Oak present left 20:15; D Yew substitute for E Fir; G Hill absent",
		},
		{"Present\nCouncillor A Ash Chair\nCouncillors:\nC Elm\nD Yew", "A Ash present Chair; C Elm present; D Yew present"},
	} {
		var got []string
		for _, a := range Roster(text(strings.Split(c.in, "\n")...)) {
			s := strings.TrimRight(a.Name+" "+a.Status+" "+a.Role, " ")
			if a.SubstituteFor != "" {
				s += " for " + a.SubstituteFor
			}
			if a.Left != "" {
				s += " left " + a.Left
			}
			got = append(got, s)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

// TestApologiesAndSubstitutes reads the sentences of an item on apologies.
func TestApologiesAndSubstitutes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Councillor Oak for Councillor Ash; Councillor Elm for Councillor Fir.", "Oak substitute for Ash; Elm substitute for Fir"},
		{"Councillor Ash sent his apologies and Councillor Oak attended in his place.", "Ash apologies; Oak substitute for Ash"},
		{"Apologies for absence were submitted by Councillors Ash and Oak.", "Ash apologies; Oak apologies"},
		{"Apologies were received from Provost Ash and Councillor Oak, for whom Councillor Elm substituted.", "Ash apologies; Oak apologies; Elm substitute for Oak"},
	} {
		said := Read([]ItemText{{Number: "1", Title: text("Apologies for Absence"), Minutes: text(c.in)}})
		var got []string
		for _, a := range said.Attendances() {
			s := a.Name + " " + a.Status
			if a.SubstituteFor != "" {
				s += " for " + a.SubstituteFor
			}
			got = append(got, s)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
