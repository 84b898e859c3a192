package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// itemOf makes an item of lines; one that begins with "# " is the title.
func itemOf(lines ...string) ItemText {
	item := ItemText{Number: "5"}
	at := 0
	for _, l := range lines {
		if t, ok := strings.CutPrefix(l, "# "); ok {
			item.Title = append(item.Title, Paragraph{t, at + 2})
		} else {
			item.Minutes = append(item.Minutes, Paragraph{l, at})
		}
		at += len(l) + 1
	}
	return item
}

// peopleCase is an item's lines with what is read of its people, each as "how: as written | name | kind | role".
type peopleCase struct{ in, want []string }

func testPeople(t *testing.T, cases []peopleCase) {
	t.Helper()
	for _, c := range cases {
		item := itemOf(c.in...)
		page := strings.Join(c.in, "\n")
		var got []string
		for _, p := range People(item, Declarations([]ItemText{item})) {
			if quote := page[p.Place.Start:p.Place.End]; quote != p.AsWritten {
				t.Errorf("%q: place holds %q", p.AsWritten, quote)
			}
			got = append(got, strings.TrimRight(strings.Join([]string{p.How + ": " + p.AsWritten, p.Name, p.Kind, p.Role}, " | "), " |"))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

func TestPeople(t *testing.T) {
	testPeople(t, []peopleCase{
		{
			[]string{"# Apologies for Absence", "Apologies for absence were received from Aldermen Grigg and P. Sayle and Councillors C Dunmore, H. M. Tait and Mrs R Oakes MBE JP."},
			[]string{
				"apologies: Grigg | Grigg | councillor",
				"apologies: P. Sayle | P. Sayle | councillor",
				"apologies: C Dunmore | C Dunmore | councillor",
				"apologies: H. M. Tait | H. M. Tait | councillor",
				"apologies: Mrs R Oakes MBE JP | R Oakes | councillor",
			},
		},
		{
			[]string{"# Apologies for absence and substitutions", "Apologies were received from Councillor Jane Hollis (substituted by Councillor Amit Rao), Councillor Tim Ledger (Councillor Fay Moss substituting), Mr D Bright and the Chief Executive."},
			[]string{
				"apologies: Councillor Jane Hollis | Jane Hollis | councillor",
				"substitute: Councillor Amit Rao | Amit Rao | councillor",
				"apologies: Councillor Tim Ledger | Tim Ledger | councillor",
				"substitute: Councillor Fay Moss | Fay Moss | councillor",
				"apologies: Mr D Bright | D Bright | other",
				"apologies: the Chief Executive |  | officer | Chief Executive",
			},
		},
		{
			[]string{"# Substitute members", "Councillor M Batty had been appointed as a substitute member for Councillor D P Moran.", "It was noted that, in accordance with Council Procedure Rule 4, Councillor R Fell was substituting for Councillor T Wood."},
			[]string{
				"substitute: Councillor M Batty | M Batty | councillor",
				"absent: Councillor D P Moran | D P Moran | councillor",
				"substitute: Councillor R Fell | R Fell | councillor",
				"absent: Councillor T Wood | T Wood | councillor",
			},
		},
		{
			[]string{"# Apologies", "An apology for absence was reported on behalf of Councillor O'Hagan. Councillor Smith-Wright gave apologies for Cllrs N J Ely and P Dow. No apologies were received from officers."},
			[]string{
				"apologies: Councillor O'Hagan | O'Hagan | councillor",
				"speaker: Councillor Smith-Wright | Smith-Wright | councillor",
				"apologies: N J Ely | N J Ely | councillor",
				"apologies: P Dow | P Dow | councillor",
			},
		},
		{
			[]string{"# Apologies", "Apologies: Councillors Moody (substituted by Councillor Bell) and Trench."},
			[]string{
				"apologies: Moody | Moody | councillor",
				"substitute: Councillor Bell | Bell | councillor",
				"apologies: Trench | Trench | councillor",
			},
		},
		{
			[]string{"Councillor J. Rees joined the meeting at 6.45 pm. Councillor Amy Ball left the meeting at 8:10pm and returned at 8.20pm."},
			[]string{
				"present: Councillor J. Rees | J. Rees | councillor",
				"present: Councillor Amy Ball | Amy Ball | councillor",
			},
		},
		{
			[]string{"Moved by Councillor Rix,", "Seconded by Councillor Lodge and", "RESOLVED: That the report be received."},
			[]string{
				"mover: Councillor Rix | Rix | councillor",
				"seconder: Councillor Lodge | Lodge | councillor",
			},
		},
		{
			[]string{"Councillor Nevin moved and Councillor Lambert seconded a proposal to defer the item. On being put to the vote the motion was carried by 7 votes to 4, with 1 abstention."},
			[]string{
				"mover: Councillor Nevin | Nevin | councillor",
				"seconder: Councillor Lambert | Lambert | councillor",
			},
		},
		{
			[]string{"The Convener, seconded by the Vice Convener, moved that the report be approved. Councillor Gow, seconded by Councillor Blyth, moved as an amendment that the matter be deferred.", "On a division, there voted:-", "For the motion (5) - the Convener; and Councillors Allan, Boyd, Crockett and Dunn.", "For the amendment (3) - Councillors Gow, Blyth and Thomson.", "Declined to vote (1) - Councillor Young."},
			[]string{
				"mover: The Convener |  | councillor | Convener",
				"voted_for: the Convener |  | councillor | Convener",
				"seconder: the Vice Convener |  | councillor | Vice Convener",
				"mover: Councillor Gow | Gow | councillor",
				"voted_against: Gow | Gow | councillor",
				"seconder: Councillor Blyth | Blyth | councillor",
				"voted_against: Blyth | Blyth | councillor",
				"voted_for: Allan | Allan | councillor",
				"voted_for: Boyd | Boyd | councillor",
				"voted_for: Crockett | Crockett | councillor",
				"voted_for: Dunn | Dunn | councillor",
				"voted_against: Thomson | Thomson | councillor",
				"mentioned: Councillor Young | Young | councillor",
			},
		},
		{
			[]string{"It was moved by Councillor A Kerr, duly seconded, that the application be refused. Nine Members voted for the motion and nine against. The Chairman used his casting vote in favour and the motion was carried."},
			[]string{
				"mover: Councillor A Kerr | A Kerr | councillor",
				"chair: The Chairman |  | councillor | Chairman",
			},
		},
		{
			[]string{"Councillor P Frost to move and Councillor S Lunt to second: That this Council notes the matter."},
			[]string{
				"mentioned: Councillor P Frost | P Frost | councillor",
				"mentioned: Councillor S Lunt | S Lunt | councillor",
			},
		},
		{
			[]string{"Mr C J Brook introduced the report. In response to a question from Mrs E Tuck, the Director of Public Health stated that uptake had improved. Prof J Raine thanked officers."},
			[]string{
				"presenter: Mr C J Brook | C J Brook | other",
				"speaker: Mrs E Tuck | E Tuck | other",
				"speaker: the Director of Public Health |  | officer | Director of Public Health",
				"speaker: Prof J Raine | J Raine | other",
			},
		},
		{
			[]string{"Following a debate, Councillors Crewe and O'Shea voted in favour. Councillor Mistry abstained. Councillor Peel asked that her vote against the decision be recorded."},
			[]string{
				"voted_for: Crewe | Crewe | councillor",
				"voted_for: O'Shea | O'Shea | councillor",
				"abstained: Councillor Mistry | Mistry | councillor",
				"voted_against: Councillor Peel | Peel | councillor",
			},
		},
		{
			[]string{"# Declarations of Interest", "Councillor Stuart Keane declared a personal interest in respect of item 3 by virtue of his membership of the Trust.", "Mr L C R Marlow - declared a DPI in respect of Agenda item 8 and would withdraw from the meeting.", "Councillor B. Quill declared a disclosable pecuniary interest in agenda item 9 (Local Plan) and left the room during its consideration.", "Councillors Fox and Hare declared non-pecuniary interests in item 11 as governors of the school."},
			[]string{
				"declared_interest: Councillor Stuart Keane | Stuart Keane | councillor",
				"declared_interest: Mr L C R Marlow | L C R Marlow | councillor",
				"declared_interest: Councillor B. Quill | B. Quill | councillor",
				"declared_interest: Fox | Fox | councillor",
				"declared_interest: Hare | Hare | councillor",
			},
		},
		{
			[]string{"# Declarations of Interest", "Members are reminded that they must declare any disclosable pecuniary interest. A Member with a personal interest should leave the room. If in doubt contact the Monitoring Officer.", "No declarations were made."},
			[]string{
				"mentioned: the Monitoring Officer |  | officer | Monitoring Officer",
			},
		},
		{
			[]string{"The Planning Officer presented the application. Mr Ian Lund, the applicant, and Ms P Shah, on behalf of local residents, addressed the Committee. The ward councillor, Councillor Jo Penn, also spoke in objection."},
			[]string{
				"presenter: The Planning Officer |  | officer | Planning Officer",
				"speaker: Mr Ian Lund | Ian Lund | public | applicant",
				"speaker: Ms P Shah | P Shah | public | on behalf of local residents",
				"speaker: Councillor Jo Penn | Jo Penn | councillor",
			},
		},
		{
			[]string{"The Chief Executive (Mr D Lowry) reported that the Council had received a letter. Head of Housing Jane Firth explained the policy. Sanjay Pal, Housing Manager, added that voids had fallen."},
			[]string{
				"speaker: Mr D Lowry | D Lowry | officer | Chief Executive",
				"speaker: Jane Firth | Jane Firth | officer | Head of Housing",
				"speaker: Sanjay Pal | Sanjay Pal | officer | Housing Manager",
			},
		},
	})
}
