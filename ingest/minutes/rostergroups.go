package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

var (
	// who is counted and not named: "three members of the public", "1 member of the press"
	rosterOthers = regexp.MustCompile(`(?i)^(?:(?:and|plus|also|approximately|about|around|[\s\x{a0}])*)(?:` + wordsOfNumbers + `|several|some|other|the|various)[\s\x{a0}]+(?:other[\s\x{a0}]+)?(?:members?[\s\x{a0}]+of[\s\x{a0}]+(?:the[\s\x{a0}]+)?(?:public|press|staff)|residents?|parishioners?|electors?|officers?|observers?|representatives?)\b`)
	// where somebody took part from
	rosterRemote  = regexp.MustCompile(`(?i)^(?:remotely|virtual(?:ly)?|online|via (?:teams|zoom|video|telephone)|by (?:video|telephone)|joined|part of meeting)`)
	rosterForWhom = regexp.MustCompile(`(?i)^for[\s\x{a0}]+(.*)$`)
	groupWords    = regexp.MustCompile(`(?i)\b(?:group|party|conservatives?|labour|liberal democrats?|independents?|greens?|plaid cymru|scottish national|ulster unionist|democratic unionist|sinn f[eé]in|alliance|ratepayers|residents|administration|opposition|council|borough|county|district|city|members|representatives|co-optees|trust|nhs|authority|police|association|partners?|organisations?)\b`)
)

// rosterGroup says that a line is the name of a party or body under which the names of its members follow.
func rosterGroup(s string) bool {
	t := strings.TrimSuffix(strings.Trim(s, " \u00a0\t\r\n*"), ":")
	if len(t) > 70 || len(t) < 3 || strings.ContainsAny(t, "0123456789.;,:()–") || strings.Contains(t, " - ") || !groupWords.MatchString(t) {
		return false
	}
	ts := tokens(t)
	if len(ts) == 0 || !capital(ts[0].text) {
		return false
	}
	if n, _, _ := readTitle(ts, 0); n > 0 {
		return false
	}
	return capitalWords(ts)
}

// capitalWords says that all words but the small ones of names have a capital.
func capitalWords(ts []token) bool {
	for _, t := range ts {
		if t.word && !capital(t.text) && t.low != "of" && t.low != "and" && t.low != "the" && t.low != "for" {
			return false
		}
	}
	return true
}

// behindGroup is where the names begin behind a party or body at from: "Elmford Borough Council: Councillors A and B".
func behindGroup(s string, from int) int {
	k := strings.IndexByte(head(s[from:], 80), ':')
	if k > 0 && rosterGroup(s[from:from+k]) {
		return from + k + 1
	}
	return from
}

// rosterBearer reads an office with its bearer: "Chief Executive (Mr G Hill)", "the Mayor, Councillor A",
// "Clerk: Mrs J Ivory".
func rosterBearer(s string, ts []token, i int) (mention, int, bool) {
	m, next := readRoleMention(s, ts, i)
	if m == nil {
		return mention{}, i, false
	}
	if m.name != "" {
		return *m, next, true
	}
	if next+1 >= len(ts) || ts[next].text != ":" && ts[next].text != "," && ts[next].text != "-" && ts[next].text != "–" {
		return mention{}, i, false
	}
	p, end, plural, ok := rosterPerson(s, ts, next+1, "")
	if !ok || plural || p.name == "" {
		return mention{}, i, false
	}
	p.role, p.kind = m.role, m.kind
	return p, end, true
}

// inTheChair is the token behind "in the Chair", i where it does not stand at token i.
func inTheChair(ts []token, i int) int {
	k := i
	if k < len(ts) && (ts[k].text == "," || ts[k].text == "-" || ts[k].text == "–") {
		k++
	}
	if k+2 < len(ts) && ts[k].low == "in" && ts[k+1].low == "the" && ts[k+2].low == "chair" {
		return k + 3
	}
	return i
}

func skipDeterminers(ts []token, i int) int {
	for i < len(ts) && determiners[ts[i].low] {
		i++
	}
	return i
}

// startsName says that a title or an initial stands at token i.
func startsName(ts []token, i int) bool {
	t, _, _ := readTitle(ts, i)
	return t > i || isInitials(ts[i].text)
}
