package load

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/part"
)

// writeParts makes the rows of these resolutions the given ones. A row that stays as it is is not
// written.
func writeParts(ctx context.Context, s *store, resolutions []int, now []inResolution) error {
	rows, err := oldParts(ctx, s, resolutions)
	if err != nil {
		return err
	}
	type place struct {
		resolution int
		who        somebody
	}
	old := make(map[place]*ent.Part, len(rows))
	for _, r := range rows {
		old[place{r.ResolutionID, somebody{r.PersonID, r.AsWritten}}] = r
	}
	columns := []string{part.FieldResolutionID, part.FieldPersonID, part.FieldAsWritten, part.FieldHow, part.FieldDateAsc, part.FieldDateDesc}
	var fresh []any
	changed := false
	for _, in := range now {
		for _, w := range slices.SortedFunc(maps.Keys(in.who), somebody.compare) {
			at := place{in.ID, w}
			was, known := old[at]
			delete(old, at)
			mask := int(in.who[w])
			switch {
			case !known:
				fresh = append(fresh, in.ID, w.person, w.asWritten, mask, in.DateAsc, in.DateDesc)
			case was.How != mask || was.DateAsc != in.DateAsc || was.DateDesc != in.DateDesc:
				changed = true
				now := row{part.FieldHow: mask, part.FieldDateAsc: in.DateAsc, part.FieldDateDesc: in.DateDesc}
				if err := s.update(ctx, part.Table, int64(was.ID), now); err != nil {
					return err
				}
			}
		}
	}
	var gone []int64
	for _, r := range old {
		gone = append(gone, int64(r.ID))
	}
	slices.Sort(gone)
	s.derived = s.derived || changed || len(gone)+len(fresh) > 0
	if err := s.remove(ctx, part.Table, part.FieldID, anys(gone)); err != nil {
		return err
	}
	return s.add(ctx, part.Table, columns, fresh)
}

// oldParts are the rows of these resolutions that stand. One that the transaction has made has none before it writes them.
func oldParts(ctx context.Context, s *store, resolutions []int) ([]*ent.Part, error) {
	if s.joined == nil {
		s.joined = idSet{}
	}
	known := slices.DeleteFunc(slices.Clone(resolutions), func(id int) bool { return s.made.is("Resolution", id) && !s.joined[id] })
	s.joined.add(resolutions...)
	if len(known) == 0 {
		return nil, nil
	}
	rows, err := s.tx.Part.Query().Where(part.ResolutionIDIn(known...)).All(ctx)
	if err != nil {
		return nil, errRead("parts", err)
	}
	return rows, nil
}

func (w somebody) compare(other somebody) int {
	return cmp.Or(cmp.Compare(w.person, other.person), cmp.Compare(w.asWritten, other.asWritten))
}
