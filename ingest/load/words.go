package load

import (
	"strings"

	"councilgraph/ingest/record"
)

// Slug is a name as it stands in an address: lower case, without accents, words joined by hyphens.
// One that is too long for an address ends in digits that stand for the whole.
func Slug(name string) string {
	const longest = 200
	return record.Shorten(strings.ReplaceAll(folded(name), " ", "-"), longest, "-")
}

// committeeWords tell a committee's kind by words of its name; the first that fits counts.
var committeeWords = []struct {
	kind  string
	words []string
}{
	{"JOINT_COMMITTEE", []string{"joint"}},
	{"HEALTH_AND_WELLBEING", []string{"health and wellbeing board", "health and well being board", "health wellbeing board"}},
	{"SCRUTINY", []string{"scrutiny", "overview", "select committee", "pds committee", "craffu"}},
	{"CABINET", []string{"cabinet", "executive", "y cabinet"}},
	{"AUDIT", []string{"audit"}},
	{"STANDARDS", []string{"standards", "conduct"}},
	{"REGULATORY", []string{"planning", "licensing", "regulatory", "development control", "development management", "appeals", "rights of way", "cynllunio", "trwyddedu"}},
	{"AREA", []string{"area committee", "area board", "area forum", "area panel", "locality", "neighbourhood", "ward forum", "community council", "community forum", "local committee"}},
	{"ADVISORY", []string{"advisory", "working group", "working party", "task group", "task and finish", "forum", "consultative", "liaison"}},
}

// memberOfCabinet says whether a maker of decisions is one member of the executive, not the executive.
func memberOfCabinet(maker string) bool {
	plain := " " + folded(maker) + " "
	for _, w := range []string{" member ", " leader ", " holder ", " mayor ", " director ", " officer ", " head ", " manager ", " executive for ", " secretary ", " deputy "} {
		if strings.Contains(plain, w) {
			return true
		}
	}
	return false
}

// committeeKind tells what kind of body a committee is from its name.
func committeeKind(name string) string {
	plain := folded(strings.ReplaceAll(name, "&", " and "))
	for _, full := range []string{"council", "full council", "county council", "city council", "borough council", "district council", "annual council", "extraordinary council", "council meeting", "cyngor", "cyngor llawn"} {
		if plain == full || strings.HasPrefix(plain, "council ") && strings.Contains(name, "(") && full == "council" {
			return "FULL_COUNCIL"
		}
	}
	for _, k := range committeeWords {
		for _, w := range k.words {
			if strings.Contains(" "+plain+" ", " "+w+" ") {
				return k.kind
			}
		}
	}
	return "OTHER"
}
