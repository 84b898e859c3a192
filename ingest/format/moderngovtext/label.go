package moderngovtext

import "strings"

// label is what a printed label introduces.
type label int

const (
	noLabel label = iota
	labelMinutes
	labelDecision
	labelPurpose
	labelDocuments
	labelReasons
	labelAlternatives
	labelMeta // a label of the page that introduces a fact about the item, no text of the minutes
	labelRecordedVote
)

// labels are the labels of the system's item pages, English and Welsh, folded.
var labels = map[string]label{
	"minutes": labelMinutes, "draft minutes": labelMinutes, "cofnodion": labelMinutes, "cofnodion drafft": labelMinutes, "minute": labelMinutes,
	"decision": labelDecision, "decisions": labelDecision, "penderfyniad": labelDecision, "penderfyniadau": labelDecision, "draft decision": labelDecision,
	"draft decisions": labelDecision, "decision made": labelDecision, "decision taken": labelDecision,
	"purpose": labelPurpose, "diben": labelPurpose, "pwrpas": labelPurpose,
	"additional documents": labelDocuments, "supporting documents": labelDocuments, "accompanying documents": labelDocuments,
	"documents": labelDocuments, "dogfennau ychwanegol": labelDocuments, "dogfennau ategol": labelDocuments,
	"background documents": labelDocuments, "background papers": labelDocuments, "related documents": labelDocuments,
	"reason": labelReasons, "reasons": labelReasons, "reasons for decision": labelReasons, "reason for decision": labelReasons, "reason(s) for the decision": labelReasons,
	"reasons for the decision": labelReasons, "reason for the decision": labelReasons, "reason(s) for decision": labelReasons, "reasons for recommendations": labelReasons,
	"reasons for the decisions": labelReasons, "reason for decisions": labelReasons, "reasons for recommendation": labelReasons,
	"reasons for decisions": labelReasons, "rhesymau": labelReasons, "rheswm dros y penderfyniad": labelReasons, "rhesymau dros y penderfyniad": labelReasons,
	"alternative options considered": labelAlternatives, "alternative options considered and rejected": labelAlternatives,
	"alternative options": labelAlternatives, "other options considered": labelAlternatives, "options considered": labelAlternatives,
	"alternatives considered": labelAlternatives, "other options considered and rejected": labelAlternatives,
	"details of any alternative options considered and rejected": labelAlternatives,
	"alternative options considered and rejected:":               labelAlternatives,
	"recorded vote": labelRecordedVote,
}

// labelOf reads a line that is a label alone: "Minutes:", "Decision". A label without its colon is
// taken only where bare says so.
func labelOf(s string, bare bool) label {
	folded := strings.ToLower(tidy(s))
	cut := strings.TrimRight(folded, " :-–")
	if cut == folded && !bare {
		return noLabel
	}
	return labels[cut]
}

// inlineLabels begin a line and are followed by their text on it.
func inlineLabel(s string) (l label, rest int) {
	cut := strings.IndexByte(s, ':')
	if cut <= 0 || cut > 60 {
		return noLabel, 0
	}
	l = labels[strings.ToLower(tidy(s[:cut]))]
	if l == noLabel || strings.TrimFunc(s[cut+1:], blank) == "" {
		return noLabel, 0
	}
	return l, cut + 1
}
