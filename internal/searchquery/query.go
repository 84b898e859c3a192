// Package searchquery is the language of searches: it reads a query, writes it for the index of either
// database, ranks what the index finds, and shows where the words stand.
package searchquery

import "councilgraph/internal/searchtext"

// Query is a search: texts that fulfil at least one of its groups.
type Query struct{ Any []Group }

// Group is what one text must fulfil: All of these terms, and None of those. All is never empty.
type Group struct{ All, None []Term }

// Term is a word, a phrase or the beginning of a word.
type Term struct {
	// Stems are the words in the order in which they must stand.
	Stems []string
	// Prefix says that the last of Stems is the beginning of a word, as typed, and no stem.
	Prefix bool
}

// alternative is the stem of a lone prefix where it is shorter than the prefix: the index holds stems, so
// libraries* must also find librari. Empty where there is none.
func (t Term) alternative() string {
	if !t.Prefix || len(t.Stems) > 1 {
		return ""
	}
	if stem := searchtext.Stem(t.Stems[0]); len(stem) < len(t.Stems[0]) || stem[:len(t.Stems[0])] != t.Stems[0] {
		return stem
	}
	return ""
}

// Terms are the terms that a text can be found by, each once.
func (q *Query) Terms() []Term {
	var out []Term
	seen := map[string]bool{}
	for _, g := range q.Any {
		for _, t := range g.All {
			if key := t.fts5(); !seen[key] {
				seen[key] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// Error is a mistake in a query, worded for whoever wrote it.
type Error struct{ Message string }

func (e *Error) Error() string { return e.Message }
