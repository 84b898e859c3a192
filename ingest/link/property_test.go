package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawMentions makes up the pages of a small council in which everything clashes: few surnames, few given names.
func drawMentions(t *rapid.T) []Mention {
	pick := func(what string, of ...string) string { return rapid.SampledFrom(of).Draw(t, what) }
	committees := []string{"planning", "audit"}
	days := []string{"2014-03-04", "2014-06-03", "2014-11-04", "2015-06-02", "2018-06-05"}
	var out []Mention
	for p := range rapid.IntRange(1, 7).Draw(t, "pages") {
		committee, day := pick("committee", append(committees, "")...), pick("day", append(days, "")...)
		for i := range rapid.IntRange(1, 6).Draw(t, "mentions") {
			m := Mention{Ref: Ref{fmt.Sprint("page", p), fmt.Sprint(i)}, Date: day, Committee: committee}
			if committee != "" && day != "" {
				m.Meeting = committee + "/" + day
			}
			surname := pick("surname", "Marlow", "Marlow", "Tarn", "Tarn-Marlow", "de Marlow")
			given := pick("given", "Sue", "Susan", "Sue A.", "S.", "S. A.", "Brian", "B.", "", "")
			m.Name = strings.TrimSpace(given + " " + surname)
			m.Title = pick("title", "Councillor", "Councillor", "Mr", "Mrs", "")
			m.Capacity = pick("capacity", "", "", "councillor", "officer")
			m.Role = pick("role", "", "", "", "Chair", "Leader", "Cabinet Member for Housing", "Leader and Cabinet Member for Housing")
			m.Bearing = Bearing(rapid.IntRange(0, 3).Draw(t, "bearing"))
			switch rapid.IntRange(0, 9).Draw(t, "more") {
			case 0, 1:
				m.SourceID = pick("uid", "1", "2", "3")
			case 2:
				m.From, m.To = pick("from", days...), pick("to", append(days, "")...)
			case 3:
				m.Name, m.Title = "", ""
			}
			out = append(out, m)
		}
	}
	return out
}

func TestResolve_orderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentions := drawMentions(t)
		want := Resolve(mentions, nil, slug)
		if diff := cmp.Diff(want, Resolve(rapid.Permutation(mentions).Draw(t, "other order"), nil, slug)); diff != "" {
			t.Errorf("in another order:\n%s", diff)
		}
		twice := slices.Concat(mentions, mentions[:rapid.IntRange(1, len(mentions)).Draw(t, "again")])
		if diff := cmp.Diff(want, Resolve(twice, nil, slug)); diff != "" {
			t.Errorf("with mentions given twice:\n%s", diff)
		}
	})
}

// Somebody of another name and office on the same pages changes nothing for the others.
func TestResolve_unrelated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentions := drawMentions(t)
		more := mentions[rapid.IntRange(0, len(mentions)-1).Draw(t, "like")]
		more.At, more.SourceID = "more", rapid.SampledFrom([]string{"", "77"}).Draw(t, "uid")
		more.Name = rapid.SampledFrom([]string{"Vera Quill", "V. Quill", "Quill", "Sue Quill"}).Draw(t, "name")
		more.Role = rapid.SampledFrom([]string{"", "Director of Finance"}).Draw(t, "role")
		want, got := Resolve(mentions, nil, slug), Resolve(append(slices.Clone(mentions), more), nil, slug)
		if got.Answers[more.Ref].Person == "" {
			t.Errorf("the one more is %+v", got.Answers[more.Ref])
		}
		delete(got.Answers, more.Ref)
		if diff := cmp.Diff(want.Answers, got.Answers); diff != "" {
			t.Errorf("with %+v:\n%s", more, diff)
		}
	})
}

// What Families says must be given together is enough: the answers are those of the whole council.
func TestMention_Families(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentions := drawMentions(t)
		for i := range mentions { // a second circle of people, tied to the first by numbers and offices only
			if rapid.Bool().Draw(t, "elsewhere") {
				mentions[i].Name = strings.NewReplacer("Marlow", "Oakes", "Tarn", "Birch").Replace(mentions[i].Name)
			}
		}
		whole := Resolve(mentions, nil, slug)
		start := mentions[rapid.IntRange(0, len(mentions)-1).Draw(t, "start")]
		part := Resolve(belonging(mentions, start), nil, slug)
		for _, m := range mentions {
			if slices.ContainsFunc(start.Families(), func(f string) bool { return slices.Contains(m.Families(), f) && strings.HasPrefix(f, "name/") }) || m.Ref == start.Ref {
				if diff := cmp.Diff(whole.Answers[m.Ref], part.Answers[m.Ref]); diff != "" {
					t.Errorf("%+v, of the whole and of its families:\n%s", m, diff)
				}
			}
		}
	})
}

