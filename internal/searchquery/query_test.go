package searchquery

import (
	"errors"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"councilgraph/internal/searchtext"
)

func TestParse(t *testing.T) {
	for query, want := range map[string][2]string{ // for SQLite and for PostgreSQL
		"library":                   {`(("librari"))`, `((('librari')))`},
		"the Library  opening":      {`(("librari" AND "open"))`, `((('librari') & ('open')))`},
		`"opening of the library"`:  {`(("open librari"))`, `((('open' <-> 'librari')))`},
		`“opening hours”`:           {`(("open hour"))`, `((('open' <-> 'hour')))`},
		"18/01234/FUL":              {`(("18 01234 ful"))`, `((('18' <-> '01234' <-> 'ful')))`},
		"libr*":                     {`(("libr" *))`, `((('libr':*)))`},
		"libraries*":                {`((("libraries" * OR "librari")))`, `((('libraries':* | 'librari')))`},
		`"social car*"`:             {`(("social car" *))`, `((('social' <-> 'car':*)))`},
		"budget -school":            {`((("budget") NOT ("school")))`, `(((('budget')) & !(('school'))))`},
		`tax -"council tax" -rate`:  {`((("tax") NOT ("council tax" OR "rate")))`, `(((('tax')) & !(('council' <-> 'tax') | ('rate'))))`},
		"library or archive hours":  {`(("librari") OR ("archiv" AND "hour"))`, `((('librari')) | (('archiv') & ('hour')))`},
		"Item 5 - Budget (revenue)": {`(("item" AND "5" AND "budget" AND "revenu"))`, `((('item') & ('5') & ('budget') & ('revenu')))`},
		"Fly-tipping?":              {`(("fli tip"))`, `((('fli' <-> 'tip')))`},
	} {
		q, err := Parse(query)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		in := In{Kind: searchtext.Resolution}
		if got := [2]string{q.FTS5(in), strings.TrimSuffix(q.TSQuery(in, false), " & ('§k2')")}; got != want {
			t.Errorf("%s:\n%s\nwant\n%s", query, got, want)
		}
	}
}

// Within one council, its own words are looked for.
func TestParse_council(t *testing.T) {
	for query, want := range map[string][2]string{
		"library":           {`((("§2c7x7§librari")))`, `((('§2c7x7§librari')))`},
		"library or roads":  {`((("§2c7x7§librari")) OR (("§2c7x7§road")))`, `((('§2c7x7§librari')) | (('§2c7x7§road')))`},
		"libraries*":        {`((("§2c7x7§libraries" * OR "§2c7x7§librari")))`, `((('§2c7x7§libraries':* | '§2c7x7§librari')))`},
		`"social car*"`:     {`((("§2c7x7§social" AND "§2c7x7§car" * AND "social car" *)))`, `((('§2c7x7§social' & '§2c7x7§car':* & ('social' <-> 'car':*))))`},
		"budget -school":    {`(((("§2c7x7§budget")) NOT (("§2c7x7§school"))))`, `(((('§2c7x7§budget')) & !(('§2c7x7§school'))))`},
		`tax -"tax credit"`: {`(((("§2c7x7§tax")) NOT (("§2c7x7§tax" AND "§2c7x7§credit" AND "tax credit"))))`, `(((('§2c7x7§tax')) & !(('§2c7x7§tax' & '§2c7x7§credit' & ('tax' <-> 'credit')))))`},
	} {
		q, err := Parse(query)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		in := In{Kind: searchtext.Resolution, Council: 7<<32 | 7}
		if got := [2]string{q.FTS5(in), q.TSQuery(in, false)}; got != want {
			t.Errorf("%s:\n%s\nwant\n%s", query, got, want)
		}
		in.Titled = true
		if got := q.TSQuery(in, true); strings.Contains(got, "§2c7x7§") || !strings.Contains(got, " & ('§k2c30064771079')") {
			t.Errorf("%s in the title: %s", query, got)
		}
	}
}

func TestParse_mistakes(t *testing.T) {
	for query, want := range map[string]string{
		"": "empty", "  \n": "empty", "the of": "nearly every text", `"the"`: "nearly every text", "?!": "no letter",
		"-school": "must not stand", "library -": "", "li*": "at least 3", "*": "at least 3", `"opening`: `second "`,
		"or library": "between two words", "library or": "between two words", "a or b or": "nearly every text", "library or -school": "must not stand",
		strings.Repeat("a", 501): "500", strings.Repeat("word ", 31): "30 words",
	} {
		_, err := Parse(query)
		var mistake *Error
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", query, err)
		case want != "" && (!errors.As(err, &mistake) || !strings.Contains(mistake.Message, want)):
			t.Errorf("%q: %v, want %q", query, err, want)
		}
	}
}

