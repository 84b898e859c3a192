package load

import (
	"context"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/decision"
	"councilgraph/ent/declaration"
	"councilgraph/ent/motion"
	"councilgraph/ent/participation"
	"councilgraph/ent/resolution"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
)

// somebody is a person of the store, or a name that is not settled to one.
type somebody struct {
	person    int    // 0 where the name is not settled
	asWritten string // "" where it is
}

func who(person *int, asWritten string) somebody {
	if person != nil {
		return somebody{person: *person}
	}
	return somebody{asWritten: asWritten}
}

// facts are what the parts in some resolutions follow from.
type facts struct {
	resolutions []*ent.Resolution
	items       map[int]*itemFacts
	present     map[int][]*ent.Attendance // by meeting
}

// itemFacts are what an item's record says of people.
type itemFacts struct {
	parts    []*ent.Participation
	motions  map[int]*ent.Motion
	events   []*voteFacts
	declared []*ent.Declaration
	decided  []*ent.Decision
}

// voteFacts is a vote event with its votes.
type voteFacts struct {
	*ent.VoteEvent
	votes []*ent.Vote
}

// readFacts reads what the parts in these resolutions follow from, leaving out nodes that are gone.
func readFacts(ctx context.Context, s *store, ids []int, gone touched) (*facts, error) {
	f := &facts{items: map[int]*itemFacts{}, present: map[int][]*ent.Attendance{}}
	var err error
	f.resolutions, err = s.tx.Resolution.Query().Where(resolution.IDIn(ids...)).Order(ent.Asc(resolution.FieldID)).
		Select(resolution.FieldID, resolution.FieldAgendaItemID, resolution.FieldMeetingID, resolution.FieldMoverID, resolution.FieldSeconderID,
			resolution.FieldMoverAsWritten, resolution.FieldSeconderAsWritten, resolution.FieldDateAsc, resolution.FieldDateDesc).All(ctx)
	if err != nil {
		return nil, errRead("resolutions", err)
	}
	items, meetings := idSet{}, idSet{}
	for _, r := range f.resolutions {
		items.add(r.AgendaItemID)
		if r.MeetingID != nil {
			meetings.add(*r.MeetingID)
		}
		r.MoverID, r.SeconderID = left(r.MoverID, gone), left(r.SeconderID, gone)
	}
	for id := range items {
		f.items[id] = &itemFacts{motions: map[int]*ent.Motion{}}
	}
	for _, read := range []func(context.Context, *store, []int, touched) error{f.readParticipations, f.readMotions, f.readVotes, f.readDeclarations, f.readDecisions} {
		if err := read(ctx, s, items.sorted(), gone); err != nil {
			return nil, err
		}
	}
	return f, f.readAttendances(ctx, s, meetings.sorted(), gone)
}

// is says whether a node is among those that are gone.
func (t touched) is(kind string, id int) bool {
	_, found := slices.BinarySearch(t[kind], int64(id))
	return found
}

// left is the person, nil where it is gone.
func left(person *int, gone touched) *int {
	if person != nil && gone.is("Person", *person) {
		return nil
	}
	return person
}

func (f *facts) readAttendances(ctx context.Context, s *store, meetings []int, gone touched) error {
	rows, err := s.tx.Attendance.Query().Where(attendance.MeetingIDIn(meetings...)).Order(ent.Asc(attendance.FieldID)).
		Select(attendance.FieldID, attendance.FieldMeetingID, attendance.FieldPersonID, attendance.FieldAsWritten, attendance.FieldStatus, attendance.FieldRole).All(ctx)
	if err != nil {
		return errRead("attendances", err)
	}
	for _, r := range rows {
		if !gone.is("Attendance", r.ID) {
			r.PersonID = left(r.PersonID, gone)
			f.present[r.MeetingID] = append(f.present[r.MeetingID], r)
		}
	}
	return nil
}

