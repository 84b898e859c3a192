package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// The signs by which a name without a member's or an officer's title is that of a member of the public,
// whatever the item: a home, a neighbour's or petitioner's part, an application of one's own.
var (
	// livesBehind is a home behind a name; an address that was removed was one.
	livesBehind = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:\([^()]{1,40}\)[\s\x{a0}]*)?[,(]?[\s\x{a0}]*(?:(?:of|at|from)[\s\x{a0}]+)?\[address removed\]|^,?[\s\x{a0}]+(?:who|whose)(?:[\s\x{a0}]+(?:has|had|have|also|currently))*[\s\x{a0}]+(?:lives?|lived|resides?|resided|home|house|property|neighbour(?:s|ed)?)\b|^,?[\s\x{a0}]+(?:living|residing)[\s\x{a0}]`)
	// speaksForBehind is whom a member of the public speaks for: neighbours, petitioners, a residents' association.
	speaksForBehind = regexp.MustCompile(`(?i)^,?[\s\x{a0}]+(?:(?:also|then|who)[\s\x{a0}]+)?(?:(?:of|from|for|representing|represented|spoke (?:for|on behalf of)|speaking (?:for|on behalf of)|on behalf of|(?:the )?(?:chair|chairman|chairwoman|secretary|treasurer) of)[\s\x{a0}]+)(?:the[\s\x{a0}]+)?(?:[\w’'&-]+[\s\x{a0}]+){0,5}?(?:(?:residents|tenants|leaseholders|neighbours|householders)[’']?(?:[\s\x{a0}]+(?:and|&)[\s\x{a0}]+(?:residents|tenants|leaseholders)[’']?)?[\s\x{a0}]+(?:association|group|society|forum|federation)|(?:residents|neighbours|objectors|petitioners|applicants?|campaigners|local people)\b)`)
	objectsBehind   = regexp.MustCompile(`(?i)^,?[\s\x{a0}]+(?:(?:also|then|both|had|has|who)[\s\x{a0}]+)*(?:(?:spoke|speaking|spoken|addressed[^.;]{1,40}|made representations)[\s\x{a0}]+(?:against|in objection to|in opposition to|in support of|in favour of|to object to)|objected to|(?:was|were) (?:the|an?) (?:applicants?|objectors?|petitioners?|witness(?:es)?|neighbours?|agent))\b[^.;]{0,40}`)
	ofApplication   = regexp.MustCompile(`(?i)\b(?:applica|licen[cs]|planning|permission|objector|petitioner|witness|neighbour|proposed development|agent)`)
	// grantedBefore is what only an applicant is given: "that permission be granted to".
	grantedBefore = regexp.MustCompile(`(?i)\b(?:permission|consent|licen[cs]e|certificate|permit|approval)\b[^.;]{0,80}\b(?:granted|issued|refused|given|transferred|awarded)(?:[\s\x{a0}]+by[^.;]{1,30})?[\s\x{a0}]+to[\s\x{a0}]*$`)
	// partBefore is the part of a private person before the name: "the objector", "application by", "Witnesses:".
	partBefore = regexp.MustCompile(`(?i)\b(?:(?:applicant|appellant|objector|petitioner|lead petitioner|petition organiser|complainant|local resident|resident|neighbour|witness|licensee|licence holder|questioner|supporter|householder)s?(?:[’']s? agent)?(?:[\s\x{a0}]+(?:was|were|is|are|being))?[,:]?[\s\x{a0}]*[–—-]?|(?:members? of the public)(?:[,:]|[\s\x{a0}]+(?:was|were))?|(?:application|appeal|petition|deputation|objection)s?(?:[\s\x{a0}]+(?:was|were|had|been|has|which|received|made|submitted|lodged|signed|headed|organised))*[\s\x{a0}]+(?:by|from))[\s\x{a0}]*$`)
	// officerAnswers is what officers do when the public ask.
	officerAnswers = regexp.MustCompile(`(?i)^,?[\s\x{a0}]+(?:(?:then|also|further|in (?:response|reply),?)[\s\x{a0}]+)*(?:respond|repl|answer|advis|report|clarif|confirm|inform|updat|undert|summari|introduc|outlin|explain)`)
	// strictlyPublic are the items at which nobody but the public asks or petitions.
	strictlyPublic = regexp.MustCompile(`(?i)\b(?:public (?:participation|questions?|question time|speaking|speakers?|session|address(?:es)?|open|forum|representations?)|(?:questions?|statements?|representations?)(?: and (?:questions?|statements?|petitions?))? (?:from|by)(?: (?:the|local|members of(?: the)?))* (?:public|residents|electors|parishioners)|petitions?|deputations?|open forum)\b`)
	// onDuty are the titles of police and fire officers, who come for their service.
	onDuty       = regexp.MustCompile(`(?i)^(?:(?:chief|detective|temporary|police)[\s\x{a0}]+)*(?:pc|ds|di|dci|ci|constable|sergeant|inspector|superintendent|commander)\b`)
	numberedHead = regexp.MustCompile(`^[\s\x{a0}]*\d{1,4}[.)]?[\s\x{a0}]+[A-Z]`)
)

// isPublic tells by the words about a name that it is a member of the public's.
func (s sighting) isPublic() bool {
	if s.label || onDuty.MatchString(s.title) || s.from > len(s.text) || s.groupEnd > len(s.text) || s.groupEnd < s.to {
		return false
	}
	before, own, behind := tail(s.text[:s.from], 200), head(s.text[s.to:], 200), head(s.text[s.groupEnd:], 200)
	switch {
	case livesBehind.MatchString(own), speaksForBehind.MatchString(own), grantedBefore.MatchString(before), partBefore.MatchString(before):
		return true
	case s.untitled:
		return false // may be one of the members or officers, of whom the page gives no titles
	}
	m := objectsBehind.FindString(behind)
	return m != "" && ofApplication.MatchString(m)
}

// publicParts marks the paragraphs that stand under a heading within the text on questions or petitions of
// the public, up to the next heading.
func publicParts(item ItemText) []bool {
	var open []bool
	under := false
	for _, ps := range [][]Paragraph{item.Notes, item.Decision, item.Minutes} {
		for _, p := range ps {
			if isHeading(p.Text) {
				under = strictlyPublic.MatchString(p.Text)
			}
			open = append(open, under)
		}
	}
	return open
}

// isHeading tells a short line in capitals, or one that a number opens, without a stop.
func isHeading(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) < 4 || len(s) > 80 || strings.ContainsAny(s[len(s)-1:], ".;:,") {
		return false
	}
	return strings.ToUpper(s) == s && strings.ToLower(s) != s || numberedHead.MatchString(s) && strictlyPublic.MatchString(s)
}

// membersByPart are those whom the item lets do what only members do, by their folded names.
func membersByPart(sightings []sighting) map[string]bool {
	members := map[string]bool{}
	for _, s := range sightings {
		switch s.how {
		case howMover, howSeconder, howFor, howAgainst, howAbstained, howInterest, howChair:
			if s.name != "" {
				members[plain(s.name)] = true
			}
		}
	}
	return members
}
