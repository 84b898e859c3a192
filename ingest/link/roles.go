package link

import "strings"

// roles settles the namings by a role alone: the one who is seen with the office at the meeting, or the one
// holder at the date.
func (r *resolver) roles() {
	type asked struct{ office, day, meeting string }
	known := map[asked][2][]sight{} // at the meeting, at the date
	for i, n := range r.namings {
		if n.name.form() != noName || n.SourceID != "" || len(n.offices) == 0 || n.Date == "" {
			continue
		}
		d := day(n.Date)
		var here, then []sight
		for _, o := range n.offices {
			q := asked{o, d, n.Meeting}
			found, ok := known[q]
			if !ok {
				found[0] = r.held.atMeeting(o, n.Meeting)
				if uniquePost(o) {
					found[1] = r.held.at(o, d)
				}
				known[q] = found
			}
			here, then = together(here, found[0]), together(then, found[1])
		}
		rule := RuleMeeting
		if len(here) == 0 {
			rule, here = RuleOffice, then
		}
		switch len(here) {
		case 0:
			r.answers[i] = settled{candidates: r.holders(n, d)}
		case 1:
			r.settle(i, here[0].person, rule, here[0].refs)
		default:
			for _, s := range here {
				r.answers[i].candidates = append(r.answers[i].candidates, s.person)
			}
		}
	}
}

// holders are those who are known to have held an office at another time and who were there on the day.
func (r *resolver) holders(n *naming, d string) []*someone {
	var out []*someone
	seen := map[*someone]bool{}
	for _, o := range n.offices {
		if strings.Contains(o, "/") { // a chair of the committee in another year is no candidate
			continue
		}
		for _, h := range r.held.ever(o) {
			if !seen[h.person] && h.person.there(d) {
				seen[h.person] = true
				out = append(out, h.person)
			}
		}
	}
	return out
}
