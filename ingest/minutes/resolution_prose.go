package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

var (
	// "The Minutes of 29 September were approved.", "The record was agreed, and the Chair signed it."
	prosePassive = regexp.MustCompile(`^(?:(?:[Tt]he|[Tt]hat)\b[^.;]{0,200}?\b(?:[Mm]inutes?|[Rr]ecord|[Nn]otes|[Rr]eport|[Rr]ecommendations?|[Pp]roposals?|[Aa]pplication|[Ll]icence|[Pp]ermission|[Uu]pdate|[Pp]osition|[Pp]lan|[Pp]rogramme|[Mm]otion|[Aa]ction [Pp]lan|[Pp]olicy|[Ss]trategy|[Pp]resentation|[Ii]nformation|[Cc]ontents?|[Bb]udget|[Tt]erms of [Rr]eference|[Ii]tem)\b[^.;]{0,200}?|[Mm]inutes\b[^.;]{0,160}?)[\s\x{a0}](?:was|were)[\s\x{a0}]+(?:(?:[a-z]+ly|then|also|there(?:upon|after)|received and|considered and|accepted and|taken as read and|taken as read,|put to the (?:vote|meeting|[Cc]ommittee|[Cc]ouncil|[Bb]oard),? and)[\s\x{a0}]+)*((?i:approved|agreed|noted|confirmed|adopted|signed|accepted|received|granted|refused|deferred|referred|endorsed|withdrawn|recommended))\b`)
	// "Councillor X was elected as Chairperson of the Board for the year."
	proseElected = regexp.MustCompile(`^(?:[A-Z][\w'’.-]*[\s\x{a0}]+){1,7}(?:was|were)[\s\x{a0}]+(?:duly[\s\x{a0}]+|then[\s\x{a0}]+|unanimously[\s\x{a0}]+)*(?:re-?)?(elected|appointed)\b`)
	// "The Committee noted the report."
	proseBody = regexp.MustCompile(`^(?:[Tt]he[\s\x{a0}]+)?` + bodyName + adverbs + `[\s\x{a0}]+(noted|NOTED|agreed|AGREED|approved|APPROVED|endorsed|ENDORSED|adopted|accepted|confirmed|received|granted|refused|deferred|authorised|ratified)[\s\x{a0}]+(the|that the|and|its|this|a|an|[A-Z])\b`)
	// "It was agreed that a further report be brought."
	proseAgreed = regexp.MustCompile(`\b(?:[Ii]t|IT)[\s\x{a0}]+(?:was|WAS)` + adverbs + `[\s\x{a0}]+(agreed|Agreed|AGREED)[\s\x{a0}:,]+(?:that|to)\b`)
	// "Members agreed the recommendations."
	proseMembers = regexp.MustCompile(`^(?:The[\s\x{a0}]+)?(?:Members|Councillors|` + bodyNoun + `)` + adverbs + `[\s\x{a0}]+(agreed|noted|approved|AGREED|NOTED)[\s\x{a0}]+(?:the (?:report|recommendations?|minutes|update|contents?|position|proposals?|information|presentation)|to|that)\b`)
	// "This was agreed by the Council."
	proseThis  = regexp.MustCompile(`^(?:This|These|They|The (?:proposal|change|changes|suggestion|request|nomination|nominations|appointment))[\s\x{a0}](?:was|were)[\s\x{a0}](?:duly |unanimously |then )*(agreed|approved|noted|accepted|carried)\b`)
	proseAlone = regexp.MustCompile(`^(?i:(?:report |recommendations? |recommendation |update |minutes |item |contents |information |position )?(noted|agreed|approved|deferred|refused|confirmed|withdrawn|granted)(?:,? as (?:recommended|amended|per the (?:report|recommendations?)|set out in the (?:report|recommendations?)))?)[\s\x{a0}]*[.;]?$`)
)

