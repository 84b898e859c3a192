package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// intro is a word that introduces resolutions, as it stands in a paragraph.
type intro struct {
	word     string // lower case: resolved, agreed, noted, recommended, decided, ordered, "" for a heading
	from     int    // where it begins
	rest     int    // where the text behind it begins
	mover    string
	seconder string
	weak     bool // the sentence may only tell of the discussion
}

const bodyNoun = `(?:Council|Cabinet|Executive|Committee|Sub-?[Cc]ommittee|Board|Panel|Commission|Authority|Forum|Working (?:Group|Party)|Partnership|Assembly|Governance|Meeting|Trust)`

// A body that resolves: "The Council", "the Policy and Resources Committee", "Cabinet".
const bodyName = `(?:(?:[Tt]he|[Tt]his)[\s\x{a0}]+(?:[A-Z][\w'’&,-]*[\s\x{a0}]+(?:(?:and|of|for|on|the|&)[\s\x{a0}]+){0,2}){0,7}` + bodyNoun + `|Cabinet|Council|Executive|Full Council)`

const adverbs = `(?:[\s\x{a0}]+(?:then|also|further|therefore|duly|unanimously|UNANIMOUSLY|accordingly|subsequently|hereby|formally|consequently|thereby|thereafter|again|generally|nem\.? con\.?))*`

var (
	// a heading alone on its line
	introHeading = regexp.MustCompile(`^(?:DECISIONS?|Decisions?|RESOLUTIONS?|Resolutions?|PENDERFYNIAD|Penderfyniad|DECISION MADE|Decision made|Decision taken|DECISION TAKEN|Outcome|OUTCOME)[\s\x{a0}]*(?:[:–—-]+[\s\x{a0}]*)?(?:\([Rr]ef[^)]*\))?[\s\x{a0}.:]*$`)
	// a body alone, whose list follows: "The Committee:-"
	introBodyAlone = regexp.MustCompile(`^(?:[Tt]hat[\s\x{a0}]+)?` + bodyName + `[\s\x{a0}]*:[\s\x{a0}]*[-–—]*$`)
	// a keyword that begins its paragraph, in capitals or not
	introStart = regexp.MustCompile(`^(?:\(?(?:UNANIMOUSLY|Unanimously)\)?[\s\x{a0}]+)?(?:[Ii]t was[\s\x{a0}]*[;:,]?[\s\x{a0}]*(?:[a-z]+ly[\s\x{a0}]+)?|IT WAS[\s\x{a0}]+|(?:And|and|Accordingly|Therefore|Thereupon|Whereupon)[,;]?[\s\x{a0}]+it was[\s\x{a0}]+)?((?i:resolved|ordered|agreed|decided|recommended|penderfynwyd|argymhellwyd|cytunwyd|noted|resolution|decision|action agreed))\b`)
	// a keyword in capitals inside its paragraph
	introCapitals = regexp.MustCompile(`\b(RESOLVED|ORDERED|AGREED|DECIDED|RECOMMENDED|PENDERFYNWYD)\b`)
	// a keyword in small letters inside its paragraph
	introItWas = regexp.MustCompile(`\b(?:it|It)[\s\x{a0}]+was` + adverbs + `[\s\x{a0}]+(resolved|Resolved|ordered|decided)\b`)
	// "proposed by X, seconded by Y and resolved that ..."
	introAnd = regexp.MustCompile(`(?:\band|,)[\s\x{a0}]+(?:it[\s\x{a0}]+was[\s\x{a0}]+)?(?:unanimously[\s\x{a0}]+)?([Rr]esolved|agreed)[\s\x{a0},:–-]+(?:that|to|That|To)\b`)
	// "It was agreed to defer ..." at the front of a paragraph, behind its mark or heading
	introAgreed = regexp.MustCompile(`^(?:[^.;:]{0,60}[\s\x{a0}][–—-][\s\x{a0}]+)?[Ii]t[\s\x{a0}]+was` + adverbs + `[\s\x{a0}]+(agreed|AGREED|Agreed)[\s\x{a0},:]+(?:that|to)\b`)
	// a body that resolves
	introBody = regexp.MustCompile(`(?:^|[.;][\s\x{a0}]+|\bvote,?[\s\x{a0}]+|[Hh]aving [^.]{3,300},[\s\x{a0}]+|[Ff]ollowing [^.]{3,200},[\s\x{a0}]+)` + bodyName + adverbs + `[\s\x{a0}]+(resolved|RESOLVED|agreed|AGREED|Resolved|Agreed|decided|DECIDED)\b`)
	// the parts of a keyword's sentence before its text
	introTail  = regexp.MustCompile(`^[\s\x{a0}]*(?:\([^()]{1,70}\)[\s\x{a0}]*[-–—:]|\((?i:proposed|moved|by|unanimous)[^()]{0,90}\)|[-–—:,]*[\s\x{a0}]*\(?(?i:unanimously|yn[\s\x{a0}]unfrydol|nem\.?[\s\x{a0}]con\.?|by[\s\x{a0}]\d+[\s\x{a0}](?:votes?[\s\x{a0}])?to[\s\x{a0}]\d+(?:[\s\x{a0}]votes)?(?:,?[\s\x{a0}](?:and[\s\x{a0}])?with[\s\x{a0}][\w]+[\s\x{a0}]abstentions?)?|by (?:a )?(?:general |common )?(?:consent|assent|majority)|on a show of hands)[\s\x{a0}]*\)?,?)?[\s\x{a0}]*`)
	introMover = regexp.MustCompile(`^[\s\x{a0},:;–-]*(?i:on (?:the |a )?(?:motion|proposition|proposal) (?:of|by)|on being (?:moved|proposed) by|(?:proposed|moved) by)[\s\x{a0}]+(.{3,90}?),?[\s\x{a0}]+(?:and[\s\x{a0}]+)?(?:duly[\s\x{a0}]+)?seconded by[\s\x{a0}]+(.{3,90}?)(?:,[\s\x{a0}]*|[\s\x{a0}]+|:[\s\x{a0}-]*)(?:it was[\s\x{a0}]+(?:unanimously[\s\x{a0}]+)?(?i:resolved|agreed)[\s\x{a0}:]*)?(that\b|That\b|to\b|:|$)`)
	numbered   = regexp.MustCompile(`^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z]?\d{1,3}/\d{2,4})[\s\x{a0}]+`)
)