// Whatever is written is either a query or a mistake that is explained, and can be shown in any text.
func TestParse_anything(t *testing.T) {
	words := rapid.SampledFrom([]string{"library", "or", "-", "\"", "*", "the", "lib*", "-roads", "(", "'", "\\", "é", "£5,000", " ", "“", "&", "NOT", ":"})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOf(words).Draw(t, "words"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		})).Draw(t, "query")
		q, err := Parse(text)
		if err != nil {
			if !errors.As(err, new(*Error)) {
				t.Fatal(err)
			}
			return
		}
		if strings.Count(q.FTS5(In{Titled: true}), `"`)%2 != 0 || strings.Count(q.TSQuery(In{}, true), "'")%2 != 0 {
			t.Fatalf("%q: %s %s", text, q.FTS5(In{Titled: true}), q.TSQuery(In{}, true))
		}
		snippet := q.Snippet(rapid.String().Draw(t, "text"))
		if strings.Count(snippet, "<mark>") != strings.Count(snippet, "</mark>") {
			t.Fatal(snippet)
		}
	})
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("some other words stand here ", 20)
	for _, tt := range []struct{ query, text, want string }{
		{"library", "The Libraries & <b>more</b>", "The <mark>Libraries</mark> &amp; &lt;b&gt;more&lt;/b&gt;"},
		{`"opening hours"`, "Opening of hours; opening, hours.", "<mark>Opening</mark> of <mark>hours</mark>; <mark>opening</mark>, <mark>hours</mark>."},
		{"opening hours", "the opening hours of", "the <mark>opening hours</mark> of"},
		{"libr*", "The librarian's  library", "The <mark>librarian&#39;s library</mark>"},
		{"absent", "Nothing of it.", "Nothing of it."},
		{"cafe", "A café.", "A <mark>café</mark>."},
		{"roads -library", "Roads and library", "<mark>Roads</mark> and library"},
	} {
		q, err := Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Snippet(tt.text); got != tt.want {
			t.Errorf("%s in %q:\n%s\nwant\n%s", tt.query, tt.text, got, tt.want)
		}
	}
	q, err := Parse("bridge repair")
	if err != nil {
		t.Fatal(err)
	}
	got := q.Snippet(long + "a bridge alone " + long + "a bridge in repair " + long)
	if !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "<mark>bridge</mark> in <mark>repair</mark>") {
		t.Errorf("%s", got)
	}
	if n := len(strings.Fields(got)); n > snippetWords+2 {
		t.Errorf("%d words", n)
	}
}

// A title counts more than a body, a rare word more than a common one, a short text more than a long one.
func TestScore(t *testing.T) {
	score := func(title, body string, texts ...int) int64 {
		q, err := Parse("bridge or repair")
		if err != nil {
			t.Fatal(err)
		}
		e := searchtext.NewEntry(searchtext.Text{Title: title, Body: body})
		return NewRanker(q.Terms(), texts).Score(searchtext.AgendaItem, searchtext.Tally(e.Terms))
	}
	for what, pair := range map[string][2]int64{
		"title before body":  {score("The bridge", "open", 10, 10), score("The road", "bridge", 10, 10)},
		"rare before common": {score("", "bridge", 5, 500), score("", "repair", 5, 500)},
		"short before long":  {score("", "bridge", 5, 5), score("", "bridge "+strings.Repeat("other ", 50), 5, 5)},
		"both before one":    {score("", "bridge repair", 5, 5), score("", "bridge bridge", 5, 5)},
		"more before less":   {score("", "bridge bridge road", 5, 5), score("", "bridge road road", 5, 5)},
	} {
		if pair[0] <= pair[1] {
			t.Errorf("%s: %d and %d", what, pair[0], pair[1])
		}
	}
}

// A list's filter hands the index what bounds the list, as far as the index knows it.
func TestFilter(t *testing.T) {
	query, err := Parse("budget")
	if err != nil {
		t.Fatal(err)
	}
	first, last, _ := searchtext.Range(searchtext.Resolution, "2020-01-01", "")
	whole, end, _ := searchtext.Range(searchtext.Resolution, "", "")
	many := make([]int, 21)
	for name, c := range map[string]struct {
		dialect string
		within  Within
		want    []any
	}{
		"all":            {dialect.Postgres, Within{}, []any{"((('budget'))) & ('§k2')"}},
		"embedded":       {dialect.SQLite, Within{}, []any{`(("budget"))`, whole, end}},
		"council":        {dialect.Postgres, Within{Councils: []int{7}, Committees: []int{9}}, []any{"((('§2c0x7§budget'))) & ('§k2m9')"}},
		"councils":       {dialect.Postgres, Within{Councils: []int{7, 8}}, []any{"((('budget'))) & ('§k2c7' | '§k2c8')"}},
		"committee":      {dialect.SQLite, Within{Committees: []int{9}}, []any{`(("budget")) AND ("§m9")`, whole, end}},
		"days":           {dialect.Postgres, Within{From: "2020-01-01"}, []any{"((('budget'))) & ('§k2')", first, last}},
		"no council":     {dialect.Postgres, Within{Councils: []int{0}}, []any{"((('budget'))) & ('§k2c0')"}},
		"too many":       {dialect.Postgres, Within{Councils: many}, []any{"((('budget'))) & ('§k2')"}},
		"embedded, days": {dialect.SQLite, Within{From: "2020-01-01"}, []any{`(("budget"))`, first, last}},
	} {
		t.Run(name, func(t *testing.T) {
			s := sql.Dialect(c.dialect).Select("id").From(sql.Table("resolutions"))
			query.Filter(s, searchtext.Resolution, c.within)
			_, args := s.Query()
			if diff := cmp.Diff(c.want, args); diff != "" {
				t.Error(diff)
			}
		})
	}
}
