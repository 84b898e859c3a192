package load

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"councilgraph/ent/migrate"
	"councilgraph/ingest/record"
)

// Councils writes the register of councils, all of it or nothing. Councils that the register no longer
// lists stay: their records do.
func (l *Loader) Councils(ctx context.Context, all []record.RegisteredCouncil) (Outcome, error) {
	return l.transaction(ctx, func(w *writer) error {
		if err := w.councils(ctx, all); err != nil {
			return fmt.Errorf("load the register of councils: %w", err)
		}
		return nil
	})
}

func (w *writer) councils(ctx context.Context, all []record.RegisteredCouncil) error {
	if err := w.store.alone(ctx, 0); err != nil {
		return err
	}
	k := newKind("Council", migrate.CouncilsTable, nil)
	rows := make(map[string]row, len(all))
	for _, c := range all {
		r := row{
			"key": c.Code, "uri": "/id/" + c.Slug, "name": c.Name, "name_sort": folded(c.ShortName), "short_name": c.ShortName,
			"slug": c.Slug, "register_code": c.Code, "kind": c.Kind,
		}
		for column, v := range map[string]string{
			"gss_code": c.GSSCode, "nation": c.Nation, "region": c.Region, "website": c.Website,
			"start_date": c.Start, "end_date": c.End, "system": c.System, "base_url": c.BaseURL,
		} {
			set(r, column, v != "", v)
		}
		rows[c.Code] = r
	}
	stored, err := w.store.keyed(ctx, k, sorted(rows))
	if err != nil {
		return err
	}
	ids := map[subject]int64{}
	if err := w.write(ctx, k, rows, stored, ids); err != nil {
		return err
	}
	if err := w.successions(ctx, all, ids); err != nil {
		return err
	}
	return w.writeChanges(ctx)
}

// noteSuccessions notes the councils that have other successors or predecessors now.
func (w *writer) noteSuccessions(all []record.RegisteredCouncil, ids map[subject]int64, have, want map[[2]int64]bool) {
	changed := map[int64]bool{}
	for pair := range have {
		changed[pair[0]], changed[pair[1]] = changed[pair[0]] || !want[pair], changed[pair[1]] || !want[pair]
	}
	for pair := range want {
		changed[pair[0]], changed[pair[1]] = changed[pair[0]] || !have[pair], changed[pair[1]] || !have[pair]
	}
	for _, c := range all {
		if id := ids[subject{"Council", c.Code}]; changed[id] {
			w.changes.note("UPDATED", "Council", id, "/id/"+c.Slug)
		}
	}
}

// successions makes the pairs of councils and successors those of the register.
func (w *writer) successions(ctx context.Context, all []record.RegisteredCouncil, ids map[subject]int64) error {
	table := migrate.CouncilSuccessorsTable
	from, to := table.Columns[0].Name, table.Columns[1].Name
	want := map[[2]int64]bool{}
	for _, c := range all {
		for _, s := range c.Successors {
			want[[2]int64{ids[subject{"Council", c.Code}], ids[subject{"Council", s}]}] = true
		}
	}
	have := map[[2]int64]bool{}
	query, args := w.store.sql().Select(from, to).From(w.store.sql().Table(table.Name)).Query()
	if err := w.store.rows(ctx, query, args, func(r scanner) error {
		var pair [2]int64
		err := r.Scan(&pair[0], &pair[1])
		have[pair] = true
		return err
	}); err != nil {
		return fmt.Errorf("read successions: %w", err)
	}
	if maps.Equal(have, want) {
		return nil
	}
	w.noteSuccessions(all, ids, have, want)
	query, args = w.store.sql().Delete(table.Name).Query()
	if _, err := w.store.tx.ExecContext(ctx, query, args...); err != nil {
		return fmt.Errorf("clear successions: %w", err)
	}
	pairs := slices.SortedFunc(maps.Keys(want), func(a, b [2]int64) int { return slices.Compare(a[:], b[:]) })
	if len(pairs) == 0 {
		return nil
	}
	insert := w.store.sql().Insert(table.Name).Columns(from, to)
	for _, p := range pairs {
		insert.Values(p[0], p[1])
	}
	query, args = insert.Query()
	if _, err := w.store.tx.ExecContext(ctx, query, args...); err != nil {
		return fmt.Errorf("write successions: %w", err)
	}
	return nil
}
