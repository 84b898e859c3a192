package minutes

import (
	"strings"

	"councilgraph/ingest/record"
)

// A Reading is the items of one meeting with the people whom their sentences name, read once for all
// that asks for them.
type Reading struct {
	items     []ItemText
	sightings [][]sighting       // beside items
	rosters   [][]AttendanceFact // beside items: the lists of people of the head
	declared  []DeclarationFact
	declarers bool // declared is set
}

// Read reads the items of one meeting, its head among them where that lists who was there.
func Read(items []ItemText) *Reading { return ReadAmong(items, nil) }

// ReadAmong is Read where a list of the page says who was there: a surname in an item is joined to the one
// person of that name among these as well.
func ReadAmong(items []ItemText, present []record.Attendance) *Reading {
	r := &Reading{items: items, sightings: make([][]sighting, len(items))}
	r.rosters = make([][]AttendanceFact, len(items))
	for i, item := range items {
		r.sightings[i] = sightItem(item)
		if len(item.Title) == 0 && item.Number == "" {
			// the head of minutes: its lists say more than its sentences
			r.rosters[i] = Roster(item.Minutes)
		}
	}
	listed := make([]AttendanceFact, len(present))
	for i, a := range present {
		listed[i].Attendance = a
	}
	known := registerOf(append(r.rosters[:len(r.rosters):len(r.rosters)], listed), r.sightings)
	for _, of := range r.sightings {
		for k := range of {
			of[k].name = known.fullName(of[k].mention)
		}
	}
	return r
}

// People are the parts that people had in the i-th item, as the function People finds them.
func (r *Reading) People(i int) []ParticipationFact {
	own := append([]sighting(nil), r.sightings[i]...)
	return peopleOf(r.items[i], own, r.Declarations())
}

// Declarations are the interests declared in the items, as the function Declarations finds them.
func (r *Reading) Declarations() []DeclarationFact {
	if !r.declarers {
		r.declared, r.declarers = declarationsOf(r.items, r.sightings), true
	}
	return r.declared
}

// Attendances are whom the items name as present or absent, as the function Attendances finds them.
func (r *Reading) Attendances() []AttendanceFact {
	return attendancesOf(r.items, r.sightings, r.rosters)
}

// NamedVotes are the votes of named people in the i-th item: from tables and lines of names, as the
// function NamedVotes finds them, and from its sentences ("Councillors A and B voted against").
func (r *Reading) NamedVotes(i int) []NamedVoteFact {
	out := NamedVotes(r.items[i].All())
	lines := map[int]bool{}
	for _, v := range out {
		lines[v.Place.Start] = true
	}
	options := map[string]string{howFor: voteFor, howAgainst: voteAgainst, howAbstained: voteAbstain}
	for _, s := range r.sightings[i] {
		option := options[s.how]
		if option == "" || s.name == "" || lines[s.place.Start] {
			continue
		}
		motion := ""
		if m := voteSubject.FindAllString(s.said, -1); len(m) > 0 {
			motion = strings.ToLower(m[len(m)-1])
		}
		out = append(out, NamedVoteFact{record.NamedVote{Name: s.name, AsWritten: s.quote, Option: option, Motion: motion}, s.place})
	}
	return out
}
