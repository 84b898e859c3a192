package load

import (
	"slices"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/how"
	"councilgraph/ent/participation"
	"councilgraph/ent/vote"
)

// inResolution is who has which part in a resolution.
type inResolution struct {
	*ent.Resolution
	who map[somebody]how.Mask
}

// parts are the parts in every resolution that the facts are of.
func (f *facts) parts() []inResolution {
	out := make([]inResolution, len(f.resolutions))
	for i, r := range f.resolutions {
		var present []*ent.Attendance
		if r.MeetingID != nil {
			present = f.present[*r.MeetingID]
		}
		out[i] = inResolution{r, f.items[r.AgendaItemID].partsIn(r, present)}
	}
	return out
}

// partsIn are the parts in one resolution of the item.
func (f *itemFacts) partsIn(r *ent.Resolution, present []*ent.Attendance) map[somebody]how.Mask {
	out := f.votesOn(r)
	add := func(w somebody, m how.Mask) {
		if m != 0 && w != (somebody{}) {
			out[w] |= m
		}
	}
	add(who(r.MoverID, value(r.MoverAsWritten)), how.Mover)
	add(who(r.SeconderID, value(r.SeconderAsWritten)), how.Seconder)
	for _, p := range f.parts {
		add(who(p.PersonID, p.AsWritten), partOf(p.How)&^how.Voted)
	}
	for _, d := range f.declared {
		add(who(d.PersonID, d.AsWritten), how.DeclaredInterest)
	}
	for _, d := range f.decided {
		if d.CommitteeID == nil {
			add(who(d.PersonID, value(d.Maker)), how.DecisionMaker)
		}
	}
	away, chairs := f.away(), f.chairs()
	for _, a := range present {
		if !there(a) {
			continue
		}
		w := who(a.PersonID, a.AsWritten)
		if !away[w] {
			add(w, how.Present)
			if inChair(a.Role) && (len(chairs) == 0 || chairs[w]) {
				add(w, how.Chair)
			}
		}
	}
	return out
}

// there says whether an attendance is a presence with the right to take part.
func there(a *ent.Attendance) bool {
	switch a.Status {
	case attendance.StatusPresent, attendance.StatusSubstitute, attendance.StatusLate:
		return true
	}
	return false
}

// away are those of whom the item's record says that they were not there for it, though they were at the
// meeting: they left the room, or were away from the vote.
func (f *itemFacts) away() map[somebody]bool {
	out := map[somebody]bool{}
	for _, p := range f.parts {
		if p.How == participation.HowAbsent {
			out[who(p.PersonID, p.AsWritten)] = true
		}
	}
	for _, d := range f.declared {
		if d.LeftRoom != nil && *d.LeftRoom {
			out[who(d.PersonID, d.AsWritten)] = true
		}
	}
	if e := f.decisive(); e != nil {
		for _, v := range e.votes {
			if v.Option == vote.OptionAbsent {
				out[who(v.PersonID, v.AsWritten)] = true
			}
		}
	}
	return out
}

// chairs are the persons who took the chair for the item. Whoever chairs the meeting has then left it.
func (f *itemFacts) chairs() map[somebody]bool {
	out := map[somebody]bool{}
	for _, p := range f.parts {
		if p.How == participation.HowChair && p.PersonID != nil {
			out[somebody{person: *p.PersonID}] = true
		}
	}
	return out
}

// inChair says whether a role at a meeting is that of whoever chairs it. A vice-chair, or the chair of
// something else, is not, unless in the chair.
func inChair(role *string) bool {
	if role == nil {
		return false
	}
	plain := strings.TrimPrefix(folded(*role), "the ")
	return strings.Contains(plain, "in the chair") ||
		slices.Contains([]string{"chair", "chairman", "chairwoman", "chairperson", "acting chair", "acting chairman", "chair of the meeting", "chairman of the meeting"}, plain)
}
