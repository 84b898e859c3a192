package load

import (
	"regexp"
	"strings"
	"unicode"
)

// bodyIn is the committee, by folded name, that the words of a reference name: the longest of the names
// that stand there whole. A name that goes on in the text is another body's: "the Executive and Resources
// PDS Committee" is not the Executive. "" where no known body is named; other says that some body is.
func bodyIn(words string, names map[string]bool) (name string, other bool) {
	tokens := strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || r == ',' || r == ';' })
	plain := make([]string, len(tokens))
	for i, t := range tokens {
		plain[i] = folded(t)
	}
	taken := 0
	for from := range tokens {
		for to := len(tokens); to > from; to-- {
			if try := strings.Join(plain[from:to], " "); names[try] && whole(tokens, from, to) && len(try) > taken {
				name, taken = try, len(try)
			}
		}
	}
	if name != "" {
		return name, false
	}
	for i, t := range tokens {
		if capital(t) && i > 0 && !notBody[plain[i]] || bodyWord.MatchString(" "+plain[i]+" ") && i > 0 {
			return "", true
		}
	}
	return "", len(tokens) > 0 && capital(tokens[0]) && !notBody[plain[0]]
}

// whole says whether the name from one token to another does not go on before or behind.
func whole(tokens []string, from, to int) bool {
	if from > 0 && capital(tokens[from-1]) && !notBody[folded(tokens[from-1])] {
		return false
	}
	if to == len(tokens) {
		return true
	}
	switch next := folded(tokens[to]); next {
	case "and", "of", "for", "":
		return to+1 == len(tokens) || !capital(tokens[to+1]) || notBody[folded(tokens[to+1])]
	default:
		return !capital(tokens[to]) || notBody[next]
	}
}

func capital(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

// bodyWord are words of bodies that need no capital.
var bodyWord = regexp.MustCompile(` (?:committee|sub|board|panel|forum|group|commission|authority|assembly|partnership|trust|pwyllgor) `)

// notBody are words that begin with a capital and are no part of a body's name.
var notBody = wordSet(`the a an minutes minute meeting meetings report reports record records notes extraordinary special annual ordinary last previous next its at on of held dated item no nos number numbers
january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
monday tuesday wednesday thursday friday saturday sunday
ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr cofnodion cyfarfod
report's this that their agreed approved considered decision resolution recommendation`)
