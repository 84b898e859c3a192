package load

import (
	"councilgraph/ent"
	"councilgraph/ent/how"
	"councilgraph/ent/motion"
	"councilgraph/ent/participation"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
)

// A vote is a vote on a resolution only where that is settled. Its vote event must
//
//   - be no vote on an amendment: an amendment that is carried changes the motion, and what was resolved
//     was put to another vote;
//   - not have failed: not lost, not on a motion that was lost, withdrawn or not put, and not with more
//     or as many against as for, unless it is said to be carried;
//   - be the item's only vote that can be on what was resolved: of two, nothing says which;
//   - stand in an item of one motion, those that fell left aside. Where nothing says that the vote was
//     carried, or what it was on, the item must not have had an amendment or a motion that fell either;
//   - not be on a motion of another mover than the resolution's.
//
// Where the record names voters without a vote event of their own, in an item's text, the same holds.
// Somebody who comes out as having voted in two ways has no settled vote.

// votesOn are the votes that count for a resolution of the item.
func (f *itemFacts) votesOn(r *ent.Resolution) map[somebody]how.Mask {
	out := map[somebody]how.Mask{}
	named := false
	for _, e := range f.events {
		named = named || len(e.votes) > 0
	}
	switch e := f.decisive(); {
	case named && e != nil && !f.ofAnother(e, r):
		for _, v := range e.votes {
			out[who(v.PersonID, v.AsWritten)] |= voted(v.Option)
		}
	case !named && f.oneQuestion():
		for _, p := range f.parts {
			out[who(p.PersonID, p.AsWritten)] |= partOf(p.How) & how.Voted
		}
	}
	for w, m := range out {
		if m != how.VotedFor && m != how.VotedAgainst && m != how.Abstained {
			delete(out, w)
		}
	}
	return out
}

// decisive is the vote event that is on what the item resolved, nil where none is, or none is settled.
func (f *itemFacts) decisive() *voteFacts {
	var found *voteFacts
	for _, e := range f.events {
		if f.onAmendment(e) || f.failed(e) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	if found == nil {
		return nil
	}
	standing, fallen, amendments := f.put()
	if standing > 1 {
		return nil
	}
	clear := f.carried(found) && (found.Subject != nil || found.MotionID != nil)
	if !clear && fallen+amendments > 0 {
		return nil
	}
	return found
}

// oneQuestion says whether only one thing can have been voted on in the item, and that it did not fall.
func (f *itemFacts) oneQuestion() bool {
	standing, fallen, amendments := f.put()
	for _, e := range f.events {
		if f.onAmendment(e) || f.failed(e) {
			return false
		}
	}
	return len(f.events) <= 1 && standing <= 1 && fallen+amendments == 0
}

// put counts what was put to the meeting under the item: motions that stood or whose end is not known,
// motions that fell, and amendments.
func (f *itemFacts) put() (standing, fallen, amendments int) {
	for _, m := range f.motions {
		switch {
		case m.Kind == motion.KindAmendment:
			amendments++
		case fell(m):
			fallen++
		default:
			standing++
		}
	}
	return standing, fallen, amendments
}

func fell(m *ent.Motion) bool { return m.Result != nil && *m.Result != motion.ResultCarried }

func (f *itemFacts) onAmendment(e *voteFacts) bool {
	return e.Subject != nil && *e.Subject == voteevent.SubjectAmendment || f.of(e) != nil && f.of(e).Kind == motion.KindAmendment
}

// of is the motion that the vote is on, nil where that is not settled.
func (f *itemFacts) of(e *voteFacts) *ent.Motion {
	if e.MotionID == nil {
		return nil
	}
	return f.motions[*e.MotionID]
}

func (f *itemFacts) failed(e *voteFacts) bool {
	if m := f.of(e); m != nil && fell(m) {
		return true
	}
	if e.Result != nil {
		return *e.Result == voteevent.ResultLost
	}
	return !f.said(e) && e.CastingVote == nil && beaten(e)
}

// said says whether the motion of the vote is said to be carried.
func (f *itemFacts) said(e *voteFacts) bool {
	m := f.of(e)
	return m != nil && m.Result != nil && *m.Result == motion.ResultCarried
}

// carried says whether it is known that the vote was carried: by the record's word, or by its figures.
func (f *itemFacts) carried(e *voteFacts) bool {
	if e.Result != nil {
		return *e.Result == voteevent.ResultCarried
	}
	return f.said(e) || e.ForCount != nil && e.AgainstCount != nil && *e.ForCount > *e.AgainstCount
}

// beaten says whether the figures, or the names where there are names on both sides, show that it was
// not carried.
func beaten(e *voteFacts) bool {
	if e.ForCount != nil && e.AgainstCount != nil {
		return *e.ForCount <= *e.AgainstCount
	}
	in, against := 0, 0
	for _, v := range e.votes {
		switch v.Option {
		case vote.OptionFor:
			in++
		case vote.OptionAgainst:
			against++
		}
	}
	return in > 0 && in <= against
}

// ofAnother says whether the vote is on a motion that somebody else moved than the resolution.
func (f *itemFacts) ofAnother(e *voteFacts, r *ent.Resolution) bool {
	m := f.of(e)
	return m != nil && m.MoverID != nil && r.MoverID != nil && *m.MoverID != *r.MoverID
}

// voted is the part that a vote is.
func voted(o vote.Option) how.Mask {
	switch o {
	case vote.OptionFor:
		return how.VotedFor
	case vote.OptionAgainst:
		return how.VotedAgainst
	case vote.OptionAbstain:
		return how.Abstained
	}
	return 0
}

// partOf is the part that a participation is; 0 for what is no part in a resolution: being mentioned,
// away, or the mover of something that need not be the resolution.
func partOf(h participation.How) how.Mask {
	switch h {
	case participation.HowPresent, participation.HowSubstitute:
		return how.Present
	case participation.HowChair:
		return how.Chair
	case participation.HowSpeaker:
		return how.Speaker
	case participation.HowPresenter:
		return how.Presenter
	case participation.HowDeclaredInterest:
		return how.DeclaredInterest
	case participation.HowVotedFor:
		return how.VotedFor
	case participation.HowVotedAgainst:
		return how.VotedAgainst
	case participation.HowAbstained:
		return how.Abstained
	}
	return 0
}
