package load

import (
	"context"
	"maps"
	"slices"

	"councilgraph/ent/agendaitem"
	"councilgraph/ent/meeting"
	"councilgraph/ent/resolution"
)

// covered names the rows of coverage: a committee of a council in a month. What no page assigns to a
// committee has 0, what has no day "".
type covered struct {
	council, committee int
	month              string
}

func coveredBy(council int, committee *int, date *string) covered {
	c := covered{council: council}
	if committee != nil {
		c.committee = *committee
	}
	if day := value(date); len(day) >= len("2006-01") {
		c.month = day[:len("2006-01")]
	}
	return c
}

// coverage keeps what is known of committees by month, and attendances by year, in step with meetings, items and namings. A month that
// a touched node belongs to is counted again as a whole; a month that it belonged to before is noted by the
// store while the transaction runs.
type coverage struct{}

// forget notes the months of nodes that are about to go.
func (coverage) forget(ctx context.Context, s *store, gone touched) error { return s.cover(ctx, gone) }

// refresh counts the months again that written nodes belong to, and those that others have left.
func (coverage) refresh(ctx context.Context, s *store, written, _ touched) error {
	if err := s.cover(ctx, written); err != nil {
		return err
	}
	return s.recount(ctx)
}

// recount counts the noted months again, and fills the gaps between a committee's first and last. The attendances of their years
// are counted with them: whatever changes these touches a meeting of the month.
func (s *store) recount(ctx context.Context) error {
	of := map[covered][]covered{} // by the committee: without a month
	for m := range s.months {
		c := m
		c.month = ""
		of[c] = append(of[c], m)
	}
	s.months = nil
	for _, c := range slices.SortedFunc(maps.Keys(of), covered.compare) {
		slices.SortFunc(of[c], covered.compare)
		found, err := s.tally(ctx, of[c])
		if err != nil {
			return err
		}
		if err := s.keepMonths(ctx, c, found); err != nil {
			return err
		}
		if err := s.keepAttendance(ctx, c, of[c]); err != nil {
			return err
		}
	}
	return nil
}

// noteMonth adds a month to those that are counted again before the transaction ends.
func (s *store) noteMonth(m covered) {
	if s.months == nil {
		s.months = map[covered]bool{}
	}
	s.months[m] = true
}

// cover notes the months of nodes.
func (s *store) cover(ctx context.Context, nodes touched) error {
	items, meetings, err := around(ctx, s, nodes)
	if err != nil {
		return err
	}
	resolutions := ints(nodes["Resolution"])
	if s.first {
		resolutions = nil
	}
	for chunk := range slices.Chunk(resolutions, bound) {
		var of []int
		if err := s.tx.Resolution.Query().Where(resolution.IDIn(chunk...)).Unique(true).Select(resolution.FieldAgendaItemID).Scan(ctx, &of); err != nil {
			return errRead("items of resolutions", err)
		}
		items.add(of...)
	}
	for chunk := range slices.Chunk(items.sorted(), bound) {
		rows, err := s.tx.AgendaItem.Query().Where(agendaitem.IDIn(chunk...)).
			Select(agendaitem.FieldCouncilID, agendaitem.FieldCommitteeID, agendaitem.FieldDate).All(ctx)
		if err != nil {
			return errRead("days of items", err)
		}
		for _, r := range rows {
			s.noteMonth(coveredBy(r.CouncilID, r.CommitteeID, r.Date))
		}
	}
	for chunk := range slices.Chunk(meetings.sorted(), bound) {
		rows, err := s.tx.Meeting.Query().Where(meeting.IDIn(chunk...)).
			Select(meeting.FieldCouncilID, meeting.FieldCommitteeID, meeting.FieldDate).All(ctx)
		if err != nil {
			return errRead("days of meetings", err)
		}
		for _, r := range rows {
			s.noteMonth(coveredBy(r.CouncilID, r.CommitteeID, r.Date))
		}
	}
	return nil
}

// leaveMonth notes the month in which a meeting or an item stood before it changed.
func (s *store) leaveMonth(k *kind, old row) {
	if k.name != "Meeting" && k.name != "AgendaItem" {
		return
	}
	council, _ := old["council_id"].(int64)
	var committee *int
	if id, known := old["committee_id"].(int64); known {
		n := int(id)
		committee = &n
	}
	day := text(old, "date")
	s.noteMonth(coveredBy(int(council), committee, &day))
}
