package load

import (
	"testing"

	"councilgraph/ent"
	"councilgraph/ent/how"
	"councilgraph/ent/motion"
	"councilgraph/ent/participation"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
)

// put is a motion of the item by id.
func put(id int, kind motion.Kind, result motion.Result, mover int) *ent.Motion {
	m := &ent.Motion{ID: id, Kind: kind}
	if result != "" {
		m.Result = &result
	}
	if mover != 0 {
		m.MoverID = &mover
	}
	return m
}

// taken is a vote event in which person 7 votes for.
func taken(subject voteevent.Subject, result voteevent.Result, on int) *voteFacts {
	e := &voteFacts{VoteEvent: &ent.VoteEvent{}}
	if subject != "" {
		e.Subject = &subject
	}
	if result != "" {
		e.Result = &result
	}
	if on != 0 {
		e.MotionID = &on
	}
	person := 7
	e.votes = []*ent.Vote{{PersonID: &person, Option: vote.OptionFor}}
	return e
}

func (e *voteFacts) counted(in, against int) *voteFacts {
	e.ForCount, e.AgainstCount = &in, &against
	return e
}

func (e *voteFacts) with(option vote.Option, people ...int) *voteFacts {
	for _, p := range people {
		e.votes = append(e.votes, &ent.Vote{PersonID: &p, Option: option})
	}
	return e
}

// A vote counts for a resolution only where it is settled that it was on it.
func TestVotesOn(t *testing.T) {
	const (
		motionKind, amendment    = motion.KindMotion, motion.KindAmendment
		onMotion, onAmendment    = voteevent.SubjectMotion, voteevent.SubjectAmendment
		lost, carried            = voteevent.ResultLost, voteevent.ResultCarried
		motionLost, motionStands = motion.ResultLost, motion.ResultCarried
	)
	tests := []struct {
		name    string
		motions []*ent.Motion
		events  []*voteFacts
		mover   int // of the resolution
		want    bool
	}{
		{"the only vote, carried", nil, []*voteFacts{taken("", carried, 0)}, 0, true},
		{"the only vote, nothing said of its end", nil, []*voteFacts{taken("", "", 0)}, 0, true},
		{"lost", nil, []*voteFacts{taken(onMotion, lost, 0)}, 0, false},
		{"more against", nil, []*voteFacts{taken(onMotion, "", 0).counted(3, 4)}, 0, false},
		{"as many against", nil, []*voteFacts{taken(onMotion, "", 0).counted(4, 4)}, 0, false},
		{"as many against, said to be carried", nil, []*voteFacts{taken(onMotion, carried, 0).counted(4, 4)}, 0, true},
		{"more names against", nil, []*voteFacts{taken("", "", 0).with(vote.OptionAgainst, 8, 9)}, 0, false},
		{"on an amendment", nil, []*voteFacts{taken(onAmendment, carried, 0)}, 0, false},
		{"on a lost amendment, by its motion", []*ent.Motion{put(1, amendment, motionLost, 0)}, []*voteFacts{taken("", "", 1)}, 0, false},
		{"on a lost motion", []*ent.Motion{put(1, motionKind, motionLost, 0)}, []*voteFacts{taken(onMotion, "", 1)}, 0, false},
		{"on a motion that was withdrawn", []*ent.Motion{put(1, motionKind, motion.ResultWithdrawn, 0)}, []*voteFacts{taken(onMotion, "", 1)}, 0, false},
		{"nothing says on what, beside an amendment", []*ent.Motion{put(1, motionKind, "", 0), put(2, amendment, motionLost, 0)}, []*voteFacts{taken("", carried, 0)}, 0, false},
		{"on the motion, beside a lost amendment", []*ent.Motion{put(1, motionKind, "", 0), put(2, amendment, motionLost, 0)}, []*voteFacts{taken(onMotion, carried, 1)}, 0, true},
		{"on the motion, nothing said of its end, beside a lost amendment", []*ent.Motion{put(1, motionKind, "", 0), put(2, amendment, motionLost, 0)}, []*voteFacts{taken(onMotion, "", 1)}, 0, false},
		{"on the motion by figures, beside a lost amendment", []*ent.Motion{put(1, motionKind, "", 0), put(2, amendment, motionLost, 0)}, []*voteFacts{taken(onMotion, "", 1).counted(5, 2)}, 0, true},
		{"the amendment's vote, then the motion's", []*ent.Motion{put(1, motionKind, motionStands, 0), put(2, amendment, motionLost, 0)},
			[]*voteFacts{{VoteEvent: taken(onAmendment, lost, 2).VoteEvent}, taken(onMotion, carried, 1)}, 0, true},
		{"two votes that can be it", nil, []*voteFacts{taken(onMotion, carried, 0), taken(onMotion, carried, 0)}, 0, false},
		{"two votes, one lost", nil, []*voteFacts{taken(onMotion, lost, 0), taken(onMotion, carried, 0).with(vote.OptionFor, 8)}, 0, true},
		{"two motions", []*ent.Motion{put(1, motionKind, motionStands, 0), put(2, motionKind, motionStands, 0)}, []*voteFacts{taken(onMotion, carried, 1)}, 0, false},
		{"two motions, one fell", []*ent.Motion{put(1, motionKind, motionStands, 0), put(2, motionKind, motionLost, 0)}, []*voteFacts{taken(onMotion, carried, 1)}, 0, true},
		{"of another mover", []*ent.Motion{put(1, motionKind, motionStands, 3)}, []*voteFacts{taken(onMotion, carried, 1)}, 4, false},
		{"of the same mover", []*ent.Motion{put(1, motionKind, motionStands, 3)}, []*voteFacts{taken(onMotion, carried, 1)}, 3, true},
		{"named twice with two options", nil, []*voteFacts{taken("", carried, 0).with(vote.OptionAbstain, 7)}, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := &itemFacts{motions: map[int]*ent.Motion{}, events: tt.events}
			for _, m := range tt.motions {
				f.motions[m.ID] = m
			}
			r := &ent.Resolution{}
			if tt.mover != 0 {
				r.MoverID = &tt.mover
			}
			if got := f.votesOn(r)[somebody{person: 7}] == how.VotedFor; got != tt.want {
				t.Errorf("the vote counts: %t, want %t", got, tt.want)
			}
		})
	}
}

