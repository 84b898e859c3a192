package searchtext

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Text is what can be found of one node.
type Text struct {
	Kind Kind
	// Title is its title or name, Body all its other text.
	Title, Body string
	// Council and Committee are the ids of those that it belongs to, 0 where there is none.
	Council, Committee int64
}

// Entry is a text as the index keeps it.
type Entry struct {
	// Title, Body, Marks and Own are stems and marks with spaces between: what SQLite's index is given. Own are the words once more,
	// each once, as those of its council: see CouncilWord.
	Title, Body, Marks, Own string
	// Terms says how often each stem stands in title and body, for the ranking: see Tally.
	Terms string
	// Digest is equal where all of that is.
	Digest int64

	kind Kind
}

// The bounds of an entry. PostgreSQL keeps places up to 16,383 and 255 places of one word; both databases
// are given the same words, so both have these bounds.
const (
	maxTitle = 500
	maxBody  = 15000
	maxSame  = 125     // in the title, and again in the body
	maxBytes = 450_000 // of different words, each with ownBytes: PostgreSQL keeps up to 1 MB of them and their places
	ownBytes = 9       // half of what makes a word one of its council's
	gap      = 10      // keeps a phrase from running from the title into the body
)

// CouncilMark is the mark of a council's texts. Marks begin with a character that stands in no word.
func CouncilMark(id int64) string { return "§c" + strconv.FormatInt(id, 10) }

// CommitteeMark is the mark of a committee's texts.
func CommitteeMark(id int64) string { return "§m" + strconv.FormatInt(id, 10) }

// KindMark is the mark of a kind of texts, which PostgreSQL is given: its index intersects marks quickly, and
// ranges of numbers not at all.
func KindMark(k Kind) string { return "§k" + strconv.Itoa(int(k)) }

// OfKind is a mark as PostgreSQL is given it: that of a council's or a committee's texts of one kind. A list of a kind
// so reads one list of the index, where that of the kind and that of the council are long, and far apart.
func OfKind(k Kind, mark string) string { return KindMark(k) + strings.TrimPrefix(mark, "§") }

// CouncilWord is a word of a council's texts of one kind. A search within a council so reads one short list of the index, where those of
// the word and of the council are long ones to be compared. The two halves of the id make it shorter, as the lower one is small.
func CouncilWord(k Kind, council int64, stem string) string {
	return "§" + strconv.Itoa(int(k)) + "c" + strconv.FormatInt(council>>32, 10) + "x" + strconv.FormatInt(council&(1<<32-1), 10) + "§" + stem
}

// Entries makes the entries of texts, and remembers the stems of words, which come again in other texts. It is for one
// goroutine at a time.
type Entries struct{ stemmer stemmer }

// NewEntry makes the entry of a text.
func NewEntry(t Text) Entry { return new(Entries).New(t) }

// New makes the entry of a text.
func (s *Entries) New(t Text) Entry {
	seen := map[string]*Count{}
	room := maxBytes
	title := s.stemmer.stems(t.Title, maxTitle, &room, seen, func(c *Count) *int { return &c.Title })
	body := s.stemmer.stems(t.Body, maxBody, &room, seen, func(c *Count) *int { return &c.Body })
	var marks []string
	if t.Council != 0 {
		marks = append(marks, CouncilMark(t.Council))
	}
	if t.Committee != 0 {
		marks = append(marks, CommitteeMark(t.Committee))
	}
	e := Entry{kind: t.Kind, Title: strings.Join(title, " "), Body: strings.Join(body, " "), Marks: strings.Join(marks, " ")}
	words := slices.Sorted(maps.Keys(seen))
	e.Terms = terms(len(title), len(body), words, seen)
	if t.Council != 0 {
		e.Own = own(CouncilWord(t.Kind, t.Council, ""), words)
	}
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s\n%s\n%s", e.Title, e.Body, e.Marks)
	e.Digest = int64(h.Sum64() >> 1)
	return e
}

// Vectors are the entry's words as PostgreSQL's tsvector: those of title and body, and those of the title
// alone.
func (e *Entry) Vectors() (words, titles string) {
	title, body, marks := strings.Fields(e.Title), strings.Fields(e.Body), []string{KindMark(e.kind)}
	for _, m := range strings.Fields(e.Marks) {
		marks = append(marks, OfKind(e.kind, m))
	}
	return vector(slices.Concat(marks, strings.Fields(e.Own)), title, body), vector(marks, title, nil)
}

// AllMarks are the marks with the council's own words, as SQLite's index is given them.
func (e *Entry) AllMarks() string { return strings.TrimSpace(e.Marks + " " + e.Own) }

// own are words with what makes them those of a council before each.
func own(council string, words []string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(council)
		b.WriteString(w)
	}
	return b.String()
}

// stems are the stems of a text as far as the bounds go, counted on the way.
func (s *stemmer) stems(text string, most int, room *int, seen map[string]*Count, field func(*Count) *int) []string {
	var out []string
	for _, w := range s.words(text) {
		if w.Stem == "" {
			continue
		}
		c := seen[w.Stem]
		if c == nil {
			if *room -= len(w.Stem) + ownBytes; *room < 0 {
				break
			}
			c = &Count{}
			seen[w.Stem] = c
		}
		if n := field(c); *n < maxSame {
			*n++
			out = append(out, w.Stem)
		}
		if len(out) == most {
			break
		}
	}
	return out
}

// vector writes a tsvector: the marks without places, the words with theirs.
func vector(marks, title, body []string) string {
	places := map[string][]int{}
	for i, w := range title {
		places[w] = append(places[w], i+1)
	}
	for i, w := range body {
		places[w] = append(places[w], len(title)+gap+i+1)
	}
	var b strings.Builder
	for _, m := range marks {
		b.WriteString("'" + m + "' ")
	}
	for _, w := range slices.Sorted(maps.Keys(places)) {
		b.WriteString("'" + w + "'")
		for i, p := range places[w] {
			if i == 0 {
				b.WriteByte(':')
			} else {
				b.WriteByte(',')
			}
			b.WriteString(strconv.Itoa(p))
		}
		b.WriteByte(' ')
	}
	return b.String()
}