// prose reads decisions out of plain sentences, for items that have no formal words.
func prose(ps []Paragraph) []ResolutionFact {
	var out []ResolutionFact
	for i, p := range ps {
		if !mayDecide(p.Text) || stops.MatchString(p.Text) && !proseAlone.MatchString(p.Text) {
			continue
		}
		skip := 0
		if m := numbered.FindStringIndex(p.Text); m != nil {
			skip = m[1]
		}
		for _, at := range sentences(p.Text[skip:]) {
			if f, ok := proseSentence(p, skip+at[0], skip+at[1], len(ps)-1-i < 2); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// welshPassive is a Welsh sentence that says what was done: "Cadarnhawyd cofnodion y cyfarfod ..."
var welshPassive = regexp.MustCompile(`(?i)\b(?:ch?|g)(?:adarnhawyd|ymeradwywyd|ytunwyd)\b|^nodwyd\b|\bderbyniwyd (?:yr|a nodwyd)\b`)

func welshSentence(s string) (string, bool) {
	m := strings.ToLower(welshPassive.FindString(s))
	switch {
	case m == "":
		return "", false
	case strings.Contains(m, "nodwyd"):
		return "noted", true
	case strings.HasSuffix(m, "ytunwyd"):
		return "agreed", true
	case strings.HasPrefix(m, "derbyniwyd"):
		return "", true
	}
	return "approved", true
}

// decidingParts are stretches of the verbs by which a plain sentence decides, without their first letter.
var decidingParts = []string{"greed", "pproved", "onfirmed", "dopted", "oted", "igned", "ccepted", "eceived", "efused", "eferred", "ranted", "ndorsed", "ithdrawn", "lected",
	"ppointed", "atified", "uthorised", "arried", "ecommended", "GREED", "OTED", "PPROVED", "NDORSED", "arnhawyd", "meradwywyd", "tunwyd", "odwyd", "erbyniwyd"}

// mayDecide says whether a text is worth a closer look.
func mayDecide(s string) bool {
	for _, k := range decidingParts {
		if strings.Contains(s, k) {
			return true
		}
	}
	return false
}

func proseSentence(p Paragraph, from, to int, near bool) (ResolutionFact, bool) {
	s := p.Text[from:to]
	if len(s) > 700 || !mayDecide(s) {
		return ResolutionFact{}, false
	}
	at := p.Start + from
	if proseAlone.MatchString(s) {
		m := proseAlone.FindStringSubmatch(s)
		return fact(s, at, "", kindWord(m[1]), "prose-alone"), true
	}
	if m := prosePassive.FindStringSubmatch(s); m != nil && !earlierBy.MatchString(m[0]) {
		return fact(s, at, "", kindWord(m[1]), "prose-passive"), true
	}
	if proseElected.MatchString(s) {
		return fact(s, at, "", "", "prose-elected"), true
	}
	if m := proseBody.FindStringSubmatchIndex(s); m != nil && strings.EqualFold(s[m[2]:m[3]], "agreed") {
		from, _ := trimPunct(s[m[3]:])
		return fact(s[m[3]+from:], at+m[3]+from, "", "agreed", "prose-body"), true
	}
	if m := proseBody.FindStringSubmatch(s); m != nil && !(strings.EqualFold(m[1], "noted") && strings.HasPrefix(m[2], "that")) {
		return fact(s, at, "", kindWord(m[1]), "prose-body"), true
	}
	if m := proseAgreed.FindStringSubmatchIndex(s); m != nil && !reported(s[:m[0]]) {
		from, _ := trimPunct(s[m[3]:])
		return fact(s[m[3]+from:], at+m[3]+from, "", "agreed", "prose-it-was-agreed"), true
	}
	if kind, ok := welshSentence(s); ok {
		return fact(s, at, "", kind, "prose-welsh"), true
	}
	if m := proseThis.FindStringSubmatch(s); m != nil {
		return fact(s, at, "", kindWord(m[1]), "prose-this"), true
	}
	if m := proseMembers.FindStringSubmatchIndex(s); m != nil && near {
		word := strings.ToLower(s[m[2]:m[3]])
		if word == "noted" && strings.HasPrefix(strings.TrimSpace(s[m[3]:]), "that") {
			return ResolutionFact{}, false
		}
		return fact(s, at, "", kindWord(word), "prose-members"), true
	}
	return ResolutionFact{}, false
}

// kindWord is the kind that a past participle names.
func kindWord(w string) string {
	if k := kindVerbs[strings.ToLower(w)]; k != "" {
		return k
	}
	return ""
}

var sentenceEnd = regexp.MustCompile(`[.!?][\s\x{a0}]+[A-Z‘“"]`)

// abbreviated are words whose full stop ends no sentence.
var abbreviated = regexp.MustCompile(`(?:^|[\s\x{a0}(])(?:No|Nos|Cllr|Cllrs|Mr|Mrs|Ms|Dr|Prof|Rev|St|Sec|para|paras|pp?|[A-Z]|e\.g|i\.e|Ltd|Co|vs?)$`)

// sentences are the places of a text's sentences.
func sentences(s string) [][2]int {
	var out [][2]int
	from := 0
	for _, m := range sentenceEnd.FindAllStringIndex(s, -1) {
		end := m[0] + 1
		if abbreviated.MatchString(tail(s[from:m[0]], 12)) {
			continue
		}
		out = append(out, [2]int{from, end})
		from = end
		for from < len(s) && (s[from] == ' ' || strings.HasPrefix(s[from:], "\u00a0") || s[from] == 0xa0 || s[from] == '\n') {
			from++
		}
	}
	if from < len(s) {
		out = append(out, [2]int{from, len(s)})
	}
	return out
}

// labelled reads text under Decision: that has no keyword: a list, paragraphs that begin with "That"
// or "To", or a sentence that decides.
func labelled(ps []Paragraph, i int) (facts []ResolutionFact, next int) {
	p := ps[i]
	_, marked := markerOf(p.Text)
	lead := openEnded(p.Text) && i+1 < len(ps) && HasMarker(ps[i+1].Text)
	if f, ok := labelledSentence(p); ok {
		return []ResolutionFact{f}, i + 1
	}
	if marked || thatStart.MatchString(p.Text) || lead || decides.MatchString(p.Text) || complete(p.Text) && !prosePast.MatchString(p.Text) {
		got, n := read(ps[i:], "", "decision-label")
		return got, i + n
	}
	return nil, i
}

// labelledSentence takes a plain sentence under Decision: whole: "The minutes were approved."
func labelledSentence(p Paragraph) (ResolutionFact, bool) {
	m := prosePassive.FindStringSubmatch(p.Text)
	if m == nil {
		return ResolutionFact{}, false
	}
	return fact(p.Text, p.Start, "", kindWord(m[1]), "decision-sentence"), true
}

var (
	decides   = regexp.MustCompile(`^(?i:(?:(?:` + bodyName + `|the leader(?: of the council)?|the (?:executive |cabinet |elected )?(?:mayor|member)[^.]{0,60}|members?)[\s\x{a0}]+)?(?:noted|approved?|agreed?|deferred|refused|granted|endorsed?|authorised?|adopted|accepted|resolved|delegated)\b)|^(?i:(?:the[\s\x{a0}]+)?(?:applications?|licence|permission|request|reports?|recommendations?|grant|order|proposals?|officer recommendations?)[\s\x{a0}]+(?:be[\s\x{a0}]+|was[\s\x{a0}]+|were[\s\x{a0}]+|is[\s\x{a0}]+)?(?:approved|granted|refused|noted|agreed|deferred|endorsed|adopted))\b`)
	prosePast = regexp.MustCompile(`(?i)\b(?:was|were|had)\b`)
)
