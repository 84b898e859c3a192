package load

import (
	"context"
	"fmt"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/attendanceyear"
	entcouncil "councilgraph/ent/council"
	entcoverage "councilgraph/ent/coverage"
	"councilgraph/ent/failure"
	"councilgraph/ent/meeting"
	"councilgraph/ent/resolution"
)

// anewAtOnce is how many resolutions are read at a time when everything is derived anew.
const anewAtOnce = 2000

// Derive makes what is kept of a council beside its nodes what follows from them: who had a part in which
// resolution, what is covered, and who attended. Loading keeps that in step, so there is nothing to do but for a store
// that is older than these tables, or that was filled in bulk. What is right already is not written.
func (l *Loader) Derive(ctx context.Context, council string) error {
	_, err := l.transaction(ctx, func(w *writer) error {
		b, err := w.batch(ctx, council)
		if err != nil {
			return err
		}
		if err := b.partsAnew(ctx); err != nil {
			return err
		}
		if err := b.coverageAnew(ctx); err != nil {
			return err
		}
		return b.writeChanges(ctx)
	})
	if err != nil {
		return fmt.Errorf("derive from the nodes of %s: %w", council, err)
	}
	return nil
}

func (b *batch) partsAnew(ctx context.Context) error {
	for last := 0; ; {
		ids, err := b.store.tx.Resolution.Query().Where(resolution.CouncilID(b.council.ID), resolution.IDGT(last)).
			Order(ent.Asc(resolution.FieldID)).Limit(anewAtOnce).IDs(ctx)
		if err != nil {
			return errRead("resolutions", err)
		}
		if len(ids) == 0 {
			return nil
		}
		last = ids[len(ids)-1]
		some := idSet{}
		some.add(ids...)
		if err := (parts{}).compute(ctx, b.store, some, nil); err != nil {
			return err
		}
	}
}

func (b *batch) coverageAnew(ctx context.Context) error {
	kept, err := b.store.tx.Coverage.Query().Where(entcoverage.CouncilID(b.council.ID)).All(ctx)
	if err != nil {
		return errRead("months", err)
	}
	for _, c := range kept {
		b.store.noteMonth(covered{c.CouncilID, c.CommitteeID, c.Month})
	}
	var years []struct {
		Committee int    `sql:"committee_id"`
		Year      string `sql:"year"`
	}
	attended := b.store.tx.AttendanceYear.Query().Where(attendanceyear.CouncilID(b.council.ID)).
		Unique(true).Select(attendanceyear.FieldCommitteeID, attendanceyear.FieldYear)
	if err := attended.Scan(ctx, &years); err != nil {
		return errRead("years of attendances", err)
	}
	for _, y := range years {
		b.store.noteMonth(covered{b.council.ID, y.Committee, firstMonth(y.Year)})
	}
	var days []struct {
		Committee *int    `sql:"committee_id"`
		Date      *string `sql:"date"`
	}
	meetings := b.store.tx.Meeting.Query().Where(meeting.CouncilID(b.council.ID)).Unique(true).Select(meeting.FieldCommitteeID, meeting.FieldDate)
	if err := meetings.Scan(ctx, &days); err != nil {
		return errRead("days of meetings", err)
	}
	all := slices.Clone(days)
	items := b.store.tx.AgendaItem.Query().Where(agendaitem.CouncilID(b.council.ID)).Unique(true).Select(agendaitem.FieldCommitteeID, agendaitem.FieldDate)
	if err := items.Scan(ctx, &days); err != nil {
		return errRead("days of items", err)
	}
	for _, d := range append(all, days...) {
		b.store.noteMonth(coveredBy(b.council.ID, d.Committee, d.Date))
	}
	failures, err := b.store.tx.Failure.Query().Where(failure.CouncilID(b.council.ID), failure.ResolvedAtIsNil()).All(ctx)
	if err != nil {
		return errRead("failures", err)
	}
	for _, f := range failures {
		b.store.noteFailure(f)
	}
	return b.store.recount(ctx)
}

// foundAnew notes the councils of whose texts others may be found now, for what was found before is no answer any more.
func (w *writer) foundAnew(ctx context.Context) error {
	councils, err := w.store.tx.Council.Query().Where(entcouncil.HasSources()).Order(ent.Asc(entcouncil.FieldID)).All(ctx)
	if err != nil {
		return errRead("councils", err)
	}
	for _, c := range councils {
		w.changes.note("UPDATED", "Council", int64(c.ID), c.URI)
	}
	return w.writeChanges(ctx)
}

// DeriveSearch makes the whole index of words anew where it is not of today's rules, or there is none.
func (l *Loader) DeriveSearch(ctx context.Context) error { return l.search(ctx, (*writer).foundAnew) }

// RestoreSearch does so for a store from which nobody has been given anything yet: its feed stays as it is.
func (l *Loader) RestoreSearch(ctx context.Context) error {
	return l.search(ctx, func(*writer, context.Context) error { return nil })
}

func (l *Loader) search(ctx context.Context, made func(*writer, context.Context) error) error {
	_, err := untilAlone(func() (Outcome, error) {
		return l.transaction(ctx, func(w *writer) error {
			if anew, err := w.store.searchByRules(ctx); err != nil || !anew {
				return err
			}
			return made(w, ctx)
		})
	})
	if err != nil {
		return fmt.Errorf("make the index of words: %w", err)
	}
	return nil
}