// introOf reads the introduction of resolutions that a paragraph begins with or holds.
func introOf(p Paragraph) (intro, bool) {
	s := p.Text
	if !mayIntroduce(s) {
		return intro{}, false
	}
	if introHeading.MatchString(s) || introBodyAlone.MatchString(s) {
		return intro{rest: len(s)}, true
	}
	skip := 0
	if m := numbered.FindStringIndex(s); m != nil {
		skip = m[1]
	}
	if m := introStart.FindStringSubmatchIndex(s[skip:]); m != nil {
		word := strings.ToLower(s[skip+m[2] : skip+m[3]])
		if in, ok := startIntro(s, skip, skip+m[1], word); ok {
			return in, true
		}
	}
	for _, m := range introCapitals.FindAllStringSubmatchIndex(s, 4) {
		if in, ok := capitalIntro(s, m[2], m[3]); ok {
			return in, true
		}
	}
	if m := introItWas.FindStringSubmatchIndex(s); m != nil && !earlier(s[:m[0]]) {
		return behind(s, m[2], m[3], strings.ToLower(s[m[2]:m[3]])), true
	}
	if mark, _ := markerOf(s); true {
		if m := introAgreed.FindStringSubmatchIndex(s[mark.Len:]); m != nil {
			return behind(s, mark.Len+m[2], mark.Len+m[3], "agreed"), true
		}
	}
	if m := introAnd.FindStringSubmatchIndex(s); m != nil && !earlier(s[:m[0]]) {
		if word := strings.ToLower(s[m[2]:m[3]]); word == "resolved" || mayMove(s[:m[0]]) {
			return behind(s, m[2], m[3], word), true
		}
	}
	if m := introBody.FindStringSubmatchIndex(s); m != nil && !reported(s[:m[0]]) {
		word := strings.ToLower(s[m[2]:m[3]])
		if word != "agreed" || strings.HasPrefix(strings.TrimLeft(s[m[3]:], " \u00a0"), "to ") || strings.HasPrefix(strings.TrimLeft(s[m[3]:], " \u00a0"), "that") || strings.ContainsAny(firstWord(s[m[3]:]), ":-–—") {
			in := behind(s, m[2], m[3], word)
			in.weak = word == "agreed"
			return in, true
		}
	}
	return intro{}, false
}

// keywordParts are stretches of every word that introduces a resolution, without its first letter, so
// that they are found whatever its case.
var keywordParts = []string{"esolved", "ESOLVED", "greed", "GREED", "ecided", "ECIDED", "rdered", "RDERED", "ecommended", "ECOMMENDED", "oted", "OTED", "ecision", "ECISION",
	"esolution", "ESOLUTION", "enderfyn", "ENDERFYN", "rgymhell", "RGYMHELL", "ytunwyd", "YTUNWYD", "utcome", "UTCOME"}

// mayIntroduce says whether a paragraph is worth a closer look.
func mayIntroduce(s string) bool {
	if len(s) < 160 && strings.ContainsRune(s, ':') {
		return true
	}
	for _, k := range keywordParts {
		if strings.Contains(s, k) {
			return true
		}
	}
	return false
}

