package minutes

// A Reading is the items of one meeting with the people whom their sentences name, read once for all
// that asks for them.
type Reading struct {
	items     []ItemText
	sightings [][]sighting // beside items
	declared  []DeclarationFact
	declarers bool // declared is set
}

// Read reads the items of one meeting, its head among them where that lists who was there.
func Read(items []ItemText) *Reading {
	r := &Reading{items: items, sightings: make([][]sighting, len(items))}
	for i, item := range items {
		r.sightings[i] = sightItem(item)
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
func (r *Reading) Attendances() []AttendanceFact { return attendancesOf(r.items, r.sightings) }
