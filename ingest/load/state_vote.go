package load

import (
	"fmt"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// motions states the motions and amendments of an item and gives their keys in order.
func (s *speaker) motions(item string, from *record.AgendaItem, at place) []string {
	keys := make([]string, len(from.Motions))
	last := "" // the motion that an amendment after it amends
	for i, m := range from.Motions {
		keys[i] = fmt.Sprintf("%s/motion/%d", item, i+1)
		values := map[string]any{
			"position": i + 1, "kind": strings.ToUpper(m.Kind), "text": m.Text, "result": strings.ToUpper(m.Result), "agenda_item_id": item,
		}
		if m.Kind == "amendment" && last != "" {
			values["amends_id"] = last
		}
		if m.Kind == "motion" {
			last = keys[i]
		}
		s.movers(values, at, m.Mover, m.Seconder, m.Span)
		s.say("Motion", keys[i], m.Span, from.Truncated, values)
	}
	return keys
}

// votes states the votes of an item: the counted ones, and those of which only the names are given.
func (s *speaker) votes(item string, from *record.AgendaItem, at place, motions []string) {
	for i, v := range voteEvents(from) {
		key := fmt.Sprintf("%s/vote/%d", item, i+1)
		values := map[string]any{
			"position": i + 1, "for_count": v.For, "against_count": v.Against, "abstain_count": v.Abstain,
			"method": strings.ToUpper(v.Method), "result": strings.ToUpper(v.Result), "casting_vote": v.Casting,
			"subject": strings.ToUpper(v.Motion), "agenda_item_id": item, "motion_id": onlyMotion(from, motions, v.Motion),
		}
		s.say("VoteEvent", key, v.Span, from.Truncated, values)
		for n, name := range v.names {
			values := map[string]any{
				"position": n + 1, "option": strings.ToUpper(name.Option), "as_written": name.AsWritten, "vote_event_id": key,
			}
			who := at.mention(link.Part, name.Name)
			who.SourceID, who.Capacity = name.PersonID, "councillor"
			s.lead(values, who, name.Span)
			s.say("Vote", s.free("Vote", key+"/"+Slug(name.AsWritten)), name.Span, from.Truncated, values)
		}
	}
}

// voteEvent is a counted vote with the names that belong to it.
type voteEvent struct {
	record.VoteCount
	names []record.NamedVote
}

// voteEvents puts named votes to the counted vote on the same thing. Where several votes were counted on
// it, the names go to the one whose figures they make up; where none fits, the names are a vote of their
// own, whose figures the page does not state.
func voteEvents(item *record.AgendaItem) []voteEvent {
	out := make([]voteEvent, len(item.Votes))
	for i, v := range item.Votes {
		out[i] = voteEvent{VoteCount: v}
	}
	for _, names := range rollCalls(item.NamedVotes) {
		on := names[0].Motion
		if i := fitting(out, on, names); i >= 0 {
			out[i].names = names
			continue
		}
		out = append(out, voteEvent{record.VoteCount{Motion: on, Method: "recorded", Span: names[0].Span}, names})
	}
	return out
}

// rollCalls are the named votes, vote by vote: a new one begins with what is voted on, and where a
// person is named again.
func rollCalls(all []record.NamedVote) [][]record.NamedVote {
	var out [][]record.NamedVote
	current := map[string]int{} // the roll call on each subject
	last := map[string]int{}    // the roll call in which each person was named last
	for _, n := range all {
		who := n.Motion + "|" + folded(n.Name+n.AsWritten)
		i, begun := current[n.Motion]
		if in, named := last[who]; !begun || named && in == i {
			i = len(out)
			current[n.Motion] = i
			out = append(out, nil)
		}
		last[who] = i
		out[i] = append(out[i], n)
	}
	return out
}

// fitting is the counted vote that the names belong to, -1 for none.
func fitting(events []voteEvent, on string, names []record.NamedVote) int {
	count := map[string]int{}
	for _, n := range names {
		count[n.Option]++
	}
	agrees := func(stated *int, option string) bool { return stated == nil || *stated == count[option] }
	found := -1
	for i, e := range events {
		if e.names == nil && (e.Motion == on || e.Motion == "" || on == "") && (e.For != nil || e.Against != nil) &&
			agrees(e.For, "for") && agrees(e.Against, "against") && agrees(e.Abstain, "abstain") {
			if found >= 0 {
				return -1 // two fit; which one is not settled
			}
			found = i
		}
	}
	return found
}

// onlyMotion is the key of the item's motion or amendment, where there is just one that a vote on it can
// be meant by.
func onlyMotion(item *record.AgendaItem, keys []string, kind string) string {
	found := ""
	for i, m := range item.Motions {
		if m.Kind == kind {
			if found != "" {
				return ""
			}
			found = keys[i]
		}
	}
	return found
}
