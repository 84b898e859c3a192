package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// name is a name taken apart. Words are folded: lower case, without accents, dots and apostrophes; double-barrelled
// surnames are as many words, so that "Ames- Holt" and "Ames Holt" have one key.
type name struct {
	words   []string // given names, then surname
	surname int      // index in words of the first word of the surname
	suffix  string   // jnr, snr: it tells two people of one name apart
	key     string   // words and suffix: equal keys are equal names
	shown   string   // as written, without titles, honours and stray blanks
	member  bool     // a title before it says that the bearer is an elected member
	sex     string   // m, f, "" as titles before it say
	several bool     // "George and Judith Larkin": more than one person
}

// form is how much a name says.
type form int

const (
	noName    form = iota
	surnameOf      // a surname alone
	initialed      // initials and a surname
	fullName       // at least one given name in full
)

func (n *name) given() []string { return n.words[:n.surname] }
func (n *name) family() string {
	if len(n.words) == 0 {
		return ""
	}
	return n.words[len(n.words)-1]
}

func (n *name) form() form {
	if len(n.words) == 0 {
		return noName
	}
	if n.surname == 0 {
		return surnameOf
	}
	for _, g := range n.given() {
		if !isInitial(g) {
			return fullName
		}
	}
	return initialed
}

// isInitial says whether a folded word is an initial. Welsh letters such as Ll are one letter.
func isInitial(w string) bool {
	return utf8.RuneCountInString(w) == 1 || w == "ll" || w == "rh" || w == "ff" || w == "th" || w == "ch" || w == "ph"
}

// parseName takes a name apart. The zero name comes of a text that holds none.
func parseName(s string) name {
	raw := strings.Fields(tidyName(s))
	var n name
	var titles []string
	for len(raw) > 0 {
		w := foldWord(raw[0])
		if w != "" && (!isTitle(w) || surnameToo[w] && len(raw) < 2 || givenToo[w] && len(raw) < 3) {
			break
		}
		titles = append(titles, w)
		raw = raw[1:]
	}
	n.member, n.sex = titleFacts(titles)
	raw = turnAround(raw)
	for len(raw) > 1 {
		w := foldWord(raw[len(raw)-1])
		if suffix := suffixes[w]; suffix != "" {
			n.suffix = suffix
		} else if !honours[w] || !upperOrDotted(raw[len(raw)-1]) {
			break
		}
		raw = raw[:len(raw)-1]
	}
	for _, w := range raw {
		if f := foldWord(w); f == "and" || w == "&" {
			n.several = true
		}
	}
	n.read(raw)
	return n
}

// read fills in the words of a name that has neither title nor honours.
func (n *name) read(raw []string) {
	allCapitals := true
	for _, w := range raw {
		allCapitals = allCapitals && w == strings.ToUpper(w)
	}
	var shown []string
	var starts []bool // whether a word can begin the surname: it is no second half of a hyphened one
	joined := ""      // what goes before the next word without a blank
	for i, w := range raw {
		last := i == len(raw)-1
		parts := []string{w}
		if !last {
			parts = initialsOf(w, allCapitals)
		}
		added := false
		for _, part := range parts {
			if prefix := joining(part); prefix != "" && i+1 < len(raw) {
				joined = prefix
				added = true
				continue
			}
			for k, half := range strings.Split(strings.Replace(joined+foldWord(part), "fitz-", "fitz", 1), "-") {
				if half == "" {
					continue
				}
				n.words = append(n.words, half)
				starts = append(starts, k == 0)
				added = true
			}
			joined = ""
		}
		if added {
			shown = append(shown, strings.Trim(w, ",;:"))
		}
	}
	if len(n.words) == 0 {
		return
	}
	n.shown = strings.Join(shown, " ")
	n.surname = len(n.words) - 1
	for n.surname > 0 && !starts[n.surname] {
		n.surname--
	}
	for n.surname > 0 && n.particle(n.surname-1, raw) {
		n.surname--
	}
	n.key = strings.Join(n.words, " ")
	if n.suffix != "" {
		n.key += " +" + n.suffix
	}
}

