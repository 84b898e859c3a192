package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// alsoMoved is a second verb of the same subject: "introduced the report and moved the recommendations".
var alsoMoved = regexp.MustCompile(`(?i)^([^.;]{0,240}?)\b(?:and|before|then)[\s\x{a0}]+(?:(?:then|also|formally|duly|subsequently|accordingly)[\s\x{a0}]+)*(?:(moved|proposed|moving|proposing)|(seconded|seconding))(?:[\s\x{a0}]*[,.;]|[\s\x{a0}]+(?:that|the|an?|approval|refusal|deferral|it|its|acceptance|his|her|their|this|to|them|recommendations?)\b)`)

// movedItself are words that say a new subject stands between two verbs.
var newSubject = regexp.MustCompile(`\b(?:[Cc]ouncillors?|Cllrs?|Alderman|Bailie|Mr|Mrs|Ms|Miss|Dr)\b`)

// secondPart is the part that a person plays beside p in the same sentence. Who speaks and then moves is the
// mover, whose speech belongs to moving; who presents and then moves is both.
func secondPart(p part, after string) (part, bool) {
	if p.how != howSpeaker && p.how != howPresenter {
		return part{}, false
	}
	low := strings.ToLower(head(after, 320))
	if !holdsAny(low, "moved", "proposed", "moving", "proposing", "seconded", "seconding") {
		return part{}, false
	}
	m := alsoMoved.FindStringSubmatchIndex(head(after, 320))
	if m == nil || newSubject.MatchString(after[m[2]:m[3]]) {
		return part{}, false
	}
	if m[4] >= 0 {
		return part{howMover, "and-moved", p.answer}, true
	}
	return part{howSeconder, "and-seconded", p.answer}, true
}
