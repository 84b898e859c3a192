package minutes

import "testing"

// TestSecondParts: what a person does beside the first verb of a sentence, and in the sentences around it.
func TestSecondParts(t *testing.T) {
	testPeople(t, []peopleCase{
		{
			[]string{"# Budget", "Councillor Vetch presented the report and moved the recommendations, seconded by Councillor Sorrel."},
			[]string{"presenter: Councillor Vetch | Vetch | councillor", "mover: Councillor Vetch | Vetch | councillor", "seconder: Councillor Sorrel | Sorrel | councillor"},
		},
		{
			[]string{"# Budget", "Councillor Vetch felt that the use was small and proposed approval."},
			[]string{"mover: Councillor Vetch | Vetch | councillor"},
		},
		{
			[]string{"# Budget", "Councillor Vetch presented the report and Councillor Sorrel moved the recommendations."},
			[]string{"presenter: Councillor Vetch | Vetch | councillor", "mover: Councillor Sorrel | Sorrel | councillor"},
		},
		{
			[]string{"# Motion on buses", "Proposed by Councillor Vetch, seconded by Councillor Sorrel.", "Councillor Vetch spoke to the motion. Councillor Tansy supported it, as did Councillors Reed and Broom.", "Councillor Vetch accepted the amendment."},
			[]string{"mover: Councillor Vetch | Vetch | councillor", "seconder: Councillor Sorrel | Sorrel | councillor", "speaker: Councillor Tansy | Tansy | councillor", "speaker: Reed | Reed | councillor", "speaker: Broom | Broom | councillor"},
		},
		{
			[]string{"# Land at Mill Lane", "(Having declared a personal interest, Councillor Vetch withdrew from the meeting.)"},
			[]string{"declared_interest: Councillor Vetch | Vetch | councillor"},
		},
		{
			[]string{"# Recorded vote", "FOR (2)", "Alderman Vetch", "Councillor Sorrel", "AGAINST (1)", "Councillor Tansy"},
			[]string{"voted_for: Alderman Vetch | Vetch | councillor", "voted_for: Councillor Sorrel | Sorrel | councillor", "voted_against: Councillor Tansy | Tansy | councillor"},
		},
	})
}

// TestLeftInTheNextSentence: who declared an interest and "left the room" was at the meeting; apologies for
// lateness and the arrival are one attendance.
func TestLeftInTheNextSentence(t *testing.T) {
	said := Read([]ItemText{
		{Number: "2", Title: text("Declarations of Interest"), Minutes: text("Councillor Ann Vetch declared a financial interest in item 4 as she owns the field. She left the room and took no part.")},
		{Number: "3", Title: text("Apologies"), Minutes: text("Councillor Sorrel sent apologies for lateness.")},
		{Number: "4", Title: text("Land"), Minutes: text("(Councillor Sorrel arrived at 7.40pm.)")},
	})
	got := ""
	for _, a := range said.Attendances() {
		got += a.Name + " " + a.Status + " " + a.Arrived + "; "
	}
	if want := "Ann Vetch present ; Sorrel late 19:40; "; got != want {
		t.Errorf("attendances %q, want %q", got, want)
	}
	for _, d := range said.Declarations() {
		if d.Item != "4" || d.Kind != "financial" || d.Left == nil || !*d.Left {
			t.Errorf("declaration on item %q of kind %q, left %v; want item 4, financial, left", d.Item, d.Kind, d.Left)
		}
	}
}
