package load

import (
	"context"
	"fmt"
	"slices"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent/agendaitem"
	"councilgraph/ent/attendance"
	"councilgraph/ent/decision"
	"councilgraph/ent/declaration"
	"councilgraph/ent/evidence"
	"councilgraph/ent/motion"
	"councilgraph/ent/participation"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
)

// around are the items and the meetings that nodes bear on.
func around(ctx context.Context, s *store, nodes touched) (items, meetings idSet, err error) {
	items, meetings = idSet{}, idSet{}
	items.add(ints(nodes["AgendaItem"])...)
	meetings.add(ints(nodes["Meeting"])...)
	if s.first {
		return items, meetings, nil
	}
	tx := s.tx
	// each reads one column of the nodes of a kind.
	each := func(kind string, into idSet, read func(ids []int, into *[]int) error) {
		for chunk := range slices.Chunk(ints(nodes[kind]), bound) {
			var found []int
			if err == nil {
				err = read(chunk, &found)
			}
			into.add(found...)
		}
	}
	each("Participation", items, func(ids []int, into *[]int) error {
		return tx.Participation.Query().Where(participation.IDIn(ids...)).Select(participation.FieldAgendaItemID).Scan(ctx, into)
	})
	each("Motion", items, func(ids []int, into *[]int) error {
		return tx.Motion.Query().Where(motion.IDIn(ids...)).Select(motion.FieldAgendaItemID).Scan(ctx, into)
	})
	each("VoteEvent", items, func(ids []int, into *[]int) error {
		return tx.VoteEvent.Query().Where(voteevent.IDIn(ids...)).Select(voteevent.FieldAgendaItemID).Scan(ctx, into)
	})
	each("Vote", items, func(ids []int, into *[]int) error {
		return tx.Vote.Query().Where(vote.IDIn(ids...)).QueryVoteEvent().Select(voteevent.FieldAgendaItemID).Scan(ctx, into)
	})
	each("Declaration", items, func(ids []int, into *[]int) error {
		return tx.Declaration.Query().Where(declaration.IDIn(ids...), declaration.AgendaItemIDNotNil()).Select(declaration.FieldAgendaItemID).Scan(ctx, into)
	})
	each("Declaration", meetings, func(ids []int, into *[]int) error {
		return tx.Declaration.Query().Where(declaration.IDIn(ids...), declaration.MeetingIDNotNil()).Select(declaration.FieldMeetingID).Scan(ctx, into)
	})
	each("Attendance", meetings, func(ids []int, into *[]int) error {
		return tx.Attendance.Query().Where(attendance.IDIn(ids...)).Select(attendance.FieldMeetingID).Scan(ctx, into)
	})
	each("Decision", items, func(ids []int, into *[]int) error {
		of, err := itemsOfDecisions(ctx, s, ids)
		for item := range of {
			*into = append(*into, item)
		}
		return err
	})
	if err != nil {
		return nil, nil, errRead("what nodes bear on", err)
	}
	return items, meetings, nil
}

// evidencePlace is where a source speaks of something.
type evidencePlace struct {
	source, start, end int
}

// itemsOfDecisions are the decision records that belong to an item, by item: a page of a decision is
// read as a record and as an item, and both quote the same words of it. Nothing else settles that a
// record and an item are of one decision.
func itemsOfDecisions(ctx context.Context, s *store, decisions []int) (map[int][]int, error) {
	out := map[int][]int{}
	for chunk := range slices.Chunk(decisions, bound) {
		said, err := s.tx.Evidence.Query().Where(evidence.SubjectIDIn(chunk...)).
			Select(evidence.FieldSourceID, evidence.FieldStart, evidence.FieldEnd, evidence.FieldSubjectID).All(ctx)
		if err != nil {
			return nil, errRead("where decisions stand", err)
		}
		at := map[evidencePlace]int{}
		sources := idSet{}
		for _, e := range said {
			at[evidencePlace{e.SourceID, e.Start, e.End}] = e.SubjectID
			sources.add(e.SourceID)
		}
		for some := range slices.Chunk(sources.sorted(), bound) {
			items, err := s.tx.Evidence.Query().Where(evidence.SourceIDIn(some...), evidence.SubjectType("AgendaItem")).
				Select(evidence.FieldSourceID, evidence.FieldStart, evidence.FieldEnd, evidence.FieldSubjectID).All(ctx)
			if err != nil {
				return nil, errRead("where items stand", err)
			}
			for _, e := range items {
				if d, ok := at[evidencePlace{e.SourceID, e.Start, e.End}]; ok && !slices.Contains(out[e.SubjectID], d) {
					out[e.SubjectID] = append(out[e.SubjectID], d)
				}
			}
		}
	}
	return out, nil
}

// decisionsOfItems is the same the other way: the decision records of items.
func decisionsOfItems(ctx context.Context, s *store, items []int) (map[int][]int, error) {
	some, err := s.tx.Decision.Query().Where(func(d *entsql.Selector) {
		i := entsql.Table(agendaitem.Table)
		d.Where(entsql.In(d.C(decision.FieldCouncilID), entsql.Select(i.C(agendaitem.FieldCouncilID)).From(i).Where(entsql.InInts(i.C(agendaitem.FieldID), items...))))
	}).Exist(ctx)
	if err != nil {
		return nil, errRead("whether there are decisions", err)
	}
	if !some { // most councils publish none beside their minutes
		return nil, nil
	}
	said, err := s.tx.Evidence.Query().Where(evidence.SubjectIDIn(items...)).Select(evidence.FieldSourceID).Unique(true).All(ctx)
	if err != nil {
		return nil, errRead("where items stand", err)
	}
	sources := idSet{}
	for _, e := range said {
		sources.add(e.SourceID)
	}
	decisions := idSet{}
	for some := range slices.Chunk(sources.sorted(), bound) {
		found, err := s.tx.Evidence.Query().Where(evidence.SourceIDIn(some...), evidence.SubjectType("Decision")).Select(evidence.FieldSubjectID).All(ctx)
		if err != nil {
			return nil, errRead("where decisions stand", err)
		}
		for _, e := range found {
			decisions.add(e.SubjectID)
		}
	}
	return itemsOfDecisions(ctx, s, decisions.sorted())
}

func errRead(what string, err error) error { return fmt.Errorf("read %s: %w", what, err) }
