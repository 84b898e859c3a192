// Package printed is what council systems print around the words of minutes: labels, marks of files,
// dates and times of meetings, members' names. The readers of every format share it.
package printed

import "strings"

// Label is what a printed label introduces.
type Label int

// The labels of the system's item pages. LabelMeta introduces a fact about the item, no text of the minutes.
const (
	NoLabel Label = iota
	LabelMinutes
	LabelDecision
	LabelPurpose
	LabelDocuments
	LabelReasons
	LabelAlternatives
	LabelMeta // a label of the page that introduces a fact about the item, no text of the minutes
	LabelRecordedVote
)

// labels are the labels of the system's item pages, English and Welsh, folded.
var labels = map[string]Label{
	"minutes": LabelMinutes, "draft minutes": LabelMinutes, "cofnodion": LabelMinutes, "cofnodion drafft": LabelMinutes, "minute": LabelMinutes,
	"decision": LabelDecision, "decisions": LabelDecision, "penderfyniad": LabelDecision, "penderfyniadau": LabelDecision, "draft decision": LabelDecision,
	"draft decisions": LabelDecision, "decision made": LabelDecision, "decision taken": LabelDecision,
	"purpose": LabelPurpose, "diben": LabelPurpose, "pwrpas": LabelPurpose,
	"additional documents": LabelDocuments, "supporting documents": LabelDocuments, "accompanying documents": LabelDocuments,
	"documents": LabelDocuments, "dogfennau ychwanegol": LabelDocuments, "dogfennau ategol": LabelDocuments,
	"background documents": LabelDocuments, "background papers": LabelDocuments, "related documents": LabelDocuments,
	"reason": LabelReasons, "reasons": LabelReasons, "reasons for decision": LabelReasons, "reason for decision": LabelReasons, "reason(s) for the decision": LabelReasons,
	"reasons for the decision": LabelReasons, "reason for the decision": LabelReasons, "reason(s) for decision": LabelReasons, "reasons for recommendations": LabelReasons,
	"reasons for the decisions": LabelReasons, "reason for decisions": LabelReasons, "reasons for recommendation": LabelReasons,
	"reasons for decisions": LabelReasons, "rhesymau": LabelReasons, "rheswm dros y penderfyniad": LabelReasons, "rhesymau dros y penderfyniad": LabelReasons,
	"alternative options considered": LabelAlternatives, "alternative options considered and rejected": LabelAlternatives,
	"alternative options": LabelAlternatives, "other options considered": LabelAlternatives, "options considered": LabelAlternatives,
	"alternatives considered": LabelAlternatives, "other options considered and rejected": LabelAlternatives,
	"details of any alternative options considered and rejected": LabelAlternatives,
	"alternative options considered and rejected:":               LabelAlternatives,
	"recorded vote": LabelRecordedVote,
}

// longest is more than the bytes of any label, with room for blanks.
const longest = 200

// LabelOf reads a line that is a label alone: "Minutes:", "Decision". A label without its colon is
// taken only where bare says so.
func LabelOf(s string, bare bool) Label {
	if len(s) > longest {
		return NoLabel
	}
	if !bare && !endsAsLabel(s) {
		return NoLabel
	}
	folded := strings.ToLower(Tidy(s))
	cut := strings.TrimRight(folded, " :-–")
	if cut == folded && !bare {
		return NoLabel
	}
	return labels[cut]
}

// endsAsLabel says that a line ends with a mark that stands behind a label. It spares most lines the rest.
func endsAsLabel(s string) bool {
	s = strings.TrimRightFunc(s, Blank)
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–")
}

// InlineLabel reads a label that begins a line and is followed by its text, which starts at byte rest.
func InlineLabel(s string) (l Label, rest int) {
	cut := strings.IndexByte(s, ':')
	if cut <= 0 || cut > 60 {
		return NoLabel, 0
	}
	l = labels[strings.ToLower(Tidy(s[:cut]))]
	if l == NoLabel || strings.TrimFunc(s[cut+1:], Blank) == "" {
		return NoLabel, 0
	}
	return l, cut + 1
}
