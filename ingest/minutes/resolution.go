package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// ResolutionFact is one thing that the meeting resolved; the caller turns Place into the Span.
type ResolutionFact struct {
	record.Resolution
	Place Place
}

// Resolutions finds what was resolved under an item. A resolution that stands under Decision: and
// again under Minutes: is found once. What an agenda proposes, what was lost and what was noted in
// passing beside a formal decision is no resolution.
//
// Formal words come first: RESOLVED, Decision:, "The Council resolved". Only where an item has none
// of them is a carried motion, a list whose introduction was lost in rendering, or a plain sentence
// ("The minutes were approved.") taken for the decision.
func Resolutions(t ItemText) []ResolutionFact {
	if t.Draft || !resolving(t.Page) {
		return nil
	}
	var all []ResolutionFact
	all = append(all, formal(t.Decision, true)...)
	all = append(all, formal(t.Minutes, false)...)
	text := append(append([]Paragraph(nil), t.Decision...), t.Minutes...)
	if len(text) == 0 {
		text = t.Notes
		all = formal(t.Notes, false)
	}
	all = strongest(all)
	if len(all) == 0 {
		all = carried(text)
	}
	if len(all) == 0 {
		all = bareList(text, decided(t.Page))
	}
	if len(all) == 0 {
		all = prose(text)
	}
	all = once(all)
	for i := range all {
		all[i].DelegatedTo, all[i].RecommendedTo = delegatedTo(all[i].Text), recommendedTo(all[i])
	}
	return all
}

// decided says whether pages of a type tell only of what is over.
func decided(p record.PageType) bool {
	switch p {
	case record.PageList, record.PageDecision, record.PageDecisionList, record.PageIssueDecisions, record.PageMinutesDoc, record.PageLegacyMinutes:
		return true
	}
	return false
}

// strongest keeps "The Board agreed to ..." in running text only where nothing more formal stands
// beside it.
func strongest(all []ResolutionFact) []ResolutionFact {
	var out []ResolutionFact
	for _, f := range all {
		if f.Place.Rule != weakRule {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// weakRule is the rule of what a body agreed in the course of running text.
const weakRule = "body-agreed"

// resolving says whether pages of a type tell what was resolved.
func resolving(p record.PageType) bool {
	switch p {
	case record.PageVotes, record.PageCommittee, record.PageCouncillor, record.PageOutsideBodies, record.PagePlanItem,
		record.PageMembers, record.PageCalendar, record.PageDeclarations, record.PageAttendance, record.PageAttendanceSummary:
		return false
	}
	return true
}

// once drops what says the same as an earlier resolution of the item.
func once(all []ResolutionFact) []ResolutionFact {
	var out []ResolutionFact
	var keys []string
next:
	for _, f := range all {
		key := sameKey(f.Text)
		if key == "" {
			continue
		}
		for i, k := range keys {
			if same(k, key) {
				if out[i].Mover == "" {
					out[i].Mover, out[i].Seconder = f.Mover, f.Seconder
				}
				continue next
			}
		}
		keys = append(keys, key)
		out = append(out, f)
	}
	return out
}

// sameKey is a text without case, blanks, punctuation and leading "that".
func sameKey(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 0xbf && c != 0x2019 && c != 0x2018 && c != 0x2013 && c != 0x2014 && c != 0x201c && c != 0x201d {
			b.WriteRune(c)
		}
	}
	return strings.TrimPrefix(b.String(), "that")
}

// same says that two keys are one resolution: equal, or the longer one only goes on where the shorter ends.
func same(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) > 25 && strings.HasPrefix(b, a) && len(a)*10 >= len(b)*8
}

// fact makes a resolution of page text from..to that stands in the paragraphs; kind is told by the
// text and the word that introduced it.
func fact(text string, start int, number, intro, rule string) ResolutionFact {
	from, to := trimPunct(text)
	to = from + withoutTail(text[from:to])
	return ResolutionFact{
		Resolution: record.Resolution{Number: number, Text: squeeze(text[from:to]), Kind: kindOf(text[from:to], intro)},
		Place:      Place{Start: start + from, End: start + to, Rule: rule},
	}
}

// afterText is what minutes add behind a resolution on its line: who moved it and how it was carried.
var afterText = regexp.MustCompile(`[.;][\s\x{a0}]+[(\[]?(?:Proposed|Proposer|Moved|Seconded|Seconder|All in favour|All agreed|Agreed unanimously|Carried|CARRIED|Unanimous|Vote:|Voting:?|Votes:)\b`)

// withoutTail is how much of a text is the resolution itself.
func withoutTail(s string) int {
	if m := afterText.FindStringIndex(s); m != nil && m[0] > 8 {
		return m[0] + 1
	}
	return len(s)
}

// trimPunct is where a resolution's words begin and end: blanks and the dash or colon of its
// introduction are no part of it.
func trimPunct(s string) (int, int) {
	from, to := 0, len(s)
	for from < to && (strings.HasPrefix(s[from:], " ") || strings.HasPrefix(s[from:], "\u00a0") || strings.ContainsRune("\n\t\r:;,.–—- ", firstRune(s[from:]))) {
		from += len(string(firstRune(s[from:])))
	}
	for to > from {
		r := lastRune(s[from:to])
		if r != ' ' && r != '\u00a0' && r != '\n' && r != '\t' && r != '\r' {
			break
		}
		to -= len(string(r))
	}
	if to > from && s[to-1] == ']' && !strings.Contains(s[from:to], "[") {
		to--
	}
	return from, to
}

// squeeze is a text with every run of blanks as one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
