package searchtext

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func stemsOf(text string) string {
	var out []string
	for _, w := range Words(text) {
		if w.Stem != "" {
			out = append(out, w.Stem)
		}
	}
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Libraries, LIBRARY; library's":    "librari librari librari",
		"the opening of the libraries":     "open librari",
		"£4,500 and 1,234,567.":            "4500 1234567",
		"items 1,2 and 3":                  "item 1 2 3",
		"18/01234/FUL":                     "18 01234 ful",
		"O’Brien and O'Brien":              "obrien obrien",
		"Café au lait: naïve façade":       "cafe au lait naiv facad",
		"cafe\u0301":                       "cafe",
		"well-being CS17089":               "well be cs17089",
		"tŷ gwag, Tŷ'r Cyngor":             "ty gwag tyr cyngor",
		"IT and US":                        "it us",
		"run-\u00adning co\u00adoperation": "run ning cooper",
		" … — !":                           "",
		strings.Repeat("a", 100):           strings.Repeat("a", maxWord),
	} {
		if got := stemsOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A word of Welsh finds itself in any case, with its accents or without, and no other word of these.
func TestWords_welsh(t *testing.T) {
	seen := map[string]string{}
	for word := range strings.FieldsSeq(`cyngor cynghorydd cyfarfod cyfarfodydd pwyllgor pwyllgorau penderfyniad penderfynwyd cadeirydd cofnodion
		ymddiheuriadau datgan buddiant strategaeth tai tŷ ysgol ysgolion addysg cynllunio trwyddedu safonau gymraeg iaith cyllideb treth
		ffyrdd amgylchedd llyfrgell llyfrgelloedd gofal cymdeithasol plant llwyddiant gwasanaethau argymhellion cymeradwyo nodi adroddiad`) {
		stem := stemsOf(word)
		if stem == "" || strings.Contains(stem, " ") || stem != stemsOf(strings.ToUpper(word)) || stem != stemsOf(strings.ReplaceAll(word, "ŷ", "y")) {
			t.Errorf("%s: %q, in capitals %q", word, stem, stemsOf(strings.ToUpper(word)))
		}
		if other := seen[stem]; other != "" {
			t.Errorf("%s and %s are both %s", word, other, stem)
		}
		seen[stem] = word
	}
}

// Places lie in the text in order, and a word has no character that means something to an index.
func TestWords_places(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		at := 0
		for _, w := range Words(text) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%+v behind %d in %q", w, at, text)
			}
			at = w.End
			if strings.ContainsAny(w.Plain+w.Stem, " '\"\\*§:&|!()<>/") || w.Plain == "" {
				t.Fatalf("%+v", w)
			}
		}
	})
}

func TestTally(t *testing.T) {
	e := NewEntry(Text{Kind: AgendaItem, Title: "Library hours", Body: "The library and the libraries; a librarian.", Council: 7, Committee: 9})
	tally := Tally(e.Terms)
	if got := tally.Length(); got != (Count{2, 3}) {
		t.Errorf("length %v of %q", got, e.Terms)
	}
	for stem, want := range map[string]Count{"librari": {1, 2}, "hour": {1, 0}, "librarian": {0, 1}, "librar": {}, "absent": {}} {
		if got := tally.Of(stem); got != want {
			t.Errorf("%s: %v, want %v", stem, got, want)
		}
	}
	for prefix, want := range map[string]Count{"librar": {1, 3}, "hour": {1, 0}, "x": {}} {
		if got := tally.Beginning(prefix); got != want {
			t.Errorf("%s*: %v, want %v", prefix, got, want)
		}
	}
	if want := "§c7 §m9 §1c0x7§hour §1c0x7§librari §1c0x7§librarian"; e.AllMarks() != want {
		t.Errorf("%q, want %q", e.AllMarks(), want)
	}
	words, titles := e.Vectors()
	if want := "'§k1' '§k1c7' '§k1m9' '§1c0x7§hour' '§1c0x7§librari' '§1c0x7§librarian' 'hour':2 'librari':1,13,14 'librarian':15 "; words != want {
		t.Errorf("%q, want %q", words, want)
	}
	if want := "'§k1' '§k1c7' '§k1m9' 'hour':2 'librari':1 "; titles != want {
		t.Errorf("%q, want %q", titles, want)
	}
}

