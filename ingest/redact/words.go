package redact

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"councilgraph/ingest/record"
)

// WordsRemoved stands where words were taken out that somebody decided not to keep.
const WordsRemoved = "[removed]"

// Words are runs of words that must not be kept, each by its length in words and its Sign.
type Words map[int]map[string]bool

// Sign is what a run of words is known by: how many words, and the SHA-256 of the folded words. Case,
// accents, punctuation, markup and blanks do not matter. It keeps the words out of sight of whoever reads
// it, not from somebody who guesses them. "" is no run of words.
func Sign(text string) string {
	words := tokens([]byte(text))
	if len(words) == 0 {
		return ""
	}
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.word
	}
	return fmt.Sprintf("%d:%s", len(words), hash(folded))
}

func hash(words []string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return hex.EncodeToString(sum[:])
}

// Add adds a run of words by its Sign.
func (w Words) Add(sign string) {
	count, sum, _ := strings.Cut(sign, ":")
	n, err := strconv.Atoi(count)
	if err != nil || n < 1 {
		return
	}
	if w[n] == nil {
		w[n] = map[string]bool{}
	}
	w[n][sum] = true
}

// Remove takes the runs of words out of a document, and says how many that were.
func (w Words) Remove(doc record.Document) (record.Document, int) {
	if len(w) == 0 {
		return doc, 0
	}
	text, encode := decode(doc.Bytes)
	words := tokens(text)
	folded := make([]string, len(words))
	for i, t := range words {
		folded[i] = t.word
	}
	gone := make([]bool, len(words)) // the word goes
	first := make([]bool, len(words))
	total := 0
	for n, sums := range w {
		for i := 0; i+n <= len(words); i++ {
			if sums[hash(folded[i:i+n])] {
				total++
				first[i] = !gone[i] || first[i]
				for k := i; k < i+n; k++ {
					gone[k] = true
				}
			}
		}
	}
	if total == 0 {
		return doc, 0
	}
	var out bytes.Buffer
	at := 0
	for i, t := range words {
		if !gone[i] {
			continue
		}
		out.Write(text[at:t.start])
		if first[i] && (i == 0 || !gone[i-1]) {
			out.WriteString(WordsRemoved)
		}
		at = t.end
	}
	out.Write(text[at:])
	doc.Bytes = encode(out.Bytes())
	return doc, total
}

// token is a word of a text and where it stands there, in bytes.
type token struct {
	word       string
	start, end int
}

// tokens are the words of a text or of markup, folded. Tags stand between words; an apostrophe, written or
// as an entity, does not.
func tokens(text []byte) []token {
	var out []token
	var word strings.Builder
	start := 0
	flush := func(end int) {
		if word.Len() > 0 {
			out = append(out, token{word.String(), start, end})
			word.Reset()
		}
	}
	end := 0
	for i := 0; i < len(text); {
		size, r := next(text[i:])
		switch {
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if word.Len() == 0 {
				start = i
			}
			word.WriteString(foldRune(r))
			end = i + size
		default:
			flush(end)
		}
		i += size
	}
	flush(end)
	return out
}

// next is the character at the beginning of a text, and how many bytes it takes: a tag is one blank.
func next(text []byte) (int, rune) {
	switch text[0] {
	case '<':
		if n := bytes.IndexByte(text, '>'); n > 0 && n < 4096 && (text[1] == '/' || text[1] == '!' || unicode.IsLetter(rune(text[1]))) {
			return n + 1, ' '
		}
	case '&':
		if n := bytes.IndexByte(text[:min(len(text), 12)], ';'); n > 1 {
			entity := string(text[:n+1])
			if plain := html.UnescapeString(html.UnescapeString(entity)); plain != entity {
				r, _ := utf8.DecodeRuneInString(plain)
				return n + 1, r
			}
		}
	}
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError && size == 1 {
		return 1, windows1252(text[0])
	}
	return size, r
}

// windows1252 is the letter that a byte is in the alphabets of Western Europe.
func windows1252(b byte) rune {
	switch {
	case b == 0x92 || b == 0x91:
		return '’'
	case b >= 0xc0 && b != 0xd7 && b != 0xf7:
		return rune(b)
	}
	return ' '
}

func foldRune(r rune) string {
	var b strings.Builder
	for _, d := range norm.NFKD.String(string(unicode.ToLower(r))) {
		if unicode.IsLetter(d) || unicode.IsDigit(d) {
			b.WriteRune(d)
		}
	}
	return b.String()
}
