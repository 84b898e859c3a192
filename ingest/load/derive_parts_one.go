package load

import (
	"maps"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/how"
)

// ItemRecord is what an item's record says of people, for those who write the nodes themselves and want the parts
// that loading would derive from them.
type ItemRecord struct {
	Participations []*ent.Participation
	Motions        []*ent.Motion
	VoteEvents     []*ent.VoteEvent
	Votes          []*ent.Vote
	Declarations   []*ent.Declaration
}

// Part is somebody's part in a resolution: of a person, or of a name that is not settled (Person 0).
type Part struct {
	Person    int
	AsWritten string
	How       how.Mask
}

// Parts are the parts in resolutions of one item, resolution by resolution, in the order in which loading writes
// them. Those present are the meeting's attendances.
func (r ItemRecord) Parts(resolutions []*ent.Resolution, present []*ent.Attendance) [][]Part {
	f := &itemFacts{parts: r.Participations, motions: map[int]*ent.Motion{}, declared: r.Declarations}
	for _, m := range r.Motions {
		f.motions[m.ID] = m
	}
	for _, e := range r.VoteEvents {
		of := &voteFacts{VoteEvent: e}
		for _, v := range r.Votes {
			if v.VoteEventID == e.ID {
				of.votes = append(of.votes, v)
			}
		}
		f.events = append(f.events, of)
	}
	out := make([][]Part, len(resolutions))
	for i, resolution := range resolutions {
		masks := f.partsIn(resolution, present)
		for _, w := range slices.SortedFunc(maps.Keys(masks), somebody.compare) {
			out[i] = append(out[i], Part{w.person, w.asWritten, masks[w]})
		}
	}
	return out
}