// belonging are the mentions that must be given with one.
func belonging(mentions []Mention, start Mention) []Mention {
	ties := func(m Mention, offices bool) []string {
		var out []string
		for _, f := range m.Families() {
			if strings.HasPrefix(f, "name/") || offices || !m.InFull() {
				out = append(out, f)
			}
		}
		if m.SourceID != "" {
			out = append(out, "uid/"+m.SourceID)
		}
		return out
	}
	looked := map[string]bool{}
	todo := ties(start, true)
	in := map[Ref]bool{}
	var out []Mention
	for len(todo) > 0 {
		f := todo[0]
		todo = todo[1:]
		if looked[f] {
			continue
		}
		looked[f] = true
		for _, m := range mentions {
			if !in[m.Ref] && slices.Contains(ties(m, true), f) {
				in[m.Ref] = true
				out = append(out, m)
				todo = append(todo, ties(m, false)...)
			}
		}
	}
	return out
}

// Whatever a page gives as name, title, role and days, it gets an answer.
func TestResolve_anyText(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"Mc", "O'", "-", "- -", "Ó", "Councillor", "The", "the ", "Jnr", "MBE", "A.B.", "(", "X, Y", ", Z", "and", "Chair (", "of", "2016-13", "9999-99-99", "0001-01-01"}))
	words := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(text, 0, 4).Draw(t, "words"), " ") })
	rapid.Check(t, func(t *rapid.T) {
		var mentions []Mention
		for i := range rapid.IntRange(1, 5).Draw(t, "mentions") {
			m := Mention{Ref: Ref{"page", fmt.Sprint(i)}, Name: words.Draw(t, "name"), Title: words.Draw(t, "title"), Role: words.Draw(t, "role"), Committee: "planning",
				Date: words.Draw(t, "date"), From: words.Draw(t, "from"), To: words.Draw(t, "to"), Bearing: Bearing(rapid.IntRange(0, 3).Draw(t, "bearing"))}
			m.Families()
			mentions = append(mentions, m)
		}
		r := Resolve(mentions, []Correction{{Kind: "resolve", To: words.Draw(t, "to"), Select: Selection{Name: words.Draw(t, "name"), Role: words.Draw(t, "role")}}}, slug)
		if len(r.Answers) != len(mentions) {
			t.Errorf("%d answers to %d mentions", len(r.Answers), len(mentions))
		}
		Duplicates(r, mentions)
	})
}

// An answer is whole: a known person with rule and reasons, or nobody with known candidates.
func TestResolve_answers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentions := drawMentions(t)
		r := Resolve(mentions, nil, slug)
		known, given := map[string]bool{}, map[Ref]bool{}
		for _, p := range r.People {
			if known[p.Key] || len(p.SourceIDs) > 1 {
				t.Errorf("%+v", p)
			}
			known[p.Key] = true
		}
		for _, m := range mentions {
			given[m.Ref] = true
		}
		byID := map[string]string{}
		for _, m := range mentions {
			a, ok := r.Answers[m.Ref]
			whole := a.Person == "" && a.Rule == "" && len(a.Because) == 0
			if a.Person != "" {
				whole = known[a.Person] && a.Rule != "" && len(a.Because) > 0 && len(a.Because) <= 3 && len(a.Candidates) == 0
			}
			for _, because := range a.Because {
				whole = whole && given[because]
			}
			for i, c := range a.Candidates {
				whole = whole && known[c] && (i == 0 || a.Candidates[i-1] < c)
			}
			if !ok || !whole {
				t.Errorf("%+v is %+v", m, a)
			}
			if m.SourceID != "" {
				if was, ok := byID[m.SourceID]; ok && was != a.Person {
					t.Errorf("number %s is %q and %q", m.SourceID, was, a.Person)
				}
				byID[m.SourceID] = a.Person
			}
		}
		if len(byID) > 0 {
			keys := map[string]bool{}
			for _, key := range byID {
				keys[key] = true
			}
			if len(keys) < len(byID) {
				t.Errorf("two numbers are one person: %v", byID)
			}
		}
	})
}
