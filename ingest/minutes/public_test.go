package minutes

import "testing"

func TestPeople_Public(t *testing.T) {
	testPeople(t, []peopleCase{
		{
			[]string{"A question was received from Mr Piers Quill of [address removed], about the bins. Mr Hal Stott, Head of Waste, replied."},
			[]string{"speaker: Mr Piers Quill | Piers Quill | public", "speaker: Mr Hal Stott | Hal Stott | officer | Head of Waste"},
		},
		{
			[]string{"David Peck, who had lived next door for 20 years, objected. Mr Carl Sorrel from the residents' association addressed the Committee. Mrs Una Tansy spoke against the application."},
			[]string{"speaker: David Peck | David Peck | public", "mentioned: Mr Carl Sorrel | Carl Sorrel | public", "speaker: Mrs Una Tansy | Una Tansy | public"},
		},
		{
			[]string{"that permission be granted to Mr Ivan Bray for a porch. The application by Mrs Ada Crane was refused. The objector, Mr Dell, was heard. Ms Eve Lunt (neighbour) spoke."},
			[]string{"mentioned: Mr Ivan Bray | Ivan Bray | public", "mentioned: Mrs Ada Crane | Ada Crane | public", "speaker: Mr Dell | Dell | public | objector", "speaker: Ms Eve Lunt | Eve Lunt | public | neighbour"},
		},
		{
			// under a heading within the text, names without a title too, but not who answers
			[]string{"Mr Abe Holt spoke.", "12. PUBLIC QUESTIONS", "Tom Peck asked why. Susan Marsh responded that work had begun. Dr Sam Rook asked when.", "13. BUDGET", "Mr Ned Vole asked why."},
			[]string{"speaker: Mr Abe Holt | Abe Holt | other", "speaker: Tom Peck | Tom Peck | public", "speaker: Susan Marsh | Susan Marsh | other", "speaker: Dr Sam Rook | Sam Rook | public", "speaker: Mr Ned Vole | Ned Vole | other"},
		},
		{
			[]string{"# Deputations", "Mary Finch addressed the Council. Councillor Jo Penn thanked her."},
			[]string{"speaker: Mary Finch | Mary Finch | public", "speaker: Councillor Jo Penn | Jo Penn | councillor"},
		},
		{
			[]string{"# Application for a premises licence", "PC Marsh and Mr Ivo Wren spoke."},
			[]string{"speaker: PC Marsh | Marsh | other", "speaker: Mr Ivo Wren | Ivo Wren | public"},
		},
		{
			// members without a title stay what they are, and an officer's role tells more than the item
			[]string{"# Petitions", "Mr Roy Gale moved that it be noted. Mr Roy Gale spoke. Mr Hal Stott asked for time. Mr Hal Stott, Head of Waste, agreed."},
			[]string{"mover: Mr Roy Gale | Roy Gale | councillor", "speaker: Mr Hal Stott | Hal Stott | officer | Head of Waste"},
		},
		{
			[]string{"Ann Reeve spoke against the application. Councillor Jo Penn, who lives nearby, spoke in support of the application."},
			[]string{"speaker: Ann Reeve | Ann Reeve | other", "speaker: Councillor Jo Penn | Jo Penn | councillor"},
		},
	})
}
