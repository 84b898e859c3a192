package synthetic

import (
	"fmt"
	"strings"
)

// opening are the items that every meeting begins with; they resolve little.
var opening = []string{"Apologies for Absence", "Declarations of Interest", "Minutes of the Previous Meeting"}

// topics are what items are about, the commonest first.
var topics = []string{
	"Revenue Budget Monitoring", "Capital Programme", "Planning Application", "Work Programme", "Treasury Management", "Local Plan", "Housing Strategy",
	"Highways Maintenance", "Schools Admissions", "Leisure Centre", "Air Quality", "Parking Review", "Waste Collection", "Adult Social Care Charging",
	"Children's Services Improvement", "Homelessness Prevention", "Climate Emergency Action Plan", "Library Services", "Council Tax Support", "Corporate Risk Register",
	"Internal Audit Progress", "Flood Defences", "Town Centre Regeneration", "Cycling and Walking", "Fostering Service", "Public Health", "Car Parking Charges",
	"Empty Homes", "Street Lighting", "Allotments", "Community Safety", "Licensing Policy", "Conservation Area", "Tree Preservation Order", "Playgrounds",
	"Cemetery Fees", "Business Rates Relief", "Devolution", "Markets", "Digital Inclusion", "Museum Collections", "Coastal Erosion",
}

var subjects = []string{"report", "strategy", "budget", "scheme", "application", "policy", "plan", "grant", "contract", "lease", "consultation", "review", "programme", "framework"}

var purposes = []string{
	"to set out progress since the last meeting", "to seek approval for the next stage", "to respond to the consultation", "to bring forward savings",
	"to meet the council's statutory duty", "to consider the recommendations of the scrutiny panel",
}

// kinds are what resolutions do, with how often in a hundred and how they begin.
var kinds = []struct {
	name   string
	weight int
	text   string
}{
	{"NOTED", 30, "That the %s on %s be noted"},
	{"APPROVED", 26, "That the %s for %s be approved"},
	{"AGREED", 13, "That the %s for %s be agreed"},
	{"RESOLVED", 11, "That officers bring a further %s on %s to the next meeting"},
	{"DELEGATED", 7, "That authority to complete the %s for %s be delegated"},
	{"RECOMMENDED", 6, "That Council be recommended to adopt the %s on %s"},
	{"REFUSED", 4, "That the %s for %s be refused"},
	{"DEFERRED", 2, "That the %s on %s be deferred"},
	{"REFERRED", 1, "That the %s on %s be referred to the Cabinet"},
}

// approval is the index of the kind that minutes are resolved with.
const approval = 1

// outcome is what becomes of an item whose resolutions are of these kinds: the first of the schema's order.
func outcome(drawn []int) string {
	for _, name := range []string{"DEFERRED", "REFUSED", "RECOMMENDED", "APPROVED", "AGREED", "RESOLVED", "REFERRED", "DELEGATED", "NOTED"} {
		for _, k := range drawn {
			if kinds[k].name == name {
				return name
			}
		}
	}
	return ""
}

// kind is the index of a resolution's kind.
func (d dice) kind() int {
	at := d.IntN(100)
	for i, k := range kinds {
		if at -= k.weight; at < 0 {
			return i
		}
	}
	return 0
}

// resolved is a resolution's text: mostly one sentence, sometimes with conditions.
func (d dice) resolved(kind int, topic string) string {
	var b strings.Builder
	fmt.Fprintf(&b, kinds[kind].text, pick(d, subjects), topic)
	if d.chance(0.4) {
		fmt.Fprintf(&b, ", %s", pick(d, purposes))
	}
	for d.chance(0.25) {
		fmt.Fprintf(&b, "; and that the %s at %s, %s be included", pick(d, subjects), pick(d, streets), pick(d, places))
	}
	b.WriteByte('.')
	return b.String()
}

// minuted is what the minutes say before the resolutions.
func (d dice) minuted(speaker, topic string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s introduced the %s on %s.", speaker, pick(d, subjects), topic)
	for range d.few(0.25) {
		fmt.Fprintf(&b, " Members asked about the %s in %s and heard that the %s would follow in the %s.", pick(d, subjects), pick(d, places), pick(d, subjects), pick(d, subjects))
	}
	return b.String()
}
