package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// movedAfter is a note behind what was resolved: "(Proposed by X, seconded by Y)".
var movedAfter = regexp.MustCompile(`^[(\[]?(?i:proposed|moved)(?:[\s\x{a0}]+by)?[\s\x{a0}:]+(` + namePart + `{3,90}?)[,;/]?[\s\x{a0}]+(?:and[\s\x{a0}]+)?(?:duly[\s\x{a0}]+)?(?i:seconded)(?:[\s\x{a0}]+by)?[\s\x{a0}:]+(` + shortName + `{3,70})\.?[)\]]?\.?$`)

// movedTail is the same behind the text on its own line: "... to award £350. Proposed Cllr X, seconded Cllr Y."
var movedTail = regexp.MustCompile(`[.;][\s\x{a0}]+[(\[]?(?:Proposed|Moved|Proposer)(?:[\s\x{a0}]+by)?[\s\x{a0}:]+(` + namePart + `{3,60}?)[,;/]?[\s\x{a0}]+(?:and[\s\x{a0}]+)?(?:duly[\s\x{a0}]+)?(?i:seconded|seconder)(?:[\s\x{a0}]+by)?[\s\x{a0}:]+(` + shortName + `{3,60})`)

// movedBefore are mover and seconder where the sentence before a keyword names them and leads on to it:
// "It was moved by X, seconded by Y and" / "RESOLVED that ...".
func movedBefore(ps []Paragraph, i, from int) (mover, seconder string) {
	before := ps[i].Text[:from]
	if cut := sentenceStart(before); cut > 0 {
		before = before[cut:]
	} else if strings.TrimSpace(before) == "" && i > 0 {
		before = strings.TrimRight(ps[i-1].Text, " \u00a0")
		if !leadsToKeyword.MatchString(before) {
			return "", ""
		}
		before = before[sentenceStart(before):]
	}
	if m := onMotion.FindStringSubmatch(before); m != nil {
		return moverSeconder(m)
	}
	if !mayMove(before) {
		return "", ""
	}
	m := movedBy.FindStringSubmatch(before)
	if m == nil {
		m = xMoved.FindStringSubmatch(before)
	}
	if m == nil {
		return "", ""
	}
	return moverSeconder(m)
}

var leadsToKeyword = regexp.MustCompile(`(?i)(?:\band(?: it was)?|,|\bit was|:|\bwas[\s\x{a0}]*[-–—]|\bvote)[\s\x{a0}]*$`)

// sentenceStart is where the last sentence of s begins.
func sentenceStart(s string) int {
	all := sentences(s)
	if len(all) == 0 {
		return 0
	}
	return all[len(all)-1][0]
}

// accordingly stands for the text of the motion: "... moved that the petition be referred. This was seconded
// and RESOLVED accordingly."
var accordingly = regexp.MustCompile(`(?i)^(?:and[\s\x{a0}]+)?(?:it[\s\x{a0}]+was[\s\x{a0}]+)?(?:resolved[\s\x{a0}]+)?accordingly[\s\x{a0}]*\.?$`)

var motionText = regexp.MustCompile(`(?i)\b(?:moved|proposed)\b[^.;]{0,160}?\b(that[\s\x{a0}][^.;]{10,600})`)

// movedText is the motion before ps[i] as what was resolved.
func movedText(ps []Paragraph, i int, in intro) (ResolutionFact, bool) {
	for k := i; k >= 0 && k >= i-2; k-- {
		s := ps[k].Text
		if k == i {
			s = s[:in.from]
		}
		if m := motionText.FindStringSubmatchIndex(s); m != nil {
			f := fact(s[m[2]:m[3]], ps[k].Start+m[2], "", in.word, "resolved-accordingly")
			f.Mover, f.Seconder = in.mover, in.seconder
			return f, true
		}
	}
	return ResolutionFact{}, false
}

// movedInside is a note between a keyword and its text: "AGREED (proposed X, seconded Y) to ...".
var movedInside = regexp.MustCompile(`\((?i:proposed|moved)(?:[\s\x{a0}]+by)?[\s\x{a0}:]+(` + namePart + `{3,60}?)[,;/]?[\s\x{a0}]+(?:and[\s\x{a0}]+)?(?i:seconded)(?:[\s\x{a0}]+by)?[\s\x{a0}:]+([^()]{3,60})\)`)
