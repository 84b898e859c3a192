package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// readBearing reads what follows a name and says who the person is: "(Head of Property)", ", Cabinet
// Member for Health", "- Chief Executive". It sets the mention's role and answers the token behind.
func readBearing(s string, ts []token, i int, m *mention) int {
	if i >= len(ts) {
		return i
	}
	switch t := ts[i]; {
	case t.text == "(":
		closing := i + 1
		for closing < len(ts) && closing-i < 24 && ts[closing].text != ")" {
			closing++
		}
		if closing >= len(ts) || ts[closing].text != ")" || closing == i+1 {
			return i
		}
		inner := s[ts[i+1].from:ts[closing-1].to]
		j := i + 1
		for j < closing && determiners[ts[j].low] {
			j++
		}
		if r, ok := readRole(s, ts, j); ok && r.next <= closing && !strings.Contains(strings.ToLower(inner), "substitut") && !strings.Contains(inner, ":") {
			m.setRole(s[r.from:ts[closing-1].to], kindOfWords(inner, r.kind))
			return closing + 1
		}
		if publicRole.MatchString(inner) && !strings.Contains(inner, "£") {
			m.setRole(inner, kindPublic)
			return closing + 1
		}
		if orgRole.MatchString(inner) && m.title != "Councillor" {
			m.setRole(inner, kindOther)
			return closing + 1
		}
	case t.low == "as" && i+1 < len(ts) && capital(ts[i+1].text):
		// "Councillor B as Chair of the Committee introduced"
		if r, ok := readRole(s, ts, i+1); ok && !personAhead(s, ts, i+1) {
			m.setRole(r.text, kindOfWords(r.text, r.kind))
			return r.next
		}
	case t.text == "," || (t.text == "-" || t.text == "–" || t.text == "—") && i+1 < len(ts) && ts[i+1].from > t.to:
		j := i + 1
		for j < len(ts) && determiners[ts[j].low] && j-i < 3 {
			j++
		}
		if j < len(ts) && ts[j].low == "as" {
			j++
			for j < len(ts) && determiners[ts[j].low] {
				j++
			}
		}
		if j >= len(ts) || !ts[j].word {
			return i
		}
		if !capital(ts[j].text) {
			return readPublicBearing(s, ts, i+1, j, m)
		}
		r, ok := readRole(s, ts, j)
		if ok && j > i+1 && (r.next >= len(ts) || ts[r.next].text != ",") && introduces.MatchString(tail(s[mentionSentence(ts, m.first):m.from], 120)) {
			// "In response to a question from Mrs B, the Director said": two people
			return i
		}
		if !ok || personAhead(s, ts, j) {
			// ", religious representative,"
			return i
		}
		next := r.next
		to := r.to
		if bearerInBrackets(s, ts, next) {
			return i // "Councillor A, the Deputy Mayor (Councillor B)": two people
		}
		if t.text == "," && j > i+1 && next+1 < len(ts) && ts[next].text == "," && personAhead(s, ts, next+1) {
			return i // "Councillor A, the Leader, Councillor B"
		}
		// "Medical Director, Medbury NHS Foundation Trust"
		if next+1 < len(ts) && ts[next].text == "," && capital(ts[next+1].text) && !personAhead(s, ts, next+1) {
			if end := scanRun(s, ts, next+1); end > next+1 && orgRole.MatchString(s[ts[next+1].from:ts[end-1].to]) {
				next, to = end, ts[end-1].to
			}
		}
		// "Cabinet Member for Planning (Job Share)"
		if next+1 < len(ts) && ts[next].text == "(" && capital(ts[next+1].text) {
			for k := next + 1; k < len(ts) && k-next < 5; k++ {
				if ts[k].text == ")" {
					if !isAbbreviation(s[ts[next].to:ts[k].from]) {
						to = ts[k].to
					}
					next = k + 1
					break
				}
			}
		}
		m.setRole(s[r.from:to], kindOfWords(s[r.from:to], r.kind))
		return next
	}
	return i
}

var introduces = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:in[\s\x{a0}]+(?:response|reply|answer|answering)|responding|replying|answering|following|after|at the (?:request|invitation)|in the absence|on (?:the|behalf)|with|arising|further to|having|as requested|asked by|when|prior to|before)\b`)

// otherRole is the token behind a bracket at token i that holds another role and nothing else, i where none is.
func otherRole(s string, ts []token, i int) int {
	if i+1 >= len(ts) || ts[i].text != "(" {
		return i
	}
	r, ok := readRole(s, ts, i+1)
	if !ok || r.next >= len(ts) || ts[r.next].text != ")" {
		return i
	}
	return r.next + 1
}

// bearerInBrackets says that a bracket at token i holds a person and nothing else.
func bearerInBrackets(s string, ts []token, i int) bool {
	if i+1 >= len(ts) || ts[i].text != "(" || !personAhead(s, ts, i+1) {
		return false
	}
	t, _, _ := readTitle(ts, i+1)
	n, ok := readName(s, ts, t, t > i+1)
	return ok && n.next < len(ts) && ts[n.next].text == ")"
}

// introOpen says that the words before a role open a sentence that has not yet come to its subject: "At the
// invitation of", but not "In response,".
func introOpen(before string) bool {
	return introduces.MatchString(before) && !strings.Contains(before, ",")
}

// mentionSentence is the byte at which the sentence of token i begins.
func mentionSentence(ts []token, i int) int {
	for k := i - 1; k >= 0 && i-k < 60; k-- {
		if sentenceStop(ts, k) {
			return ts[k].to
		}
	}
	return ts[max(0, i-60)].from
}

// readPublicBearing reads "Mr Lund, the applicant," and "Ms Shah, on behalf of local residents,".
func readPublicBearing(s string, ts []token, from, j int, m *mention) int {
	end := j
	for end < len(ts) && ts[end].word && end-j < 10 && !publicVerb[ts[end].low] {
		end++
	}
	if end == j || end < len(ts) && ts[end].word && end-j >= 10 {
		return from - 1
	}
	words := s[ts[j].from:ts[end-1].to]
	behalf := behalfOf.MatchString(words)
	if !publicNouns[ts[j].low] && !publicHelpers[ts[j].low] && !behalf || !publicRole.MatchString(words) && !behalf {
		return from - 1
	}
	m.setRole(words, kindPublic)
	return end
}

var (
	publicVerb = wordSet(`spoke addressed asked said stated and was were had has presented replied responded who speaking attended made read urged objected`)
	behalfOf   = regexp.MustCompile(`(?i)^(?:(?:speaking|representing)[\s\x{a0}]+)?(?:on behalf of|representing|for)?[\s\x{a0}]*(?:the )?(?:local |neighbouring |nearby )?(?:residents|objectors|applicants?|petitioners|neighbours|supporters|tenants|campaigners)\b`)
)

func isAbbreviation(s string) bool { return strings.ToUpper(s) == s && !strings.Contains(s, " ") }

func kindOfRole(role string) string {
	ts := tokens(role)
	if r, ok := readRole(role, ts, 0); ok {
		return kindOfWords(role, r.kind)
	}
	return kindOther
}

// kindOfWords corrects a role's kind by its words: a health trust's director is no officer of the council.
func kindOfWords(role, kind string) string {
	if kind == kindOfficer && orgRole.MatchString(role) {
		return kindOther
	}
	return kind
}
