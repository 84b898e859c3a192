package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// bareList finds the decision of minutes whose keyword was lost in rendering: a list, or paragraphs that
// begin with "That", which resolve something behind running text.
//
// On an agenda the same words are drafts. minuted says that the page is of decisions or minutes; where that is
// not known, the text must have told before what happened.
func bareList(ps []Paragraph, minuted bool) []ResolutionFact {
	var best []ResolutionFact
	for i := 0; i < len(ps); {
		p := ps[i]
		switch {
		case HasMarker(p.Text):
			entries, next := readList(ps, i)
			if m := entries[0].marker; m.Text != "" && first(m.Text) && operative(ps, entries) && (minuted || past(ps[:i])) && (i == 0 || !openEnded(ps[i-1].Text) || recommending.MatchString(ps[i-1].Text) || bareWord(ps[i-1].Text)) {
				word := ""
				if i > 0 && recommending.MatchString(ps[i-1].Text) {
					word = "recommended"
				}
				best = listFacts(ps, entries, word, "", "bare-list")
			}
			i = max(next, i+1)
		case bareThat.MatchString(p.Text) && (minuted || past(ps[:i])) && !moved(ps, i):
			facts, n := read(ps[i:], "", "bare-that")
			best = append(best, facts...)
			i += max(n, 1)
		default:
			i++
		}
	}
	return best
}

// moved says that paragraph i is the text of a motion whose mover stands before it and that was not carried.
func moved(ps []Paragraph, i int) bool {
	if i == 0 || !mayMove(ps[i-1].Text) || !movedBy.MatchString(ps[i-1].Text) && !xMoved.MatchString(ps[i-1].Text) {
		return false
	}
	return resultOf(ps[i:], 0, "motion") != "carried"
}

// recommending is a heading over what a body recommends to another.
var recommending = regexp.MustCompile(`(?i)^recommend(?:ations?|ed)(?:[\s\x{a0}]+to[\s\x{a0}][^.]{3,40})?[\s\x{a0}:–-]*$`)

var (
	bareThat = regexp.MustCompile(`^(?:That|THAT)[\s\x{a0},]`)
	// a subjunctive after a name: "the Housing Services Manager report back"
	subjunctive = regexp.MustCompile(`(?i)\b(?:manager|officer|director|committee|council|cabinet|board|executive|head of \w+|members?|clerk|chair(?:man)?|report|leader|group|panel|authority|solicitor|secretary|treasurer)[\s\x{a0}]+(?:report|submit|bring|write|publish|prepare|provide|meet|consider|continue|arrange|notify|make|take|give|receive|ask|seek|support|endorse|welcome|thank|work|review|investigate|undertake|consult|invite|proceed|issue|sign|enter|approve|agree|note|adopt)\b`)
)

// operative says that most of the uppermost entries of a list resolve something.
func operative(ps []Paragraph, entries []listEntry) bool {
	tops, yes := 0, 0
	for _, e := range entries {
		if e.depth != 0 {
			continue
		}
		tops++
		s := strings.TrimSpace(ps[e.firstAt].Text[e.marker.Len:])
		if thatStart.MatchString(s) || complete(s) || subjunctive.MatchString(head(s, 200)) || kindOf(s, "") != "resolved" && !prosePast.MatchString(s) {
			yes++
		}
	}
	return tops > 0 && yes*3 >= tops*2
}

// past says that the text before a list tells what happened, so that the list is no draft.
func past(before []Paragraph) bool {
	n := 0
	for i := len(before) - 1; i >= 0 && n < 60; i-- {
		n++
		if told.MatchString(before[i].Text) {
			return true
		}
	}
	return false
}

var told = regexp.MustCompile(`(?i)\b(?:was|were|had|received|considered|introduced|presented|explained|reported|advised|noted|asked|stated|submitted|moved|discussed|highlighted|outlined|thanked|spoke|confirmed|welcomed|commented|expressed|responded|replied|provided|gave)\b`)