// Votes that only the item's text names count where there was only one question.
func TestVotesOn_text(t *testing.T) {
	person := 7
	spoken := []*ent.Participation{{PersonID: &person, How: participation.HowVotedAgainst}}
	tests := []struct {
		name    string
		motions []*ent.Motion
		events  []*voteFacts
		want    bool
	}{
		{"one question", nil, nil, true},
		{"one question, counted", nil, []*voteFacts{{VoteEvent: &ent.VoteEvent{}}}, true},
		{"a lost vote", nil, []*voteFacts{{VoteEvent: taken(voteevent.SubjectMotion, voteevent.ResultLost, 0).VoteEvent}}, false},
		{"an amendment", []*ent.Motion{put(1, motion.KindAmendment, "", 0)}, nil, false},
		{"a motion that fell", []*ent.Motion{put(1, motion.KindMotion, motion.ResultLost, 0)}, nil, false},
		{"other names were recorded", nil, []*voteFacts{{VoteEvent: &ent.VoteEvent{}, votes: []*ent.Vote{{AsWritten: "Dale", Option: vote.OptionFor}}}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := &itemFacts{motions: map[int]*ent.Motion{}, events: tt.events, parts: spoken}
			for _, m := range tt.motions {
				f.motions[m.ID] = m
			}
			if got := f.votesOn(&ent.Resolution{})[somebody{person: 7}] == how.VotedAgainst; got != tt.want {
				t.Errorf("the vote counts: %t, want %t", got, tt.want)
			}
		})
	}
}

func TestInChair(t *testing.T) {
	for role, want := range map[string]bool{
		"Chair": true, "The Chairman": true, "Vice-Chair (in the Chair)": true, "CHAIRPERSON": true,
		"Vice-Chair": false, "Chair of Governors": false, "Chair of the Audit Committee": false, "Leader": false, "": false,
	} {
		if got := inChair(&role); got != want {
			t.Errorf("%q in the chair: %t, want %t", role, got, want)
		}
	}
	if inChair(nil) {
		t.Error("no role is in the chair")
	}
}
