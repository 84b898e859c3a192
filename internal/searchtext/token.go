// Package searchtext turns text into the words that a search compares: the same at load and at query, and
// the same for every database, which are given finished words and do no language of their own.
//
// A word is a run of letters and digits, in lower case, without accents and apostrophes, and cut to its
// English stem. Words that stand in every text ("the", "of") are left out and leave no gap. Welsh words go
// through the same steps: what is cut off one is cut off the same word in a query.
package searchtext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// maxWord is how many bytes of a word count.
const maxWord = 48

// Word is one word of a text.
type Word struct {
	// Plain is the word in lower case, without accents and apostrophes.
	Plain string
	// Stem is what is compared. It is empty for a word that stands in every text and is left out.
	Stem string
	// Start and End are its place in the text, in bytes.
	Start, End int
}

// Words are the words of a text in order, those that are left out included.
func Words(text string) []Word { return new(stemmer).words(text) }

func (s *stemmer) words(text string) []Word {
	words := make([]Word, 0, len(text)/6+1)
	for at := 0; at < len(text); {
		start, end := next(text, at)
		if start == end {
			break
		}
		at = end
		if plain := fold(text[start:end]); plain != "" {
			words = append(words, Word{plain, s.stem(plain), start, end})
		}
	}
	return words
}

// next is the place of the first word from here on; start and end are equal where there is none.
func next(text string, from int) (start, end int) {
	start = -1
	for i := from; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case inWord(c):
			if start < 0 {
				start = i
			}
		case start >= 0 && !joins(text, start, i, c, size):
			return start, i
		}
		i += size
	}
	if start < 0 {
		return from, from
	}
	return start, len(text)
}

func inWord(c rune) bool {
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

// joins says whether a character between two parts makes them one word: the apostrophe of O'Brien, the
// comma of 4,500.
func joins(text string, start, i int, c rune, size int) bool {
	rest := text[i+size:]
	switch c {
	case '\'', '’', 'ʼ':
		after, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsLetter(after)
	case ',':
		return digits(rest) == 3 && digits(text[start:]) > 0
	case '\u00ad': // a hyphen that shows only at the end of a line
		return true
	}
	return false
}

// digits counts the digits that a text begins with.
func digits(text string) int {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n
}

// fold is a word without case, accents and what joins its parts. The ending 's goes too.
func fold(word string) string {
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		word = strings.TrimSuffix(word, ending)
	}
	plain := true
	for i := range len(word) {
		plain = plain && ('a' <= word[i] && word[i] <= 'z' || '0' <= word[i] && word[i] <= '9')
	}
	if !plain {
		var b strings.Builder
		for _, c := range norm.NFKD.String(word) {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				b.WriteRune(unicode.ToLower(c))
			}
		}
		word = b.String()
	}
	if len(word) > maxWord {
		word = strings.ToValidUTF8(word[:maxWord], "")
	}
	return word
}

// stemmer remembers stems, as words come again, of so many words at most.
type stemmer struct{ known map[string]string }

const stemsKnown = 20_000

func (s *stemmer) stem(plain string) string {
	if stop[plain] {
		return ""
	}
	if found, ok := s.known[plain]; ok {
		return found
	}
	if s.known == nil || len(s.known) == stemsKnown {
		s.known = map[string]string{}
	}
	plain = strings.Clone(plain) // a word is a part of its text, and its stem of the word: the text would be kept with it
	stem := Stem(plain)
	s.known[plain] = stem
	return stem
}

// Stem is the stem of one plain word, by the English rules of the Snowball project.
func Stem(plain string) string {
	env := snowballstem.NewEnv(plain)
	english.Stem(env)
	return env.Current()
}
