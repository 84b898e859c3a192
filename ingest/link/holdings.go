package link

import "slices"

// holding is one naming of somebody with an office.
type holding struct {
	person *someone
	day    string
	year   int
	term   term
	ref    Ref
	at     string // meeting
}

// holdings are who is known to have held an office, by the office.
type holdings map[string][]holding

func (h holdings) enter(n *naming, p *someone) {
	for _, o := range n.offices {
		h[o] = append(h[o], holding{p, day(n.Date), n.year, termOf(n), n.Ref, n.Meeting})
	}
}

// at are the holders of an office on a day: whose term covers it, or who were seen with it in the same municipal year. Where
// two were, the one who was seen with it last before and first after the day held it on the day. One seen with it on a page without
// a date held it as long as the person was there, where nobody else is known.
func (h holdings) at(office, d string) []sight {
	year := municipalYear(d)
	var found, undated []sight
	var before, after *holding
	twice := false
	for i := range h[office] {
		o := &h[office][i]
		switch {
		case o.term.from != "":
			if o.term.covers(d) {
				found = withSight(found, o)
			}
		case o.day == "":
			if d == "" || o.person.there(d) {
				undated = withSight(undated, o)
			}
		case d == "":
			found = withSight(found, o)
		case o.year == year && !o.person.gone(d):
			found = withSight(found, o)
			twice = closer(&before, o, o.day <= d && (before == nil || o.day >= before.day), before != nil && o.day == before.day) || twice
			twice = closer(&after, o, o.day >= d && (after == nil || o.day <= after.day), after != nil && o.day == after.day) || twice
		}
	}
	if len(found) == 0 {
		return undated
	}
	if len(found) > 1 && !twice && before != nil && after != nil && before.person == after.person {
		i := slices.IndexFunc(found, func(s sight) bool { return s.person == before.person })
		return found[i : i+1]
	}
	return found
}

// closer keeps the nearer of two holdings. It answers true where two people are equally near.
func closer(kept **holding, o *holding, nearer, sameDay bool) bool {
	if !nearer {
		return false
	}
	if sameDay {
		return (*kept).person != o.person
	}
	*kept = o
	return false
}

// atMeeting are those who are seen with an office in a meeting's pages.
func (h holdings) atMeeting(office, meeting string) []sight {
	var found []sight
	for i := range h[office] {
		if o := &h[office][i]; o.at == meeting {
			found = withSight(found, o)
		}
	}
	return found
}

func withSight(found []sight, o *holding) []sight {
	i := slices.IndexFunc(found, func(s sight) bool { return s.person == o.person })
	if i < 0 {
		return append(found, sight{o.person, []Ref{o.ref}})
	}
	found[i].refs = addRef(found[i].refs, o.ref)
	return found
}
