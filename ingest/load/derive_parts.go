package load

import (
	"context"
	"maps"
	"slices"

	"councilgraph/ent/part"
	"councilgraph/ent/resolution"
)

// parts keeps the rows that join people to resolutions in step with what they follow from: a meeting's
// attendances, what its item's record says of people, votes, declarations and decision records.
//
// All resolutions that a touched node can bear on are computed again as a whole, and only rows that
// differ are written. What a node hangs on (an attendance on its meeting, a vote on its vote event) is
// part of its key and stays as long as it stands; where a declaration can change its item, the whole
// meeting is looked at.
type parts struct{}

// forget computes what is left once these nodes are gone, and takes away the parts in resolutions that go.
func (p parts) forget(ctx context.Context, s *store, gone touched) error {
	if err := s.remove(ctx, part.Table, part.FieldResolutionID, anys(gone["Resolution"])); err != nil {
		return err
	}
	around, err := resolutionsAround(ctx, s, gone)
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(gone["Person"], bound) {
		var ids []int
		err := s.tx.Part.Query().Where(part.PersonIDIn(ints(chunk)...)).Select(part.FieldResolutionID).Scan(ctx, &ids)
		if err != nil {
			return errRead("parts of people", err)
		}
		around.add(ids...)
	}
	for _, id := range gone["Resolution"] {
		delete(around, int(id))
	}
	return p.compute(ctx, s, around, gone)
}

// refresh computes the parts in all resolutions that the written nodes bear on.
func (p parts) refresh(ctx context.Context, s *store, written, _ touched) error {
	around, err := resolutionsAround(ctx, s, written)
	if err != nil {
		return err
	}
	around.add(ints(written["Resolution"])...)
	return p.compute(ctx, s, around, nil)
}

// compute brings the parts in these resolutions in step with the nodes, as if those that are gone were
// not there.
func (p parts) compute(ctx context.Context, s *store, around idSet, gone touched) error {
	for chunk := range slices.Chunk(around.sorted(), 500) {
		facts, err := readFacts(ctx, s, chunk, gone)
		if err != nil {
			return err
		}
		if err := writeParts(ctx, s, chunk, facts.parts()); err != nil {
			return err
		}
	}
	return nil
}

// idSet is a set of ids.
type idSet map[int]bool

func (s idSet) add(ids ...int) {
	for _, id := range ids {
		s[id] = true
	}
}

func (s idSet) sorted() []int { return slices.Sorted(maps.Keys(s)) }

// resolutionsAround are the resolutions that nodes of other kinds bear on.
func resolutionsAround(ctx context.Context, s *store, nodes touched) (idSet, error) {
	out := idSet{}
	if s.first {
		return out, nil
	}
	items, meetings, err := around(ctx, s, nodes)
	if err != nil {
		return nil, err
	}
	for chunk := range slices.Chunk(items.sorted(), bound) {
		ids, err := s.tx.Resolution.Query().Where(resolution.AgendaItemIDIn(chunk...)).IDs(ctx)
		if err != nil {
			return nil, errRead("resolutions of items", err)
		}
		out.add(ids...)
	}
	for chunk := range slices.Chunk(meetings.sorted(), bound) {
		ids, err := s.tx.Resolution.Query().Where(resolution.MeetingIDIn(chunk...)).IDs(ctx)
		if err != nil {
			return nil, errRead("resolutions of meetings", err)
		}
		out.add(ids...)
	}
	return out, nil
}

func ints(ids []int64) []int {
	out := make([]int, len(ids))
	for i, id := range ids {
		out[i] = int(id)
	}
	return out
}
