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
		{"ForA Ash2\nAgainstNone0\nMotion status:Carried\nForA Ash2\nAgainstB Elm1", "2/0/- carried; 2/1/- motion"},
		{"For | A Ash, B Birch | 2 | Against | C Cedar | 1 |", "2/1/-"},
		{"For\nA Ash and B Birch\n2\nAgainst\nNone\n0", "2/0/-"},
		{"O blaid - 7, Yn erbyn - 3, Ymatal - 1", "7/3/1"},
		{"Granted unanimously with no objections and 1 abstention.", "-/0/1 unanimous"},
		{"For (5): Councillors A Ash, B Oak, C Elm, D Yew and E Fir\nAgainst (2): Councillors F May and G Pool\nAbstain (1): Councillor H Reed", "5/2/1"},
		{"For (5): Councillors Ann Ashdown, Bertram Oakley, Cecily Elmhurst, Dorothea Yewtree and Edmund Firth-Moss\n\nAgainst (2): Councillors F May and G Pool\n\nAbstain (1): Councillor H Reed", "5/2/1"},
		{"For (5):\nCouncillors Ann Ashdown, Bertram Oakley, Cecily Elmhurst, Dorothea Yewtree and Edmund Firth-Moss\n\nAgainst (2):\nCouncillors F May and G Pool", "5/2/-"},
		{"For: 5 - Councillors Ann Ashdown, Bertram Oakley, Cecily Elmhurst, Dorothea Yewtree and Edmund Firth-Moss\nAgainst: 0", "5/0/-"},
		{"• AYES – 5 (Councillors Ann Ashdown, Bertram Oakley, Cecily Elmhurst, Dorothea Yewtree, Edmund Firth-Moss)\n• NOES – 2 (Councillors Frederica Mayhew-Strang, Gregory Poole-Harcourt and nobody else who was there)", "5/2/-"},
		{"For: Councillors Ann Ashdown, Bertram Oakley, Cecily Elmhurst, Dorothea Yewtree and Edmund Firth-Moss (5)\nAgainst: Councillor F May (1)", "5/1/-"},
		{"For: 12, High Street and the Old Mill, to which Councillors had objected at length before the inquiry opened", ""},
		{"For 2024: 15 new homes at Ashdown, of which five are for rent, and a further nine at Oakley by the spring", ""},
		{"No: 3 - Councillors Ann Ashdown, Bertram Oakley and Cecily Elmhurst have asked for the survey of the bridge", ""},
		{"FOR (4)\nAlderman Moss\nCouncillors Kell, De Roe and Finn\n\nAGAINST (2)\nAlderman Gibb\nCouncillor Bingham\n\nABSTAINED (1)\nCouncillor Rea", "4/2/1"},
		{"Voting: For - Councillors Ash and Birch (2); Against - Councillor Dale (1); Abstentions - none (0).", "2/1/0"},
		{"Votes for\n7\nVotes against\n3\nAbstentions\n1", "7/3/1"},
		{"For\nAgainst\nAbstain\n7\n3\n1", "7/3/1"},
		{"FOR | AGAINST | ABSTAIN\n7 | 3 | 1", "7/3/1"},
		{"For\n3 Elm Road", ""},
		{"9 members voted for the motion and 7 for the amendment, with 1 abstention.", "9/7/1 motion"},
		{"There were 5 for the amendment, 7 against and 1 abstention.\nThe motion was then put: 8 for, 4 against.", "5/7/1 amendment; 8/4/- motion"},
		{"For the amendment 5, against 7. For the motion 8, against 4.", "5/7/- amendment; 8/4/- motion"},
		{"The Planning Committee had voted by 6 votes to 4 to refuse the scheme in March.", ""},
		{"The Licensing Committee had voted 7 for and 2 against. On being put to the vote, 9 Members voted in favour, with 3 against.", "9/3/-"},
		{"6 Members voted in favour, 4 voted against and 2 abstained from voting.", "6/4/2"},
		{"For: seven; Against: three; Abstentions: none", "7/3/0"},
		{"Agreed with 6 votes for and 1 against (Councillor Ash abstained).", "6/1/-"},
		{"It was agreed, by a majority of 7 to 3, that the scheme proceed.", "7/3/-"},
		{"The vote was tied at 6 votes each and the Mayor used her casting vote.", "6/6/- by the Mayor"},
		{"For7Against3Abstain1", "7/3/1"},
		{"The consultation had 40 responses: 22 in favour, 15 against and 3 undecided.", ""},
		{"The amendment was LOST (11 for, 19 against) and the motion was CARRIED (20 for, 10 against).", "11/19/- lost amendment; 20/10/- carried motion"},
		{"For - 4\nAgainst - 12\nThe amendment was lost.\nFor - 12\nAgainst - 4\nThe motion was carried.", "4/12/- lost; 12/4/- carried amendment"},
		{"The amendment was lost by five votes to seven. The motion was carried by seven votes to four, with one abstention.", "5/7/- lost amendment; 7/4/1 carried motion"},
		{"For 12\nAgainst 9\nAbstained 1", "12/9/1"},
		{"For 3 months", ""},
		{"For 12", ""},
		{"On a vote of 12 to 9 the motion was carried.", "12/9/- carried motion"},
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
