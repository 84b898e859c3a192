package redact

import "regexp"

// between is what may stand between a label and its value: blanks, a colon, tags, "is".
const between = `(?:[ \t\r\n:]|&nbsp;|\x{a0}|<[^<>]{0,100}>|-|–|\bis\b|\bwas\b|\bof\b){0,8}`

var (
	// birth is a date behind words that say it is one of birth.
	birth = regexp.MustCompile(`(?i)^(?:dates?[ \t]of[ \t]birth|d\.?o\.?b\b\.?|born(?:[ \t]on)?\b)(?:[ \t]*\((?:dob|d\.o\.b\.?)\))?` + between + `((?:the[ \t])?(?:` +
		`[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}|` +
		`[0-9]{1,2}(?:st|nd|rd|th)?(?:[ \t]of)?[ \t]` + monthNames + `,?[ \t][0-9]{4}|` +
		monthNames + `[ \t][0-9]{1,2}(?:st|nd|rd|th)?,?[ \t][0-9]{4}))\b`)
	// insurance is a National Insurance number behind its label.
	insurance = regexp.MustCompile(`(?i)^(?:national[ \t]insurance|nino\b|n\.?i\.?[ \t]*(?:no\b|num))[a-z. ]{0,12}` + between +
		`([a-z]{2}[ \t\-]?[0-9]{2}[ \t\-]?[0-9]{2}[ \t\-]?[0-9]{2}[ \t\-]?[a-d]?)\b`)
	// spacedInsurance is one in its printed form, which nothing else has.
	spacedInsurance = regexp.MustCompile(`^[A-Z]{2} [0-9]{2} [0-9]{2} [0-9]{2} [A-D]\b`)
)

const monthNames = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

// maxLabelled is how far from a label's first letter the end of its value is sought, in bytes.
const maxLabelled = 400

// removeIdentifiers takes out dates of birth and National Insurance numbers.
func removeIdentifiers(b []byte) ([]byte, int) {
	b, births := removeLabelled(b, birth, BirthRemoved, "date of birth", "dates of birth", "dob", "d.o.b", "born")
	b, numbers := removeLabelled(b, insurance, NumberRemoved, "national insurance", "nino", "ni n", "n.i", "ni  n")
	var edits []edit
	for i := 0; i+13 <= len(b); i++ {
		if b[i+2] != ' ' || !isUpper(b[i]) || !isUpper(b[i+1]) || !isDigit(b[i+3]) || i > 0 && isLetter(b[i-1]) {
			continue
		}
		if spacedInsurance.Match(b[i:min(len(b), i+14)]) {
			edits = append(edits, edit{span{i, i + 13}, NumberRemoved})
		}
	}
	b, bare := apply(b, edits)
	return b, births + numbers + bare
}

// removeLabelled takes out the value, the pattern's first group, behind labels that begin with the words.
func removeLabelled(b []byte, re *regexp.Regexp, marker string, words ...string) ([]byte, int) {
	var edits []edit
	for _, i := range hits(b, words...) {
		if i > 0 && isLetter(b[i-1]) {
			continue
		}
		if m := re.FindSubmatchIndex(b[i:window(b, i, 0, maxLabelled).end]); m != nil {
			edits = append(edits, edit{span{i + m[2], i + m[3]}, marker})
		}
	}
	return apply(b, edits)
}
