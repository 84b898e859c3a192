package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// votesOnAmendments settles "for the amendment": against the motion where others voted "for the motion".
func votesOnAmendments(body []Paragraph, sightings []sighting) []sighting {
	for i := range sightings {
		if sightings[i].rule != "voted-for-amendment" {
			continue
		}
		for _, p := range body {
			if forMotion.MatchString(p.Text) {
				return sightings
			}
		}
		for k := i; k < len(sightings); k++ {
			if sightings[k].rule == "voted-for-amendment" {
				sightings[k].how = howFor
			}
		}
		return sightings
	}
	return sightings
}

var forMotion = regexp.MustCompile(`(?i)\bfor the (?:[a-z]+ )?motion\b`)

// aboutInterests says that an item on declarations tells of an interest of the person named: by the words
// behind the name, or by a heading that the name stands under.
func aboutInterests(title, before, behind string) bool {
	if !strings.Contains(title, "nterest") && !strings.Contains(title, "NTEREST") && !strings.Contains(title, "eclaration") && !strings.Contains(title, "onduct") || !declarationsTitle.MatchString(title) {
		return false
	}
	return interestBehind.MatchString(behind) && !noInterest.MatchString(before+behind)
}

var (
	interestBehind = regexp.MustCompile(`(?i)\b(?:interests?|announcement|transparency statement|dispensation|pecuniary|registra?ble|DPI|predetermin|trustee|member of|governor|knew|employ|director of|lives?|owns?|related to|friend)|^[\s\x{a0}]*[:|–—-]+[\s\x{a0}]*(?:agenda[\s\x{a0}]+)?(?:item|minute|application)|^[\s\x{a0}]*[–—-]+[\s\x{a0}]*(?:had|has|is|was|knew|his|her|as)\b`)
	noInterest     = regexp.MustCompile(`(?i)\bno (?:declarations?|interests?)|\b(?:advised|reminded|asked) (?:members|councillors|the)`)
)

// inContext settles what the words beside a name leave open, by the rest of its sentence.
func inContext(p part, before, after, title string, earlier []sighting) part {
	weak := p.how == howMentioned && p.rule == "named" || p.how == howPresent
	before = tail(before, 2000)
	brackets := strings.Count(before, "(") > strings.Count(before, ")")
	switch {
	case !weak && p.how != howAbsent:
		return p
	case p.how == howMentioned && apologising.MatchString(title) && standsInTitled.MatchString(after) && !apologising.MatchString(before):
		return part{howSubst, "substitute-for", false}
	case p.how == howMentioned && substituting.MatchString(title) && standsIn.MatchString(after):
		return part{howSubst, "substitute-for", false}
	case p.how == howMentioned && (substituting.MatchString(title) || len(earlier) > 0 && earlier[len(earlier)-1].rule == "substitute-for") && standsFor.MatchString(before):
		return part{howAbsent, "substituted-for", false}
	case p.rule == "substituted-for" && apologising.MatchString(before+title):
		return part{howApologies, "substituted-for", false}
	case p.rule == "absence-of" || p.rule == "absent" || p.how == howAbsent:
		return p
	case latenessFrom.MatchString(before):
		return part{howPresent, "lateness-from", false}
	case apologising.MatchString(before) && !noApologies.MatchString(before) && !brackets && p.how == howMentioned:
		return part{howApologies, "apologies-from", false}
	case p.how == howMentioned && saidThis.MatchString(after) && bullet.MatchString(before) && !declarationsTitle.MatchString(title) && !apologising.MatchString(title):
		return part{howSpeaker, "name-and-words", false}
	case p.how == howMentioned && interestGoesOn.MatchString(after) && declaredBefore(earlier):
		return part{howInterest, "declared-also", false}
	case p.how == howMentioned && len(earlier) > 0 && asDid.MatchString(before):
		return part{earlier[len(earlier)-1].how, "as-did", false}
	case p.how == howMentioned && declaredBy.MatchString(before):
		return part{howInterest, "declared-by", false}
	}
	return p
}

var (
	saidThis       = regexp.MustCompile(`^[\s\x{a0}]*:[\s\x{a0}]+\S+(?:[\s\x{a0}]+[a-z]\S*){2}(?:[\s\x{a0}]+\S+){2}`)
	latenessFrom   = regexp.MustCompile(`(?i)\blateness(?:[\s\x{a0}]+(?:was|were|had|been|received|reported)){0,3}[\s\x{a0}]+(?:from|of|by)[\s\x{a0}:]*$`)
	substituting   = regexp.MustCompile(`(?i)\bsubstitut`)
	standsIn       = regexp.MustCompile(`(?i)^[\s\x{a0}]*[(–-]?[\s\x{a0}]*(?:for|vice)[\s\x{a0}]`)
	standsInTitled = regexp.MustCompile(`^[\s\x{a0}]+(?:for|vice)[\s\x{a0}]+(?:Councillor|Cllr|Alderman|Mrs?|Ms|Miss|Dr)\b`)
	standsFor      = regexp.MustCompile(`(?i)\b(?:for|vice)[\s\x{a0}]*$`)
	toBeMoved      = regexp.MustCompile(`(?i)\bto be (?:moved|proposed|introduced|seconded)\b|\b(?:to|will) (?:move|propose)\b`)
	interestGoesOn = regexp.MustCompile(`^,?[\s\x{a0}]+(?:also[\s\x{a0}]+)?(?:in[\s\x{a0}]+(?:respect|relation|minute|item|agenda)|an?[\s\x{a0}]+[\w-]+[\s\x{a0}]+interest)`)
	asDid          = regexp.MustCompile(`\bas (?:did|had|was|were)[\s\x{a0}]*$`)
	declaredBy     = regexp.MustCompile(`(?i)\binterests?\b[^.]{0,80}\b(?:declared|disclosed|received|made|given)\b[^.]{0,30}\b(?:by|from)[\s\x{a0}:]*$|\bdeclarations?\b[^.]{0,60}\b(?:by|from)[\s\x{a0}:]*$`)
)

// declaredBefore says that one of the last few people declared an interest.
func declaredBefore(earlier []sighting) bool {
	for _, e := range earlier[max(0, len(earlier)-20):] {
		if e.how == howInterest {
			return true
		}
	}
	return false
}