func firstWord(s string) string {
	f := strings.Fields(head(s, 40))
	if len(f) == 0 {
		return ":"
	}
	return f[0]
}

// startIntro settles a keyword at the beginning: what follows tells it from an ordinary sentence.
func startIntro(s string, from, end int, word string) (intro, bool) {
	if word == "noted" && strings.Contains(strings.ToLower(s[from:end]), "was") {
		return intro{}, false // "It was noted that" tells of the discussion
	}
	rest := s[end:]
	tail := strings.TrimLeft(rest[introTail.FindStringIndex(rest)[1]:], " \u00a0")
	capitals := strings.Contains(s[from:end], strings.ToUpper(word))
	ok := tail == "" || strings.ContainsRune(":-–—;", firstRune(tail)) || introThat.MatchString(tail)
	switch word {
	case "cytunwyd":
		word = "agreed"
	case "resolved", "ordered", "penderfynwyd", "argymhellwyd":
		ok = ok || capitals || word[0] == 'p' || word[0] == 'a' || strings.ContainsRune(",(.", firstRune(tail)) || introMover.MatchString(rest)
	case "decision", "resolution":
		ok = strings.HasPrefix(tail, ":") && len(tail) > 2
	case "noted":
		ok = ok && tail != "" && tail != "."
	case "agreed", "decided", "recommended":
		ok = ok || capitals && tail != "" && !strings.HasPrefix(tail, ".")
	}
	if !ok {
		return intro{}, false
	}
	return behind(s, from, end, word), true
}

var introThat = regexp.MustCompile(`^(?:unanimously |\(unanimously\) |nem\.? con\.? )?(?:that|That|THAT|to|To|TO)\b`)

// capitalIntro settles a keyword in capitals inside a sentence: "be NOTED and AGREED" is no introduction.
func capitalIntro(s string, from, end int) (intro, bool) {
	word := strings.ToLower(s[from:end])
	before := strings.TrimRight(s[:from], " \u00a0")
	last := strings.ToLower(before[strings.LastIndexAny(before, " \u00a0\n")+1:])
	switch last {
	case "be", "were", "been", "is", "are", "being", "not", "and", "or", "to", "as", "when", "previously", "had", "has", "have":
		if word != "resolved" || last != "and" && last != "to" {
			return intro{}, false
		}
	case "was":
		if !strings.HasSuffix(strings.ToLower(before), "it was") {
			return intro{}, false
		}
	}
	if word != "resolved" && word != "penderfynwyd" {
		tail := strings.TrimLeft(s[end:], " \u00a0")
		if tail != "" && !strings.ContainsRune(":-–—", firstRune(tail)) && !introThat.MatchString(tail) {
			return intro{}, false
		}
	}
	return behind(s, from, end, word), true
}

// behind fills in what stands behind the keyword: how it was carried, who moved, where the text begins.
func behind(s string, from, end int, word string) intro {
	in := intro{word: word, from: from}
	if word == "decision" || word == "resolution" {
		in.word = ""
	}
	was := end
	end += introTail.FindStringIndex(s[end:])[1]
	if m := movedInside.FindStringSubmatch(s[was:end]); m != nil {
		in.mover, in.seconder = nameEnd(m[1]), nameEnd(m[2])
	}
	if m := introMover.FindStringSubmatchIndex(s[end:]); m != nil {
		in.mover, in.seconder = squeeze(s[end+m[2]:end+m[3]]), squeeze(s[end+m[4]:end+m[5]])
		end += m[6]
	}
	in.rest = end
	return in
}

// reported says that the words before a keyword place it in another meeting.
var reportedBy = regexp.MustCompile(`(?i)(?:\bhad\b|\bpreviously\b|\bmeeting (?:held )?on\b|\blast (?:meeting|year|month)\b|\bin \d{4}\b|\bwhere\b|\bwhen\b|\bwhich\b|\bsince\b|\bearlier\b|\bminutes? (?:no|number)\b)`)

// earlierBy are words that place what follows before the meeting; the date of a meeting alone does not,
// for minutes are "of the meeting held on".
var earlierBy = regexp.MustCompile(`(?i)\b(?:had|previously|where|when|which|earlier)\b`)

// earlier says that the words before a keyword place it before this meeting.
func earlier(before string) bool {
	if cut := strings.LastIndex(before, ". "); cut >= 0 {
		before = before[cut:]
	}
	return earlierBy.MatchString(tail(before, 160))
}

func reported(before string) bool {
	if cut := strings.LastIndex(before, ". "); cut >= 0 {
		before = before[cut:]
	}
	return reportedBy.MatchString(tail(before, 160))
}
