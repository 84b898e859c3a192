package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// The parts that a person can have in an item, as the record names them.
const (
	howMover     = "mover"
	howSeconder  = "seconder"
	howSpeaker   = "speaker"
	howChair     = "chair"
	howPresenter = "presenter"
	howMentioned = "mentioned"
	howInterest  = "declared_interest"
	howFor       = "voted_for"
	howAgainst   = "voted_against"
	howAbstained = "abstained"
	howAbsent    = "absent"
	howPresent   = "present"
	howApologies = "apologies"
	howSubst     = "substitute"
)

// A part is what the words about a mention say of it.
type part struct {
	how    string
	rule   string
	answer bool // an answer or a speech apart from moving or presenting, though in the same breath
}

// firstVerb is the folded first word behind a name that is no helping word; "" where none comes at once.
func firstVerb(a string) string {
	for n := 0; n < 8; n++ {
		a = strings.TrimLeft(a, " \u00a0\t\n\r,-–—")
		end := 0
		for end < len(a) && (a[end] >= 'a' && a[end] <= 'z' || a[end] >= 'A' && a[end] <= 'Z') {
			end++
		}
		if end == 0 {
			return ""
		}
		if w := strings.ToLower(a[:end]); !helpingWords[w] {
			return w
		}
		a = a[end:]
	}
	return ""
}

var (
	answers     = regexp.MustCompile(`(?i)^` + helping + `(?:answer|respon|repli|exercised (?:his|her|their) right)|^` + helping + `(?:[^.;]{0,120}?[\s\x{a0}](?:and|before|then)[\s\x{a0}]+(?:then |also )?(?:took (?:members['’] )?questions|answer(?:ed|ing)|respond(?:ed|ing)|replied))`)
	insertion   = regexp.MustCompile(`^,[\s\x{a0}]*(?:who|whose|having|in|on|speaking|as|while|being|at|by|with|also|through|via|supported|accompanied|from|although|after|for|when|representing|attending|introducing|presenting|moving|seconding|responding|replying|summing|thanking|the|a|an|and|ward|local)\b[^,;]{0,160},`)
	appositive  = regexp.MustCompile(`^,[\s\x{a0}]+[a-z][^,;.]{0,80},`)
	opening     = regexp.MustCompile(`^[\s\x{a0}]+(?:[-–—][\s\x{a0}]+|\([\s\x{a0}]*(?:[Ii]n the [Cc]hair))`)
	fromPlace   = regexp.MustCompile(`^(?:,?[\s\x{a0}]+(?:of|from|representing|for|to the [A-Z]\w+|to [A-Z]\w+))(?:[\s\x{a0}]+(?:the|an?)\b)?(?:[\s\x{a0}]+(?:[A-Z0-9][\w'’&-]*|of|and|the))*`)
	hasTitle    = regexp.MustCompile(`(?i)\b(?:councillors?|cllrs?|mr|mrs|ms|dr|alderman|sir)\b`)
	aside       = regexp.MustCompile(`^(?:[\s\x{a0}]+\([^()]{2,40}\)|,[\s\x{a0}]+[A-Z][\w'’&-]+(?:[\s\x{a0}]+[A-Z][\w'’&-]+){0,4},)`)
	rolePause   = regexp.MustCompile(`^,[\s\x{a0}]`)
	inserted    = regexp.MustCompile(`^,[\s\x{a0}]*(?:who[\s\x{a0}]+(?:had[\s\x{a0}]+)?)?`)
	apologising = regexp.MustCompile(`(?i)\b(?:apolog(?:y|ies)|ymddiheuriad(?:au)?)\b`)
	noApologies = regexp.MustCompile(`(?i)\b(?:no apologies|there were none)\b`)
	standing    = regexp.MustCompile(`(?i)\battend|\bsubstitut|\bapolog|\bpresent\b|\babsence`)
	// "Having declared a personal interest, Councillor A withdrew"
	havingDeclared = regexp.MustCompile(`(?i)\bhaving (?:previously |earlier |already |also )?(?:declared|disclosed)\b[^.;]{0,120}\b(?:interests?|dpi)\b[^.;]{0,80},[\s\x{a0}]*$`)
	subjectFor     = regexp.MustCompile(`(?i)\b(?:substitut(?:e|es|ed|ing|ion)(?: members?)?|deputis(?:ed|ing)|deputy|(?:in|in the) place|instead|on behalf|standing in|behalf)[\s\x{a0}]+(?:for|of)[\s\x{a0}]*$`)
	votedList      = regexp.MustCompile(`(?i)(?:\b(?:vot(?:ed|ing|es?))[\s\x{a0}]+)?(?:\b(in favour|for)|\b(against)|\b(abstain(?:ed|ing)?|abstentions?))\b[^.:;]{0,60}?(?:\([\s\x{a0}]*\d+[\s\x{a0}]*\))?[\s\x{a0}]*(?:[:–—-]+|[\s\x{a0}](?:were|was|being|comprised))[\s\x{a0}]*$`)
	vote           = regexp.MustCompile(`(?i)\bvot(?:e|es|ed|ing)\b|\bdivision\b|^[\s\x{a0}•·*-]*(?:for|against|abst)|\bthose (?:for|against|abst|in favour)|\b(?:for|against) the (?:\w+ )?(?:motion|amendment)\b`)
)