// A node of another kind that is taken for a council has none of its words.
func TestCouncilWord(t *testing.T) {
	seen := map[string]bool{}
	for _, id := range []int64{7, 7<<32 | 7, 9<<32 | 7, 7<<32 | 77, 77<<32 | 7, 7 << 32} {
		for _, k := range Kinds() {
			seen[CouncilWord(k, id, "budget")] = true
		}
	}
	if want := 6 * len(Kinds()); len(seen) != want {
		t.Errorf("%d words, want %d", len(seen), want)
	}
}

// An entry stays within what PostgreSQL's vectors hold, however long the text.
func TestNewEntry_bounds(t *testing.T) {
	e := NewEntry(Text{Title: strings.Repeat("many ", 1000), Body: strings.Repeat("many same words ", 20000)})
	if got := (Tally(e.Terms)).Of("mani"); got != (Count{maxSame, maxSame}) {
		t.Errorf("%v", got)
	}
	if n := len(strings.Fields(e.Title)) + gap + len(strings.Fields(e.Body)); n > 16383 {
		t.Errorf("%d places", n)
	}
	var long strings.Builder
	for i := range 15_000 {
		fmt.Fprintf(&long, "%s%07d ", strings.Repeat("x", maxWord-7), i)
	}
	e = NewEntry(Text{Kind: Resolution, Body: long.String(), Council: 7<<32 | 400})
	words, _ := e.Vectors()
	bytes := 0
	for w := range strings.FieldsSeq(words) { // 'word':1,2 with two bytes for each place, two for their number and one to begin at an even one
		word, places, _ := strings.Cut(w, ":")
		bytes += len(word) - 2 + 3 + 2*(1+strings.Count(places, ","))
	}
	if bytes >= 1<<20 || bytes < 1<<19 {
		t.Errorf("a vector of %d bytes", bytes)
	}
}

// Numbers of one kind are a range, days ranges within, and the latest is the highest.
func TestNumber(t *testing.T) {
	numbers := []int64{
		Number(AgendaItem, "", "z"), Number(AgendaItem, "1899-01-01", "b"), Number(AgendaItem, "2017-01-11", "a"),
		Number(AgendaItem, "2017-01-12", "c"), Number(AgendaItem, "2300-01-01", "d"), Number(Resolution, "", "a"), Number(Document, "2300-01-01", "a"),
	}
	if !slices.IsSorted(numbers) || numbers[0] <= 0 {
		t.Errorf("%v", numbers)
	}
	for _, n := range numbers[:5] {
		if first, last, ok := Range(AgendaItem, "", ""); n < first || n > last || !ok || KindOf(n) != AgendaItem {
			t.Errorf("%d is not in %d to %d", n, first, last)
		}
	}
	first, last, _ := Range(AgendaItem, "2017-01-11", "2017-01-11")
	if numbers[2] < first || numbers[2] > last || numbers[1] >= first || numbers[3] <= last {
		t.Errorf("%v; the day is %d to %d", numbers, first, last)
	}
	if first, _, _ := Range(AgendaItem, "1800-01-01", ""); numbers[0] >= first {
		t.Error("what has no day is found by days")
	}
	if _, _, ok := Range(Person, "2017-01-11", ""); ok {
		t.Error("people have no day")
	}
	if _, _, ok := Range(Resolution, "2017-01-12", "2017-01-11"); ok {
		t.Error("a range that ends before it begins")
	}
}

// What is remembered of one text changes nothing in the next.
func TestEntries(t *testing.T) {
	var entries Entries
	for _, body := range []string{"The libraries of the town", "A library, and no town", "", "Libraries, towns and the town's library"} {
		text := Text{Kind: AgendaItem, Title: "Libraries", Body: body, Council: 7}
		if got, want := entries.New(text), NewEntry(text); got != want {
			t.Errorf("%q behind others: %+v, alone: %+v", body, got, want)
		}
	}
}
