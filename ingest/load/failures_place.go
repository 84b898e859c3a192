package load

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/committee"
	"councilgraph/ent/failure"
	"councilgraph/ent/meeting"
	"councilgraph/ingest/record"
)

// placeOf is the committee and the day that a page is about which could not be taken in: those of the meeting that its
// address names, else the committee that it names and the day that whoever fetched it knows. Null for what is not known.
func (s *store) placeOf(ctx context.Context, council int, doc record.Document) (committeeID *int, day *string, err error) {
	if doc.Day != "" {
		day = &doc.Day
	}
	about := record.SubjectOf(doc.URL)
	if about.Meeting == "" && about.Item != "" {
		it, err := s.tx.AgendaItem.Query().Where(agendaitem.CouncilID(council), agendaitem.SourceID(about.Item)).First(ctx)
		if err == nil {
			return it.CommitteeID, either(it.Date, day), nil
		} else if !ent.IsNotFound(err) {
			return nil, nil, errRead("the item of a page", err)
		}
	}
	if about.Meeting != "" {
		m, err := s.tx.Meeting.Query().Where(meeting.CouncilID(council), meeting.SourceID(about.Meeting)).First(ctx)
		if err == nil && m.CommitteeID != nil {
			return m.CommitteeID, either(m.Date, day), nil
		} else if err != nil && !ent.IsNotFound(err) {
			return nil, nil, errRead("the meeting of a page", err)
		}
	}
	if about.Committee == "" {
		return nil, day, nil
	}
	id, err := s.tx.Committee.Query().Where(committee.CouncilID(council), committee.SourceID(about.Committee)).FirstID(ctx)
	if ent.IsNotFound(err) {
		return nil, day, nil
	}
	if err != nil {
		return nil, nil, errRead("the committee of a page", err)
	}
	return &id, day, nil
}

func either(a, b *string) *string {
	if a != nil {
		return a
	}
	return b
}

// noteFailure has the month counted again in which a failure stands.
func (s *store) noteFailure(f *ent.Failure) {
	if f.CouncilID != nil {
		s.noteMonth(coveredBy(*f.CouncilID, f.CommitteeID, f.Date))
	}
}

// leaveFailures lets the failures of a committee that is about to go be those of the one that it is merged into, or of none.
func (w *writer) leaveFailures(ctx context.Context, from int64, to *int) error {
	of, err := w.store.tx.Failure.Query().Where(failure.CommitteeID(int(from))).All(ctx)
	if err != nil {
		return errRead("failures", err)
	}
	for _, f := range of {
		w.store.noteFailure(f)
		change := f.Update().ClearCommitteeID()
		if to != nil {
			change = f.Update().SetCommitteeID(*to)
		}
		moved, err := change.Save(ctx)
		if err != nil {
			return fmt.Errorf("take a failure from its committee: %w", err)
		}
		w.store.noteFailure(moved)
		w.changes.note("UPDATED", "Failure", int64(f.ID), nil)
	}
	return nil
}
