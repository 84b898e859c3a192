package minutes

import (
	"strconv"
	"strings"

	"councilgraph/internal/regexp"
)

// A sum: the sign, figures with thousands (a stray blank may follow the comma), pence, and a unit.
// The second figure makes a range.
var (
	moneySign   = "£"
	moneyFigure = regexp.MustCompile(`^[\s\x{a0}]?(\d{1,3}(?:,[ \x{a0}]?\d{3})+|\d+)(\.\d+)?`)
	moneyUnit   = regexp.MustCompile(`^[\s\x{a0}]?(?i:(thousand|million|billion|miliwn|biliwn|mil|mn|bn|k|m|p|b)\b)`)
	moneyRange  = regexp.MustCompile(`^[\s\x{a0}]?(?:-|–|—|to|and|i)[\s\x{a0}]?`)
	moneyPer    = regexp.MustCompile(`^,?[\s\x{a0}]+(?i:(?:each|every|per|a|an|the|yr|bob|fesul)[\s\x{a0}]+)(?:calendar[\s\x{a0}]+)?(week|month|year|annum|day|hour|household|property|dwelling|square metre|wythnos|mis|blwyddyn|flwyddyn|tonne|head|person|pupil|unit)\b`)
	moneyShort  = regexp.MustCompile(`^[\s\x{a0}]*(?:p\.a\.|pa\b|pw\b|p\.w\.|pcm\b|p\.c\.m\.)`)
	moneyBefore = regexp.MustCompile(`(?i)\b(weekly|monthly|yearly|annual)[\s\x{a0}]+(?:charge|cost|rent|fee|payment|sum|saving|levy|income|grant|allowance|subscription|price|rate)s?\b(?:[^.;]|\.\d){0,40}$`)
)

var moneyScale = map[string]float64{
	"k": 1e3, "thousand": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "miliwn": 1e6,
	"b": 1e9, "bn": 1e9, "billion": 1e9, "biliwn": 1e9, "p": 1,
}

var moneyPerWord = map[string]string{
	"annum": "year", "wythnos": "week", "mis": "month", "blwyddyn": "year", "flwyddyn": "year",
	"weekly": "week", "monthly": "month", "yearly": "year", "annual": "year",
}

// Amounts finds the sums of money with a pound sign, in the order of the text, repeated sums included.
// A percentage and a bare number are no sums. Low and High are in pounds: "£8-10m" is 8 to 10 million.
func Amounts(paragraphs []Paragraph) []AmountFact {
	var found []AmountFact
	for _, p := range paragraphs {
		for at := 0; ; {
			i := strings.Index(p.Text[at:], moneySign)
			if i < 0 {
				break
			}
			start := at + i
			fact, end, ok := readAmount(p, start)
			at = start + len(moneySign)
			if ok {
				found = append(found, fact)
				at = end
			}
		}
	}
	return found
}

func readAmount(p Paragraph, start int) (AmountFact, int, bool) {
	low, unit, end, ok := readFigure(p.Text, start+len(moneySign))
	if !ok {
		return AmountFact{}, 0, false
	}
	rule, high := "pounds", low*moneyScaleOf(unit)
	lowScaled := high
	if gap := moneyRange.FindString(p.Text[end:]); gap != "" {
		next := end + len(gap)
		signed := strings.HasPrefix(p.Text[next:], moneySign)
		word := strings.ContainsAny(gap, "abcdefghijklmnopqrstuvwxyz")
		if signed {
			next += len(moneySign)
		}
		// "£25 to 3 people" is no range: a range in words repeats the sign or has a dash.
		if h, hUnit, hEnd, ok := readFigure(p.Text, next); ok && (signed && strings.TrimSpace(gap) != "and" && strings.TrimSpace(gap) != "i" || !word && hUnit != "" || !word && !signed && h > low && !strings.HasPrefix(p.Text[hEnd:], "/")) {
			if unit == "" && hUnit != "p" && low < 1000 {
				lowScaled = low * moneyScaleOf(hUnit)
			}
			if h*moneyScaleOf(hUnit) >= lowScaled && (!signed || between(p.Text[:start], gap)) {
				high, end, rule = h*moneyScaleOf(hUnit), hEnd, "pounds-range"
			} else {
				lowScaled = low * moneyScaleOf(unit)
			}
		}
	}
	fact := AmountFact{Place: p.At(start, end, rule)}
	fact.AsWritten = p.Text[start:end]
	fact.Low, fact.High, fact.Currency = &lowScaled, &high, "GBP"
	if m := moneyPer.FindStringSubmatch(p.Text[end:]); m != nil {
		fact.Per = perWord(m[1])
	} else if m := moneyShort.FindString(p.Text[end:]); m != "" {
		fact.Per = map[byte]string{'a': "year", 'w': "week", 'c': "month"}[strings.TrimLeft(m, "p. \u00a0\t\n")[0]]
	} else if m := moneyBefore.FindStringSubmatch(tail(p.Text[:start], 90)); m != nil {
		fact.Per = perWord(m[1])
	}
	return fact, end, true
}

// between says whether a second figure with its own sign closes a range: always after a dash, after
// "to" only where nothing says that the sum moved ("from £8.40 to £8.66", "increased by £2 to £9").
func between(before, gap string) bool {
	if strings.TrimSpace(gap) != "to" {
		return true
	}
	b := strings.ToLower(tail(before, 40))
	for _, w := range []string{"from", "increase", "rise", "rose", "reduc", "fell", "fall", "chang", "by ", "up "} {
		if strings.Contains(b, w) {
			return false
		}
	}
	return true
}

func readFigure(s string, at int) (value float64, unit string, end int, ok bool) {
	m := moneyFigure.FindStringSubmatchIndex(s[at:])
	if m == nil || s[at+m[2]:at+m[3]] == "000" {
		return 0, "", 0, false // a column's head: £000
	}
	whole := strings.NewReplacer(",", "", " ", "", "\u00a0", "").Replace(s[at+m[2] : at+m[3]])
	if m[4] >= 0 {
		whole += s[at+m[4] : at+m[5]]
	}
	value, err := strconv.ParseFloat(whole, 64)
	if err != nil {
		return 0, "", 0, false
	}
	end = at + m[1]
	if u := moneyUnit.FindStringSubmatchIndex(s[end:]); u != nil && !(u[2] > 0 && u[3]-u[2] == 1 && (s[end+u[2]] == 'p' || s[end+u[2]] == 'b')) {
		// a p or b behind a blank is a word: "£100 p.a."
		unit = strings.ToLower(s[end+u[2] : end+u[3]])
		end += u[1]
	}
	return value, unit, end, true
}

func moneyScaleOf(unit string) float64 {
	if f, ok := moneyScale[unit]; ok {
		return f
	}
	return 1
}

func perWord(w string) string {
	w = strings.ToLower(w)
	if p, ok := moneyPerWord[w]; ok {
		return p
	}
	return w
}
