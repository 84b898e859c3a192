package searchquery

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/internal/searchtext"
)

// The bounds of a query.
const (
	MaxLength = 500 // characters
	MaxTerms  = 30  // words and phrases
	MaxBegins = 10  // beginnings of words: each stands for all the words that begin so
	minPrefix = 3   // letters before a *
)

// Parse reads a query: words that must all stand in a text, "a phrase", begin* for the beginning of a
// word, -word for what must not stand there, and or between alternatives. An *Error says what is wrong.
func Parse(query string) (*Query, error) {
	if n := utf8.RuneCountInString(query); n > MaxLength {
		return nil, &Error{fmt.Sprintf("the search has %d characters; at most %d are allowed: leave words out", n, MaxLength)}
	}
	if strings.TrimSpace(query) == "" {
		return nil, &Error{`the search is empty; write the words to look for, such as library opening hours`}
	}
	r := &reader{rest: query}
	for {
		more, err := r.step()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
	}
	if err := r.endGroup(false); err != nil {
		return nil, err
	}
	return &r.query, nil
}

// reader reads a query from left to right.
type reader struct {
	rest    string
	query   Query
	group   Group
	left    []string // words of the group that stand in every text
	terms   int
	begins  int
	started bool // an or has been read
}

// step reads one term, or the or between two.
func (r *reader) step() (more bool, err error) {
	r.rest = strings.TrimLeftFunc(r.rest, unicode.IsSpace)
	if r.rest == "" {
		return false, nil
	}
	not := false
	if after, found := strings.CutPrefix(r.rest, "-"); found && startsTerm(after) {
		r.rest, not = after, true
	}
	first, size := utf8.DecodeRuneInString(r.rest)
	if quote(first) {
		end := strings.IndexFunc(r.rest[size:], quote)
		if end < 0 {
			return false, &Error{`a phrase begins with " and does not end; write a second " behind it`}
		}
		phrase := r.rest[size : size+end]
		_, closing := utf8.DecodeRuneInString(r.rest[size+end:])
		r.rest = r.rest[size+end+closing:]
		return true, r.add(phrase, not)
	}
	end := strings.IndexFunc(r.rest, func(c rune) bool { return unicode.IsSpace(c) || quote(c) })
	if end < 0 {
		end = len(r.rest)
	}
	chunk := r.rest[:end]
	r.rest = r.rest[end:]
	if !not && (chunk == "or" || chunk == "OR" || chunk == "|") {
		return true, r.endGroup(true)
	}
	return true, r.add(chunk, not)
}

func quote(c rune) bool { return c == '"' || c == '“' || c == '”' }

func startsTerm(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) || unicode.IsDigit(c) || quote(c)
}

// add takes a word or a phrase. What has several words without a space between, as 18/01234/FUL, is a
// phrase too.
func (r *reader) add(text string, not bool) error {
	trimmed := strings.TrimRight(text, ".,;:!?)]}'’ ")
	prefix := strings.HasSuffix(trimmed, "*")
	words := searchtext.Words(text)
	t := Term{}
	for i, w := range words {
		switch last := i == len(words)-1; {
		case last && prefix:
			if utf8.RuneCountInString(w.Plain) < minPrefix {
				return &Error{fmt.Sprintf("%s*: write at least %d letters before a *", w.Plain, minPrefix)}
			}
			t.Stems, t.Prefix = append(t.Stems, w.Plain), true
		case w.Stem == "":
			r.left = append(r.left, w.Plain)
		default:
			t.Stems = append(t.Stems, w.Stem)
		}
	}
	switch {
	case len(words) == 0 && prefix:
		return &Error{fmt.Sprintf("*: write at least %d letters before a *", minPrefix)}
	case len(t.Stems) == 0:
		return nil // only signs, or only words that stand in every text
	}
	if r.terms++; r.terms > MaxTerms {
		return &Error{fmt.Sprintf("the search has more than %d words; leave some out, or put a sentence in quotes", MaxTerms)}
	}
	if prefix {
		r.begins++
	}
	if r.begins > MaxBegins {
		return &Error{fmt.Sprintf("the search has more than %d beginnings of words; write some of the words out", MaxBegins)}
	}
	if not {
		r.group.None = append(r.group.None, t)
	} else {
		r.group.All = append(r.group.All, t)
	}
	return nil
}

// endGroup closes the group that an or, or the end of the query, stands behind.
func (r *reader) endGroup(or bool) error {
	g, left := r.group, r.left
	if len(g.All) == 0 {
		switch {
		case len(g.None) > 0:
			return &Error{"the search says only what must not stand in a text; add a word that must"}
		case len(left) > 0:
			return &Error{fmt.Sprintf("%q stands in nearly every text and is not looked for; add a word that tells more", strings.Join(left, " "))}
		case or || r.started:
			return &Error{`or stands between two words, as in library or libraries; write "or" in quotes where the word itself is meant`}
		}
		return &Error{"the search has no letter and no digit; write the words to look for, such as library opening hours"}
	}
	r.query.Any = append(r.query.Any, g)
	r.group, r.left, r.started = Group{}, nil, or
	return nil
}
