package load

import (
	"context"
	"fmt"

	"councilgraph/ent/agendaitem"
	"councilgraph/ent/attendance"
	"councilgraph/ent/declaration"
	"councilgraph/ent/failure"
	"councilgraph/ent/meeting"
	"councilgraph/ent/motion"
	"councilgraph/ent/participation"
	"councilgraph/ent/predicate"
	"councilgraph/ent/resolution"
	"councilgraph/ent/vote"
)

// counts are what is known of a committee in a month.
type counts struct {
	meetings, cancelled, withAgenda, withMinutes, withDecisions, items, cutItems, unresolved, failed int
}

// countMonth counts what the store holds of a month.
func (s *store) countMonth(ctx context.Context, m covered) (counts, error) {
	var n counts
	meetings, items := m.meetings(), m.items()
	var err error
	count := func(into *int, of func() (int, error)) {
		if err == nil {
			var found int
			found, err = of()
			*into += found
		}
	}
	tx := s.tx
	held := tx.Meeting.Query().Where(meetings...)
	count(&n.meetings, func() (int, error) { return held.Clone().Count(ctx) })
	if n.meetings > 0 {
		count(&n.cancelled, func() (int, error) {
			return held.Clone().Where(meeting.StatusIn(meeting.StatusCancelled, meeting.StatusPostponed)).Count(ctx)
		})
		count(&n.withAgenda, func() (int, error) { return held.Clone().Where(meeting.AgendaPublished(true)).Count(ctx) })
		count(&n.withMinutes, func() (int, error) { return held.Clone().Where(meeting.MinutesPublished(true)).Count(ctx) })
		count(&n.withDecisions, func() (int, error) { return held.Clone().Where(meeting.DecisionsPublished(true)).Count(ctx) })
		count(&n.unresolved, func() (int, error) {
			return held.Clone().QueryAttendances().Where(attendance.UnsettledIn(attendance.UnsettledCandidates, attendance.UnsettledUnknown)).Count(ctx)
		})
		count(&n.unresolved, func() (int, error) {
			return held.Clone().QueryDeclarations().Where(declaration.UnsettledIn(declaration.UnsettledCandidates, declaration.UnsettledUnknown)).Count(ctx)
		})
	}
	taken := tx.AgendaItem.Query().Where(items...)
	count(&n.items, func() (int, error) { return taken.Clone().Count(ctx) })
	if n.items > 0 {
		count(&n.cutItems, func() (int, error) { return taken.Clone().Where(agendaitem.Truncated(true)).Count(ctx) })
		count(&n.unresolved, func() (int, error) {
			return taken.Clone().QueryParticipations().Where(participation.UnsettledIn(participation.UnsettledCandidates, participation.UnsettledUnknown)).Count(ctx)
		})
		count(&n.unresolved, func() (int, error) {
			return taken.Clone().QueryVoteEvents().QueryVotes().Where(vote.UnsettledIn(vote.UnsettledCandidates, vote.UnsettledUnknown)).Count(ctx)
		})
		count(&n.unresolved, func() (int, error) {
			return taken.Clone().QueryDeclarations().Where(declaration.MeetingIDIsNil(), declaration.UnsettledIn(declaration.UnsettledCandidates, declaration.UnsettledUnknown)).Count(ctx)
		})
		for _, p := range []predicate.Resolution{
			resolution.And(resolution.MoverIDIsNil(), resolution.MoverAsWrittenNotNil()),
			resolution.And(resolution.SeconderIDIsNil(), resolution.SeconderAsWrittenNotNil()),
		} {
			count(&n.unresolved, func() (int, error) { return taken.Clone().QueryResolutions().Where(p).Count(ctx) })
		}
		for _, p := range []predicate.Motion{
			motion.And(motion.MoverIDIsNil(), motion.MoverAsWrittenNotNil()),
			motion.And(motion.SeconderIDIsNil(), motion.SeconderAsWrittenNotNil()),
		} {
			count(&n.unresolved, func() (int, error) { return taken.Clone().QueryMotions().Where(p).Count(ctx) })
		}
	}
	count(&n.failed, func() (int, error) { return tx.Failure.Query().Where(m.failures()...).Count(ctx) })
	if err != nil {
		return n, fmt.Errorf("count a month: %w", err)
	}
	return n, nil
}

// meetings are the month's meetings.
func (m covered) meetings() []predicate.Meeting {
	from, to := m.days()
	out := []predicate.Meeting{meeting.DateDescGTE(from), meeting.DateDescLTE(to)}
	if m.committee != 0 {
		return append(out, meeting.CommitteeID(m.committee))
	}
	return append(out, meeting.CouncilID(m.council), meeting.CommitteeIDIsNil())
}

// items are the month's items of business.
func (m covered) items() []predicate.AgendaItem {
	from, to := m.days()
	out := []predicate.AgendaItem{agendaitem.DateDescGTE(from), agendaitem.DateDescLTE(to)}
	if m.committee != 0 {
		return append(out, agendaitem.CommitteeID(m.committee))
	}
	return append(out, agendaitem.CouncilID(m.council), agendaitem.CommitteeIDIsNil())
}

// days are the sort keys between which those of the month's days lie.
func (m covered) days() (from, to string) {
	if m.month == "" {
		return "0", "0"
	}
	return "1" + m.month, "1" + m.month + "-31"
}

// failures are the pages about the month that are missing.
func (m covered) failures() []predicate.Failure {
	out := []predicate.Failure{failure.ResolvedAtIsNil()}
	if m.month == "" {
		out = append(out, failure.DateIsNil())
	} else {
		out = append(out, failure.DateGTE(m.month), failure.DateLTE(m.month+"-31"))
	}
	if m.committee != 0 {
		return append(out, failure.CommitteeID(m.committee))
	}
	return append(out, failure.CouncilID(m.council), failure.CommitteeIDIsNil())
}