// sideBefore reads the side of a vote whose list of names begins behind b.
func sideBefore(b string) []string {
	end := strings.ToLower(strings.TrimSpace(tail(b, 24)))
	if strings.TrimRight(end, ":–—-") == end && !holdsEnd(end, "were", "was", "being", "comprised") {
		return nil
	}
	return votedList.FindStringSubmatch(b)
}

// holdsEnd says that s ends with one of the words.
func holdsEnd(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// partOf reads the words before and behind a group of mentions in its sentence.
func partOf(before, after string) part {
	b, a := tail(before, 160), head(after, 320)
	leads := leadsIn(b)
	if m := sideBefore(b); m != nil && vote.MatchString(b) {
		switch {
		case m[1] != "" && strings.Contains(strings.ToLower(m[0]), "for the amendment"):
			return part{howAgainst, "voted-for-amendment", false}
		case m[1] != "":
			return part{howFor, "voted-for-list", false}
		case m[2] != "":
			return part{howAgainst, "voted-against-list", false}
		default:
			return part{howAbstained, "abstained-list", false}
		}
	}
	if m := subjectFor.FindString(b); leads && m != "" && (!strings.Contains(m, "ehalf") || standing.MatchString(b)) {
		return part{howAbsent, "substituted-for", false}
	}
	if havingDeclared.MatchString(b) && strings.Contains(b, "aving") {
		return part{howInterest, "having-declared", false}
	}
	for _, w := range wordingsBefore[:5] {
		if leads && w.re.MatchString(b) {
			return part{w.how, w.rule, false}
		}
	}
	if strings.HasSuffix(strings.TrimSpace(strings.ToLower(b)), "for whom") {
		return part{howSubst, "for-whom", false}
	}
	if p, ok := partBehind(a); ok {
		return p
	}
	for _, w := range wordingsBefore[5:] {
		if leads && w.re.MatchString(b) {
			return part{w.how, w.rule, false}
		}
	}
	return part{howMentioned, "named", false}
}

// leadsIn says that the last word before a name is one with which a wording before names can end.
func leadsIn(b string) bool {
	b = strings.TrimRight(b, " \u00a0\t\n\r:,–—-")
	end := len(b)
	for end > 0 && (b[end-1] >= 'a' && b[end-1] <= 'z' || b[end-1] >= 'A' && b[end-1] <= 'Z') {
		end--
	}
	return leadWords[strings.ToLower(b[end:])]
}

var leadWords = wordSet(`by from of to for seconded seconder eiliwyd gan seconding motion amendment proposal recommendation recommendations report item moved proposed mover proposer
 was were meeting part cynigiwyd moving proposing cyflwynodd cyflwynwyd heard representations evidence statements sub substitute substitutes members absent present attendance also attending presence
 datganodd datganwyd dywedodd diolchodd gofynnodd nododd eglurodd adroddodd croesawodd holodd atebodd ychwanegodd cyfeiriodd awgrymodd dymunodd cynigiodd eiliodd gwnaeth y yr both following former resident whom`)

// partBehind reads the verb behind a name, over insertions between commas.
func partBehind(a string) (part, bool) {
	if len(a) > 0 && a[0] == ')' {
		a = a[1:]
	}
	if m := opening.FindString(a); m != "" {
		if strings.HasSuffix(strings.ToLower(m), "chair") {
			return part{howChair, "in-the-chair", false}, true
		}
		a = " " + a[len(m):]
	}
	if m := aside.FindString(a); m != "" && !strings.Contains(m, "ubstitut") && !strings.Contains(m, "deputis") {
		if p, ok := verbOf(a[len(m):]); ok && !hasTitle.MatchString(m) {
			return p, true
		}
	}
	if m := fromPlace.FindString(a); m != "" {
		// "Mr Q of Weir Lane asked", "Inspector U of Northshire Police said"
		if p, ok := verbOf(a[len(m):]); ok {
			return p, true
		}
	}
	if m := rolePause.FindString(a); m != "" {
		if p, ok := verbOf(a[1:]); ok {
			return p, true
		}
	}
	for n := 0; n < 3; n++ {
		if p, ok := verbOf(a); ok {
			return p, true
		}
		m := insertion.FindString(a)
		if m == "" {
			m = appositive.FindString(a)
		}
		if m == "" {
			break
		}
		// the insertion itself may say it: ", who had declared an interest, ..."; ", introducing the report, said"
		inner := " " + strings.TrimPrefix(strings.TrimSpace(m[len(inserted.FindString(m)):]), "in ")
		if p, ok := verbOf(inner); ok && (p.how != howPresent) {
			return p, true
		}
		a = a[len(m):]
	}
	if m := inserted.FindString(a); m != "" && strings.Contains(m, "who") {
		if p, ok := verbOf(" " + a[len(m):]); ok && p.how != howSpeaker {
			return p, true
		}
	}
	return part{}, false
}

func verbOf(a string) (part, bool) {
	verb := firstVerb(head(a, 80))
	for _, w := range wordingsAfter {
		if (w.anywhere || verb != "" && w.stems[stemOf(verb)]) && w.re.MatchString(a) {
			p := part{w.how, w.rule, false}
			if answers.MatchString(a) {
				p.answer = true
			}
			return p, true
		}
	}
	return part{}, false
}
