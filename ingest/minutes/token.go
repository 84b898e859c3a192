package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word or a mark of a paragraph, at bytes from..to of its text.
type token struct {
	from, to int
	text     string
	low      string // lower case, straight apostrophes
	word     bool
}

var abbreviation = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "cllr": true, "cllrs": true, "rev": true, "revd": true,
	"prof": true, "st": true, "hon": true, "rt": true, "messrs": true, "clr": true, "clrs": true, "mme": true,
}

// tokens cuts a text into words and marks. An initial keeps its full stop (R., J.E., G.Ll.), a word
// its apostrophe and its hyphens.
func tokens(s string) []token {
	out := make([]token, 0, len(s)/5+1)
	lower := lowerASCII(s)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) || r == '\u00a0' {
			i += n
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			out = append(out, token{i, i + n, s[i : i+n], s[i : i+n], false})
			i += n
			continue
		}
		end := wordEnd(s, i)
		text, low := s[i:end], lower[i:end]
		if !isASCII(text) {
			low = fold(text)
		}
		out = append(out, token{i, end, text, low, true})
		i = end
	}
	return out
}

func wordEnd(s string, from int) int {
	i := from
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			i += n
			continue
		case r == '\'' || r == '’' || r == '‘' || r == '-' || r == '‑':
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); i > from && unicode.IsLetter(next) {
				i += n
				continue
			}
		case r == '.':
			// Initials and short titles keep their stop.
			w := s[from:i]
			if isInitials(w) || abbreviation[strings.ToLower(w)] {
				i += n
				if next, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsUpper(next) && isInitials(w) {
					continue
				}
			}
		}
		break
	}
	return i
}

// isInitials says that a word is one to four capitals with their stops, or a Welsh digraph: R, J.E, G.Ll, Th.
func isInitials(w string) bool {
	parts := strings.Split(strings.TrimSuffix(w, "."), ".")
	if len(parts) > 5 {
		return false
	}
	for _, p := range parts {
		if p == "" {
			return false
		}
		r, n := utf8.DecodeRuneInString(p)
		switch {
		case !unicode.IsUpper(r):
			return false
		case len(p) == n:
		case p == "Ll" || p == "Th" || p == "Ch" || p == "Rh" || p == "Ff" || p == "Dd":
		default:
			return false
		}
	}
	return true
}

// capital says that a word begins with a capital.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// fold is the lower case of a word with straight apostrophes.
func fold(w string) string {
	w = strings.ToLower(w)
	if strings.ContainsAny(w, "’‘") {
		w = strings.NewReplacer("’", "'", "‘", "'").Replace(w)
	}
	return w
}

// lowerASCII is s with the letters A to Z in lower case and all else as it is: byte for byte as long.
func lowerASCII(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; 'A' <= c && c <= 'Z' {
			if b == nil {
				b = []byte(s)
			}
			b[i] = c + 'a' - 'A'
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plain is a phrase for comparing: lower case, straight apostrophes, one blank between words, no marks.
func plain(s string) string {
	out := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		word := ""
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end = wordEnd(s, i)
			word = strings.Trim(s[i:end], ".")
		case r == '&':
			word = "and"
		}
		if word != "" {
			if len(out) > 0 {
				out = append(out, ' ')
			}
			out = appendFolded(out, word)
		}
		i = end
	}
	return string(out)
}

// appendFolded adds fold(w) to out.
func appendFolded(out []byte, w string) []byte {
	if !isASCII(w) {
		return append(out, fold(w)...)
	}
	for i := range len(w) {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return out
}
