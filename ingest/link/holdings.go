package link

import (
	"slices"
	"strings"
)

// holding is one naming of somebody with an office.
type holding struct {
	person *someone
	day    string
	term   term
	ref    Ref
}

// held is who is known to have held one office.
type held struct {
	years   map[int][]holding // seen with it on a day, by municipal year
	terms   []holding         // for the days of a term
	undated []holding
	ever    []sight // all of them, each person once
	met     map[string][]sight
	sat     map[string][]sight // of a chair: who took it
}

// holdings are who is known to have held an office, by the office.
type holdings map[string]*held

func (h holdings) enter(n *naming, p *someone) {
	for _, o := range n.offices {
		of := h[o]
		if of == nil {
			of = &held{years: map[int][]holding{}, met: map[string][]sight{}, sat: map[string][]sight{}}
			h[o] = of
		}
		one := holding{person: p, day: day(n.Date), ref: n.Ref}
		if n.Bearing != Roster { // whose term is that of the person, not of the office
			one.term = termOf(n)
		}
		if n.Meeting != "" {
			of.met[n.Meeting] = withSight(of.met[n.Meeting], &one)
		}
		if n.sat && strings.HasPrefix(o, "chair/") {
			of.sat[n.Meeting] = withSight(of.sat[n.Meeting], &one)
			continue
		}
		of.ever = withSight(of.ever, &one)
		switch {
		case one.term.from != "":
			of.terms = append(of.terms, one)
		case n.year == 0:
			of.undated = append(of.undated, one)
		default:
			of.years[n.year] = append(of.years[n.year], one)
		}
	}
}

// at are the holders of an office on a day: whose term covers it, or who were seen with it in the same municipal year. Where
// two were, the one who was seen with it last before and first after the day held it on the day. One seen with it on a page without
// a date held it as long as the person was there, where nobody else is known. Of an unknown day they are all who ever held it.
func (h holdings) at(office, d string) []sight {
	of := h[office]
	if of == nil || d == "" {
		return h.ever(office)
	}
	var found, undated []sight
	for i := range of.terms {
		if o := &of.terms[i]; o.term.covers(d) {
			found = withSight(found, o)
		}
	}
	var before, after *holding
	var twoBefore, twoAfter bool
	year := of.years[municipalYear(d)]
	for i := range year {
		o := &year[i]
		if o.person.gone(d) {
			continue
		}
		found = withSight(found, o)
		if o.day <= d {
			before, twoBefore = nearer(before, o, twoBefore, before == nil || o.day > before.day)
		}
		if o.day >= d {
			after, twoAfter = nearer(after, o, twoAfter, after == nil || o.day < after.day)
		}
	}
	if len(found) > 1 && before != nil && after != nil && before.person == after.person && !twoBefore && !twoAfter {
		i := slices.IndexFunc(found, func(s sight) bool { return s.person == before.person })
		return found[i : i+1]
	}
	if len(found) > 0 {
		return found
	}
	for i := range of.undated {
		if o := &of.undated[i]; o.person.there(d) {
			undated = withSight(undated, o)
		}
	}
	return undated
}

// ever are all who are known to have held an office.
func (h holdings) ever(office string) []sight {
	if of := h[office]; of != nil {
		return of.ever
	}
	return nil
}

// nearer keeps the nearer of two sightings with an office, and whether two people are equally near.
func nearer(kept, o *holding, two, isNearer bool) (*holding, bool) {
	switch {
	case isNearer:
		return o, false
	case o.day == kept.day:
		return kept, two || o.person != kept.person
	}
	return kept, two
}

// atMeeting are those who are seen with an office in a meeting's pages; of a chair, who took it there where that is told.
func (h holdings) atMeeting(office, meeting string) []sight {
	of := h[office]
	switch {
	case of == nil || meeting == "":
		return nil
	case len(of.sat[meeting]) > 0:
		return of.sat[meeting]
	}
	return of.met[meeting]
}

func withSight(found []sight, o *holding) []sight {
	i := slices.IndexFunc(found, func(s sight) bool { return s.person == o.person })
	if i < 0 {
		return append(found, sight{person: o.person, refs: []Ref{o.ref}})
	}
	found[i].refs = addRef(found[i].refs, o.ref)
	return found
}
