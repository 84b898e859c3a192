package record

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The bounds of what a query can match as a whole, in bytes. PostgreSQL's index takes 2,704 of an entry, which can hold two labels,
// or a key that is made of several and of an address; both databases are given the same, so both have these bounds. The longest title
// of the pages that were looked at has 150.
const (
	MaxLabel = 1000
	MaxURL   = 1000
	maxID    = 100
)

// Bound makes the page one that either database can hold: a label that is longer than MaxLabel is cut at a word and ends in …, and an
// address or a number of the source that is too long is left out, as a part of it would lead elsewhere. What was cut stands
// whole in the page's text, where the evidence leads. A field's tag says what it is: bound:"text" has no bound, bound:"url" and
// bound:"id" are whole or left out, and all others are labels.
func (p *Page) Bound() { bound(reflect.ValueOf(p).Elem(), "") }

func bound(v reflect.Value, tag string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			bound(v.Elem(), tag)
		}
	case reflect.Slice:
		for i := range v.Len() {
			bound(v.Index(i), tag)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			bound(v.Field(i), v.Type().Field(i).Tag.Get("bound"))
		}
	case reflect.String:
		if tag != "text" {
			v.SetString(bounded(v.String(), tag))
		}
	}
}

func bounded(s, tag string) string {
	switch {
	case tag == "id" && len(s) > maxID, tag == "url" && len(s) > MaxURL:
		return ""
	case tag == "id", tag == "url":
		return s
	}
	return Label(s)
}

// Label is a text as a label: s itself, or what MaxLabel allows of it, up to the end of a word, and … behind it. Lists are ordered
// by labels in their decomposed form, so both forms have the bound.
func Label(s string) string {
	const widest = 11 // times as long a character becomes as it is decomposed
	if len(s)*widest <= MaxLabel || longer(s) <= MaxLabel {
		return s
	}
	const more = "…"
	s = strings.ToValidUTF8(s, "\uFFFD")
	for n := longer(s); n > MaxLabel-len(more); n = longer(s) {
		s = s[:boundary(s, len(s)*(MaxLabel-len(more))/n)]
	}
	if i := strings.LastIndexFunc(s, unicode.IsSpace); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimSpace(s) + more
}

// longer is how many bytes a text has as it is, or decomposed, whichever is more.
func longer(s string) int { return max(len(s), len(norm.NFKD.String(s))) }

// boundary is the last place before the end, and not beyond that many bytes, at which a text can be cut: a letter keeps its accents.
func boundary(s string, most int) int {
	end := min(len(s)-1, most)
	for end > 0 {
		if r, _ := utf8.DecodeRuneInString(s[end:]); utf8.RuneStart(s[end]) && !unicode.IsMark(r) {
			break
		}
		end--
	}
	return end
}

// Shorten is s where it has at most that many bytes; of a longer text its beginning and, behind the joint, 16 digits that stand for
// the whole, so that two texts which begin alike stay apart.
func Shorten(s string, most int, joint string) string {
	if len(s) <= most {
		return s
	}
	sum := sha256.Sum256([]byte(s))
	return strings.ToValidUTF8(s[:most], "") + joint + hex.EncodeToString(sum[:8])
}
