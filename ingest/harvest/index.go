package harvest

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"councilgraph/ingest/fetch"
)

// Links of pages that hold no records themselves: to the page of a committee, to a forward plan, to a matter of one.
var (
	toCommittee = toPage("mgCommitteeDetails", "ID")
	toPlan      = toPage("mgListPlanItems", "PlanId")
	toMatter    = toPage("mgIssueHistoryHome", "IId")
)

func toPage(script, parameter string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)href=["'][^"']*` + script + `\.aspx?\?(?:[^"']*&(?:amp;)?)?` + parameter + `=(\d+)`)
}

// linked are the numbers in the links of a page, each once.
func linked(answer fetch.Answer, to *regexp.Regexp) []string {
	var out []string
	for _, m := range to.FindAllSubmatch(answer.Bytes, -1) {
		if id := string(m[1]); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// latestPlans is how many forward plans are looked into: councils publish one a month, each of which repeats much of the last.
const latestPlans = 3

// index notes what a page leads to that holds no records itself. One that leads nowhere can be a firewall's: that is the error.
func (r *run) index(e *entry, answer fetch.Answer) error {
	var to []target
	switch e.kind {
	case listing:
		for _, id := range linked(answer, toCommittee) { // what they are called is told by their own pages
			to = append(to, committeeTarget(id))
		}
	case plans:
		all := linked(answer, toPlan)
		slices.SortFunc(all, func(a, b string) int { return cmp.Compare(number(b), number(a)) }) // they are numbered as they come
		for _, id := range all[:min(len(all), latestPlans)] {
			to = append(to, planTarget(id))
		}
	case plan:
		for _, id := range linked(answer, toMatter) {
			to = append(to, matterTarget(id))
		}
	}
	if len(to) == 0 {
		if _, err := r.intake.Read(answer.Document); theSite(err) {
			return err
		}
		e.state = isEmpty
		return nil
	}
	e.state = isTaken
	for _, t := range to {
		r.note(t)
	}
	return nil
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // digits, if not too many
	return n
}
