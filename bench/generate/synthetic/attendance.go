package synthetic

import (
	"cmp"
	"maps"
	"slices"

	"councilgraph/internal/figures"
)

// attendedBy names a person's attendances of a committee in a year.
type attendedBy struct {
	committee int
	year      string
	person    int
}

// attend counts a meeting for those of whom its lists say something.
func (b *borough) attend(s *sitting, said map[int]figures.States) {
	if b.w.texts == nil {
		return
	}
	for person, states := range said {
		at := attendedBy{s.body.id, s.date[:len("2006")], person}
		if b.attended[at] == nil {
			b.attended[at] = &figures.Attended{}
		}
		b.attended[at].Add(states, 1)
	}
}

// attendanceYears writes what the attendances of each committee come to by year, as loading derives it from the nodes.
func (b *borough) attendanceYears() {
	inOrder := func(x, y attendedBy) int {
		return cmp.Or(cmp.Compare(x.committee, y.committee), cmp.Compare(x.year, y.year), cmp.Compare(x.person, y.person))
	}
	for _, at := range slices.SortedFunc(maps.Keys(b.attended), inOrder) {
		v := values{"council_id": b.id, "committee_id": at.committee, "year": at.year, "person_id": at.person}
		counts := b.attended[at].Counts()
		for i, column := range figures.AttendedColumns() {
			v[column] = *counts[i]
		}
		b.w.add("attendance_years", v)
	}
}
