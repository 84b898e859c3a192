// Package certainty leaves open what a page's readings contradict each other about. Where two rules read
// one thing in two ways, neither is believed: the fact is taken out and counted as unsettled.
package certainty

import (
	"slices"
	"strings"

	"councilgraph/ingest/record"
)

// Weigh takes the contradictions out of a page and notes each where it stood.
func Weigh(page *record.Page) {
	for i := range page.Meetings {
		m := &page.Meetings[i]
		attendances(m)
		for j := range m.Items {
			namedVotes(&m.Items[j])
			figures(&m.Items[j])
		}
	}
}

// here and away are statuses that exclude each other. Who came late or left early can have sent apologies.
var (
	here = []string{"present", "substitute", "in_attendance"}
	away = []string{"apologies", "absent"}
)

// attendances takes out people who are read both as there and as away.
func attendances(m *record.Meeting) {
	rules := map[string]map[bool]record.Span{}
	for _, a := range m.Attendances {
		who := key(a.Name, a.AsWritten)
		if rules[who] == nil {
			rules[who] = map[bool]record.Span{}
		}
		if whole := a.Arrived == "" && a.Left == ""; whole && slices.Contains(here, a.Status) || slices.Contains(away, a.Status) {
			rules[who][slices.Contains(away, a.Status)] = a.Span
		}
	}
	m.Attendances = slices.DeleteFunc(m.Attendances, func(a record.Attendance) bool {
		who := key(a.Name, a.AsWritten)
		there, isThere := rules[who][false]
		gone, isAway := rules[who][true]
		if !isThere || !isAway || there.Rule == gone.Rule {
			return false
		}
		m.Unsettled = append(m.Unsettled, open("attendance of "+a.AsWritten, a.Span, there.Rule, gone.Rule))
		return true
	})
}

// namedVotes takes out people whom two rules read as voting in two ways on the same thing. Where one rule
// reads a person twice, the page tells of two votes.
func namedVotes(item *record.AgendaItem) {
	type vote struct{ who, on string }
	options := map[vote][]record.NamedVote{}
	for _, v := range item.NamedVotes {
		k := vote{key(v.Name, v.AsWritten), v.Motion}
		if !slices.ContainsFunc(options[k], func(o record.NamedVote) bool { return o.Option == v.Option }) {
			options[k] = append(options[k], v)
		}
	}
	item.NamedVotes = slices.DeleteFunc(item.NamedVotes, func(v record.NamedVote) bool {
		all := options[vote{key(v.Name, v.AsWritten), v.Motion}]
		if len(all) < 2 || !slices.ContainsFunc(all, func(o record.NamedVote) bool { return o.Span.Rule != all[0].Span.Rule }) {
			return false
		}
		item.Unsettled = append(item.Unsettled, open("vote of "+v.AsWritten, v.Span, all[0].Span.Rule, all[1].Span.Rule))
		return true
	})
}

// figures leaves a vote's figure open where the names that are listed for it are more than it says.
func figures(item *record.AgendaItem) {
	if len(item.Votes) != 1 {
		return // which of several votes the names belong to is settled when they are stored
	}
	v := &item.Votes[0]
	for option, stated := range map[string]**int{"for": &v.For, "against": &v.Against, "abstain": &v.Abstain} {
		listed := 0
		rule := ""
		for _, n := range item.NamedVotes {
			if n.Option == option && n.Motion == v.Motion {
				listed++
				rule = n.Span.Rule
			}
		}
		if *stated != nil && listed > **stated {
			item.Unsettled = append(item.Unsettled, open("number of votes "+option, v.Span, v.Span.Rule, rule))
			*stated = nil
		}
	}
	slices.SortStableFunc(item.Unsettled, func(a, b record.UnsettledReading) int { return strings.Compare(a.Field, b.Field) })
}

func open(field string, at record.Span, rules ...string) record.UnsettledReading {
	slices.Sort(rules)
	return record.UnsettledReading{Field: field, Rules: slices.Compact(rules), Span: at}
}

// key tells people of one page apart.
func key(name, asWritten string) string {
	if name == "" {
		name = asWritten
	}
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}