// particle says whether the word at i begins a surname. "Al", "Ab" and "El" alone before a surname are given names.
func (n *name) particle(i int, raw []string) bool {
	switch w := n.words[i]; w {
	case "al", "el", "ab", "la":
		return i > 0
	case "ni", "ui", "nic":
		return slices.ContainsFunc(raw, func(r string) bool { return norm.NFC.String(strings.ToLower(r)) == "ní" || r == "Uí" || r == "Nic" })
	default:
		return particles[w]
	}
}

// joining is what goes before the next word without a blank: the Ó of Cian Ó Floinn, who is also written O'Floinn, and the Mac of
// Mac Gregor.
func joining(w string) string {
	switch norm.NFC.String(strings.ToLower(w)) {
	case "ó":
		return "o"
	case "mac":
		return "mac"
	}
	return ""
}

// initialsOf parts initials that are written together: C.J., CJ, G.Ll.
func initialsOf(w string, allCapitals bool) []string {
	if strings.Contains(strings.Trim(w, "."), ".") {
		return strings.FieldsFunc(w, func(r rune) bool { return r == '.' })
	}
	if n := utf8.RuneCountInString(w); n > 1 && n <= 3 && !allCapitals && w == strings.ToUpper(w) && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
		return strings.Split(w, "")
	}
	return []string{w}
}

// turnAround makes "Marlow, Sue" into "Sue Marlow".
func turnAround(raw []string) []string {
	for i, w := range raw {
		if !strings.HasSuffix(w, ",") || i == len(raw)-1 {
			continue
		}
		next := foldWord(raw[i+1])
		if honours[next] || suffixes[next] != "" {
			return raw
		}
		given := raw[i+1:]
		for len(given) > 0 && isTitle(foldWord(given[0])) && len(given) > 1 {
			given = given[1:]
		}
		turned := append(slices.Clone(given), raw[:i]...)
		return append(turned, strings.TrimSuffix(w, ","))
	}
	return raw
}

// upperOrDotted says whether a word is written as honours are, so that nobody of the name of As loses it.
func upperOrDotted(w string) bool {
	w = strings.Trim(w, ".,;()")
	return w == strings.ToUpper(w) || strings.Contains(w, ".") || strings.ToUpper(w[len(w)-1:]) == w[len(w)-1:] || strings.EqualFold(w, "esq")
}

// tidyName puts blanks where they belong: "Ames- Holt", "Mc Knight", "O' Garra", "Smith\u00a0Wright"; what stands in
// brackets behind a name is no part of it.
func tidyName(s string) string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '‐' || r == '‑' || r == '–' || r == '−':
			return '-'
		case r == '’' || r == '‘' || r == '`' || r == '´':
			return '\''
		case r == 0xad || r == 0x200b || r == 0xfeff:
			return -1
		}
		return r
	}, s)
	words := strings.Fields(s)
	var out []string
	for _, w := range words {
		last := len(out) - 1
		switch {
		case last >= 0 && (strings.HasSuffix(out[last], "-") || strings.HasPrefix(w, "-")):
			out[last] = strings.TrimRight(out[last], "-") + "-" + strings.TrimLeft(w, "-")
		case last >= 0 && (out[last] == "Mc" || out[last] == "MC" && len(words) > 2 || strings.EqualFold(out[last], "o'") || strings.EqualFold(out[last], "d'")):
			out[last] += w
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// foldWord is a word in lower case, without accents, dots, apostrophes and other marks; hyphens stay.
func foldWord(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(w)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-':
			b.WriteRune(foldLetter(r))
		}
	}
	return strings.Trim(b.String(), "-")
}

// foldLetter gives letters that do not decompose their plain one.
func foldLetter(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ', 'ð':
		return 'd'
	case 'ı':
		return 'i'
	}
	return r
}
