package minutes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVotes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"declared CARRIED, 12 voting for, 9 against, and 3 abstaining.", "12/9/3 carried"},
		{"there were 6 votes in favour, 5 votes against and 1 abstention.", "6/5/1"},
		{"For (12): Councillors Ames, Bright and Cole. Against (3): Councillors Dunn, Eve and Frost. Abstentions (0).", "12/3/0"},
		{"In favour: 8\nAgainst: 2\nAbstained: 1", "8/2/1"},
		{"YES – 31\n\nNO – 7", "31/7/-"},
		{"Voting: For 26 Against 32 Abstention 0", "26/32/0"},
		{"5 For, 0 Against, 1 Abstention", "5/0/1"},
		{"The amendment was lost by 4 votes to 7.", "4/7/- lost amendment"},
		{"The amendment was lost by 7 votes to 4.", "4/7/- lost amendment"},
		{"On a show of hands, by 5 to 3, the motion fell.", "3/5/- lost motion show_of_hands"},
		{"agreed (10 for; none against; 2 abstentions).", "10/0/2"},
		{"Nine Members voted for the motion and twenty-one against. The Chairman used his casting vote.", "9/21/- motion by The Chairman"},
		{"Resolved (7:7 and on the chair's casting vote) that the application be refused.", "7/7/- by the chair"},
		{"For the motion (5) - Councillors Allan and Boyd.\nFor the amendment (3) - Councillor Gow.\nDeclined to vote (1) - Councillor Young.", "5/3/- motion"},
		{"FOR THE AMENDMENT: Councillors A Ash and B Birch (2)\nAGAINST THE AMENDMENT: Councillor D Dale (1)", "2/1/- amendment"},
		{"Motion: 20 Amendment: 5 No Vote: 1", "20/5/- motion"},
		{"ForA Ash, B Birch and L De Vere3\nAgainstC Cedar1\nAbstainNone0\nCasting voteA Ash1", "3/1/0 by A Ash"},
		{"ForA Ash2\nAgainstNone0\nMotion status:Carried\nForA Ash2\nAgainstB Elm1", "2/0/- carried; 2/1/- carried motion"},
		{"For | A Ash, B Birch | 2 | Against | C Cedar | 1 |", "2/1/-"},
		{"For\nA Ash and B Birch\n2\nAgainst\nNone\n0", "2/0/-"},
		{"O blaid - 7, Yn erbyn - 3, Ymatal - 1", "7/3/1"},
		{"Granted unanimously with no objections and 1 abstention.", "-/0/1 unanimous"},
		{"The vote was unanimous. It was AGREED nem con. The motion was lost.", ""},
		{"Granted for 24 months from 1 April, and for 3 dwellings; 4 objections were received, two for noise.", ""},
		{"No. 27 was for sale, and it was against policy for 3 years.", ""},
	} {
		var got []string
		for _, v := range Votes(text(strings.Split(c.in, "\n")...)) {
			s := fmt.Sprintf("%s/%s/%s", shown(v.For), shown(v.Against), shown(v.Abstain))
			for _, w := range []string{v.Result, v.Motion, v.Method} {
				if w != "" {
					s += " " + w
				}
			}
			if v.Casting != "" {
				s += " by " + v.Casting
			}
			got = append(got, s)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

func shown(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

func TestNamedVotes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ForA Ash, B Birch and L De Vere3\nAgainstC Cedar1\nConflict Of InterestsD Dale1", "A Ash for; B Birch for; L De Vere for; C Cedar against"},
		{"Councillor Ann Ash - For\nCouncillor B Birch Against\nCouncillor C Cedar Abstained", "Ann Ash for; B Birch against; C Cedar abstain"},
		{"Councillors Ash and Birch voted for the amendment. Councillor Cedar abstained.", "Ash for; Birch for; Cedar abstain"},
		{"The Committee was For", ""},
	} {
		said := Read([]ItemText{{Minutes: text(strings.Split(c.in, "\n")...)}})
		var got []string
		for _, v := range said.NamedVotes(0) {
			got = append(got, v.Name+" "+v.Option)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
