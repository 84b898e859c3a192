package link

import (
	"strings"
	"testing"
)

// slug is a stand-in for the loader's: lower case, words joined by hyphens.
func slug(name string) string {
	var words []string
	for _, w := range strings.Fields(strings.ReplaceAll(name, "-", " ")) {
		if f := foldWord(w); f != "" {
			words = append(words, f)
		}
	}
	return strings.Join(words, "-")
}

// page makes mentions of one source; a mention that has no place gets its number.
func page(source string, mentions ...Mention) []Mention {
	for i := range mentions {
		m := &mentions[i]
		m.Source = source
		if m.At == "" {
			m.At = string(rune('a' + i))
		}
	}
	return mentions
}

func TestResolve(t *testing.T) {
	const sub = "planning"
	met := func(day, name string, b Bearing) Mention {
		return Mention{Name: name, Title: "Councillor", Date: day, Committee: sub, Meeting: sub + "/" + day, Bearing: b}
	}
	uid := func(id string, m Mention) Mention { m.SourceID = id; return m }
	for _, c := range []struct {
		about string
		pages [][]Mention
		of    Ref
		want  Answer
	}{
		{
			"a surname for the one who was at the meeting",
			[][]Mention{page("a", met("2016-06-01", "Sue Marlow", Attending)), page("b", met("2016-06-01", "Marlow", Part))},
			Ref{"b", "a"}, Answer{Person: "sue-marlow", Rule: RuleMeeting, Because: []Ref{{"a", "a"}}},
		},
		{
			"two of one surname",
			[][]Mention{page("a", met("2016-06-01", "Sue Marlow", Attending), met("2016-06-01", "Brian Marlow", Attending)), page("b", met("2016-06-01", "Marlow", Part))},
			Ref{"b", "a"}, Answer{Candidates: []string{"brian-marlow", "sue-marlow"}},
		},
		{
			"a nearer level decides, a wider one with two does not unsettle it",
			[][]Mention{page("a", met("2016-06-01", "Brian Marlow", Attending)), page("b", met("2016-06-08", "Sue Marlow", Attending)), page("c", met("2016-06-08", "Cllr S. Marlow", Part))},
			Ref{"c", "a"}, Answer{Person: "sue-marlow", Rule: RuleMeeting, Because: []Ref{{"b", "a"}}},
		},
		{
			"two numbers with one name are two people",
			[][]Mention{page("a", uid("7", met("2016-06-01", "John Kelly", Attending)), uid("9", met("2016-06-01", "John Kelly", Attending)))},
			Ref{"a", "b"}, Answer{Person: "john-kelly-2", Rule: RuleSourceID, Because: []Ref{{"a", "b"}}},
		},
		{
			"their name alone is neither",
			[][]Mention{page("a", uid("7", met("2016-06-01", "John Kelly", Attending)), uid("9", met("2016-06-01", "John Kelly", Attending))), page("b", met("2016-06-01", "John Kelly", Part))},
			Ref{"b", "a"}, Answer{Candidates: []string{"john-kelly", "john-kelly-2"}},
		},
		{
			"a member and an officer of one name",
			[][]Mention{page("a", met("2016-06-01", "Nadia Webb", Attending), Mention{Name: "Nadia Webb", Role: "Head of Property", Capacity: "officer", Date: "2016-06-01"})},
			Ref{"a", "b"}, Answer{Person: "nadia-webb-2", Rule: RuleSameName, Because: []Ref{{"a", "b"}}},
		},
		{
			"a roster holds for its municipal year",
			[][]Mention{page("a", Mention{Name: "Femi Adler", Role: "Leader of the Council", Date: "2018-09-01", Bearing: Roster}), page("b", Mention{Role: "The Leader", Date: "2019-03-12"})},
			Ref{"b", "a"}, Answer{Person: "femi-adler", Rule: RuleOffice, Because: []Ref{{"a", "a"}}},
		},
		{
			"and for no other",
			[][]Mention{page("a", Mention{Name: "Femi Adler", Role: "Leader of the Council", Date: "2018-09-01", Bearing: Roster}), page("b", Mention{Role: "The Leader", Date: "2019-05-12"})},
			Ref{"b", "a"}, Answer{},
		},
		{
			"who turned out to be nobody of their own leaves no trace",
			[][]Mention{page("a", uid("1", met("2016-06-01", "Sue A. de Marlow", Part)), uid("2", met("2016-06-01", "Sue A. de Marlow", Part)), met("2016-06-01", "Sue de Marlow", Part),
				Mention{Name: "Sue Marlow", Capacity: "officer", Date: "2016-06-01", Committee: sub, Meeting: sub + "/2016-06-01"},
				met("2016-06-01", "B. Marlow", Part), met("2016-06-01", "Marlow", Part))},
			Ref{"a", "f"}, Answer{Person: "b-marlow", Rule: RuleCouncil, Because: []Ref{{"a", "e"}}},
		},
		{
			"initials on the page do not say who a surname is",
			[][]Mention{page("a", met("2016-06-01", "Parveen Kaur", Attending)), page("b", met("2016-07-06", "J Kaur", Part), met("2016-07-06", "Kaur", Part))},
			Ref{"b", "b"}, Answer{Person: "parveen-kaur", Rule: RuleCommittee, Because: []Ref{{"a", "a"}}},
		},
		{
			"a full name that contradicts another is not settled by initials of both",
			[][]Mention{page("a", uid("7", met("2016-06-01", "Sue Marlow", Attending))), page("b", uid("7", met("2016-06-01", "S Marlow", Attending))), page("c", met("2016-06-01", "Susan Marlow", Part))},
			Ref{"c", "a"}, Answer{Person: "susan-marlow", Rule: RuleSameName, Because: []Ref{{"c", "a"}}},
		},
		{
			"a nickname leaves a surname open",
			[][]Mention{page("a", met("2016-06-01", "Susan Marlow", Attending)), page("b", met("2016-06-01", "Sue Marlow", Part), met("2016-06-01", "Marlow", Part))},
			Ref{"b", "b"}, Answer{Candidates: []string{"sue-marlow", "susan-marlow"}},
		},
		{
			"a title that contradicts leaves one",
			[][]Mention{page("a", Mention{Name: "Sue Marlow", Title: "Mrs", Capacity: "councillor", Date: "2016-06-01"}, Mention{Name: "Brian Marlow", Title: "Mr", Capacity: "councillor", Date: "2016-06-01"}, Mention{Name: "Marlow", Title: "Mr", Date: "2016-06-02"})},
			Ref{"a", "c"}, Answer{Person: "brian-marlow", Rule: RulePage, Because: []Ref{{"a", "b"}}},
		},
		{
			"somebody of the name sits after the term has ended",
			[][]Mention{page("a", Mention{Name: "John Tarrant", SourceID: "7", Date: "2016-06-01", Bearing: Roster, From: "2003-05-01", To: "2007-05-03"}), page("b", met("2014-06-03", "John Tarrant", Attending))},
			Ref{"b", "a"}, Answer{Candidates: []string{"john-tarrant"}},
		},
		{
			"a term may have gone on after the page was read",
			[][]Mention{page("a", Mention{Name: "John Tarrant", SourceID: "7", Date: "2006-06-01", Bearing: Roster, From: "2003-05-01", To: "2007-05-03"}), page("b", met("2014-06-03", "John Tarrant", Attending))},
			Ref{"b", "a"}, Answer{Person: "john-tarrant", Rule: RuleSameName, Because: []Ref{{"a", "a"}}},
		},
		{
			"an officer of another meeting is only possible",
			[][]Mention{page("a", Mention{Name: "Ian Foster", Capacity: "officer", Date: "2016-06-01"}), page("b", Mention{Name: "Foster", Title: "Mr", Date: "2016-06-08"})},
			Ref{"b", "a"}, Answer{Candidates: []string{"ian-foster"}},
		},
		{
			"a parish councillor is of another council",
			[][]Mention{page("a", met("2016-06-01", "Sue Marlow", Attending), Mention{Name: "Sue Marlow", Title: "Parish Councillor", Capacity: "councillor", Date: "2016-06-01"})},
			Ref{"a", "b"}, Answer{Person: "sue-marlow-2", Rule: RuleSameName, Because: []Ref{{"a", "b"}}},
		},
		{
			"a role given as a name",
			[][]Mention{page("a", met("2016-06-01", "Sue Marlow", Attending), Mention{Name: "Bo Birch", Role: "Chair", Date: "2016-06-01", Committee: sub, Meeting: sub + "/2016-06-01"}, Mention{Name: "the Chair", Date: "2016-06-01", Committee: sub, Meeting: sub + "/2016-06-01"})},
			Ref{"a", "c"}, Answer{Person: "bo-birch", Rule: RuleMeeting, Because: []Ref{{"a", "b"}}},
		},
		{
			"longer and shorter names of one person",
			[][]Mention{page("a", met("2016-06-01", "John A Semple", Attending)), page("b", met("2017-06-07", "John Semple", Attending))},
			Ref{"b", "a"}, Answer{Person: "john-a-semple", Rule: RuleLongerName, Because: []Ref{{"a", "a"}, {"b", "a"}}},
		},
		{
			"longer and shorter names on one list are two people",
			[][]Mention{page("a", met("2016-06-01", "John A Semple", Attending), met("2016-06-01", "John Semple", Attending))},
			Ref{"a", "b"}, Answer{Person: "john-semple", Rule: RuleSameName, Because: []Ref{{"a", "b"}}},
		},
		{
			"longer and shorter names ten years apart are two people",
			[][]Mention{page("a", met("2006-06-01", "John A Semple", Attending)), page("b", met("2016-06-01", "John Semple", Attending))},
			Ref{"b", "a"}, Answer{Person: "john-semple", Rule: RuleSameName, Because: []Ref{{"b", "a"}}},
		},
		{
			"a short name of two people is nobody of its own",
			[][]Mention{page("a", met("2016-06-01", "John A Semple", Part), met("2016-06-01", "John B Semple", Part)), page("b", met("2016-09-01", "John Semple", Part))},
			Ref{"b", "a"}, Answer{Candidates: []string{"john-a-semple", "john-b-semple"}},
		},
		{
			"an undated roster holds for the term that it says is running",
			[][]Mention{page("a", Mention{Name: "Femi Adler", Role: "Leader of the Council", From: "2018-05-03", Bearing: Roster}), page("b", Mention{Role: "The Leader", Date: "2020-10-13"})},
			Ref{"b", "a"}, Answer{Person: "femi-adler", Rule: RuleOffice, Because: []Ref{{"a", "a"}}},
		},
		{
			"which is one of four years",
			[][]Mention{page("a", Mention{Name: "Femi Adler", Role: "Leader of the Council", From: "2018-05-03", Bearing: Roster}), page("b", Mention{Role: "The Leader", Date: "2022-10-13"})},
			Ref{"b", "a"}, Answer{},
		},
	} {
		t.Run(c.about, func(t *testing.T) {
			var all []Mention
			for _, p := range c.pages {
				all = append(all, p...)
			}
			got := Resolve(all, nil, slug).Answers[c.of]
			if got.Person != c.want.Person || got.Rule != c.want.Rule || !equalRefs(got.Because, c.want.Because) || strings.Join(got.Candidates, " ") != strings.Join(c.want.Candidates, " ") {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func equalRefs(a, b []Ref) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
