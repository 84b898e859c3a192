package searchquery

import (
	"html"
	"slices"
	"strings"

	"councilgraph/internal/searchtext"
)

// The length of a snippet: how many words it shows, and how many of them before the first that was found.
const (
	snippetWords = 36
	leadWords    = 6
)

// SnippetOf is the snippet of the first of these texts in which something of the query stands, of the first
// that is not empty where it stands in none.
func (q *Query) SnippetOf(texts ...string) string {
	for _, t := range texts {
		if slices.Contains(q.found(searchtext.Words(t)), true) {
			return q.Snippet(t)
		}
	}
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return q.Snippet(t)
		}
	}
	return ""
}

// Snippet is the part of a text in which most of the query's words stand, as HTML: what was found stands
// between <mark> and </mark>, all else is escaped, and … stands where the text goes on. Where nothing of
// the query stands in the text it is the text's beginning.
func (q *Query) Snippet(text string) string {
	words := searchtext.Words(text)
	if len(words) == 0 {
		return ""
	}
	found := q.found(words)
	from := max(0, best(words, found)-leadWords)
	to := min(from+snippetWords, len(words))
	start, end := words[from].Start, words[to-1].End
	if from == 0 {
		start = 0
	}
	if to == len(words) {
		end = len(text)
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := start
	for i := from; i < to; i++ {
		if !found[i] {
			continue
		}
		last := i
		for last+1 < to && found[last+1] && strings.TrimSpace(text[words[last].End:words[last+1].Start]) == "" {
			last++
		}
		b.WriteString(escaped(text[at:words[i].Start]))
		b.WriteString("<mark>" + escaped(text[words[i].Start:words[last].End]) + "</mark>")
		at, i = words[last].End, last
	}
	b.WriteString(escaped(text[at:end]))
	if to < len(words) {
		b.WriteString(" …")
	}
	return strings.TrimSpace(b.String())
}

// escaped is a text as HTML, on one line.
func escaped(s string) string {
	out := html.EscapeString(strings.Join(strings.Fields(s), " "))
	if out == "" {
		if s != "" {
			return " "
		}
		return ""
	}
	if strings.TrimLeft(s, " \t\n\r\u00a0") != s {
		out = " " + out
	}
	if strings.TrimRight(s, " \t\n\r\u00a0") != s {
		out += " "
	}
	return out
}

// found says for each word whether it is one that the query looks for. A word of a phrase counts only where
// the phrase stands.
func (q *Query) found(words []searchtext.Word) []bool {
	out := make([]bool, len(words))
	var told []int // the words that are compared: phrases run over those that are left out
	for i, w := range words {
		if w.Stem != "" {
			told = append(told, i)
		}
	}
	for _, t := range q.Terms() {
		for i := range told {
			if !t.at(words, told[i:]) {
				continue
			}
			for _, j := range told[i : i+len(t.Stems)] {
				out[j] = true
			}
		}
	}
	return out
}

// at says whether the term stands at the first of these words.
func (t Term) at(words []searchtext.Word, told []int) bool {
	if len(told) < len(t.Stems) {
		return false
	}
	for i, stem := range t.Stems {
		w := words[told[i]]
		if t.Prefix && i == len(t.Stems)-1 {
			if !strings.HasPrefix(w.Stem, stem) && !strings.HasPrefix(w.Plain, stem) && w.Stem != t.alternative() {
				return false
			}
		} else if w.Stem != stem {
			return false
		}
	}
	return true
}

// best is the word at which a snippet should begin: within its reach stand the most words of the query,
// different ones first.
func best(words []searchtext.Word, found []bool) int {
	at, most := 0, 0
	for i := range words {
		if !found[i] {
			continue
		}
		different, all := map[string]bool{}, 0
		for j := i; j < min(i+snippetWords-leadWords, len(words)); j++ {
			if found[j] {
				different[words[j].Stem] = true
				all++
			}
		}
		if n := 100*len(different) + all; n > most {
			at, most = i, n
		}
	}
	return at
}