func (f *facts) readParticipations(ctx context.Context, s *store, items []int, gone touched) error {
	rows, err := s.tx.Participation.Query().Where(participation.AgendaItemIDIn(items...)).Order(ent.Asc(participation.FieldID)).
		Select(participation.FieldID, participation.FieldAgendaItemID, participation.FieldPersonID, participation.FieldAsWritten, participation.FieldHow).All(ctx)
	if err != nil {
		return errRead("participations", err)
	}
	for _, r := range rows {
		if !gone.is("Participation", r.ID) {
			r.PersonID = left(r.PersonID, gone)
			f.items[r.AgendaItemID].parts = append(f.items[r.AgendaItemID].parts, r)
		}
	}
	return nil
}

func (f *facts) readMotions(ctx context.Context, s *store, items []int, gone touched) error {
	rows, err := s.tx.Motion.Query().Where(motion.AgendaItemIDIn(items...)).
		Select(motion.FieldID, motion.FieldAgendaItemID, motion.FieldKind, motion.FieldResult, motion.FieldMoverID).All(ctx)
	if err != nil {
		return errRead("motions", err)
	}
	for _, r := range rows {
		if !gone.is("Motion", r.ID) {
			r.MoverID = left(r.MoverID, gone)
			f.items[r.AgendaItemID].motions[r.ID] = r
		}
	}
	return nil
}

func (f *facts) readVotes(ctx context.Context, s *store, items []int, gone touched) error {
	rows, err := s.tx.VoteEvent.Query().Where(voteevent.AgendaItemIDIn(items...)).Order(ent.Asc(voteevent.FieldID)).All(ctx)
	if err != nil {
		return errRead("vote events", err)
	}
	events := map[int]*voteFacts{}
	ids := make([]int, 0, len(rows))
	for _, r := range rows {
		if !gone.is("VoteEvent", r.ID) {
			events[r.ID] = &voteFacts{VoteEvent: r}
			f.items[r.AgendaItemID].events = append(f.items[r.AgendaItemID].events, events[r.ID])
			ids = append(ids, r.ID)
		}
	}
	for chunk := range slices.Chunk(ids, bound) {
		votes, err := s.tx.Vote.Query().Where(vote.VoteEventIDIn(chunk...)).Order(ent.Asc(vote.FieldID)).All(ctx)
		if err != nil {
			return errRead("votes", err)
		}
		for _, v := range votes {
			if !gone.is("Vote", v.ID) {
				v.PersonID = left(v.PersonID, gone)
				events[v.VoteEventID].votes = append(events[v.VoteEventID].votes, v)
			}
		}
	}
	return nil
}

func (f *facts) readDeclarations(ctx context.Context, s *store, items []int, gone touched) error {
	rows, err := s.tx.Declaration.Query().Where(declaration.AgendaItemIDIn(items...)).Order(ent.Asc(declaration.FieldID)).All(ctx)
	if err != nil {
		return errRead("declarations", err)
	}
	for _, r := range rows {
		if !gone.is("Declaration", r.ID) {
			r.PersonID = left(r.PersonID, gone)
			f.items[*r.AgendaItemID].declared = append(f.items[*r.AgendaItemID].declared, r)
		}
	}
	return nil
}

func (f *facts) readDecisions(ctx context.Context, s *store, items []int, gone touched) error {
	of, err := decisionsOfItems(ctx, s, items)
	if err != nil {
		return err
	}
	for item, ids := range of {
		at := f.items[item]
		if at == nil {
			continue
		}
		rows, err := s.tx.Decision.Query().Where(decision.IDIn(ids...)).Order(ent.Asc(decision.FieldID)).
			Select(decision.FieldID, decision.FieldPersonID, decision.FieldCommitteeID, decision.FieldMaker).All(ctx)
		if err != nil {
			return errRead("decisions", err)
		}
		for _, r := range rows {
			if !gone.is("Decision", r.ID) {
				r.PersonID = left(r.PersonID, gone)
				at.decided = append(at.decided, r)
			}
		}
	}
	return nil
}
