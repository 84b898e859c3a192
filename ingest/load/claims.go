package load

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent/body"
	"councilgraph/ent/claim"
	"councilgraph/ent/identifier"
	"councilgraph/ingest/link"
)

// bodies are a committee as pages of the store name it: in sum where the source numbers it, by day where
// it does not.
type bodies struct {
	number, name, rank, from, until string
	lowest, highest                 string // keys that the pages have for it
}

func (b bodies) ref(i int) link.Ref { return link.Ref{Source: "sum", At: strconv.Itoa(i)} }

func (b bodies) place(i int) link.Place {
	return link.Place{Ref: b.ref(i), Kind: link.Committee, SourceID: b.number, Name: b.name, Date: b.from, Until: b.until, Rank: b.rank}
}

// readBodies are the committees as pages of the store name them.
func (b *batch) readBodies(ctx context.Context) ([]bodies, error) {
	t := b.store.sql().Table(body.Table)
	query, args := b.store.sql().Select("number", "name", entsql.As("MIN(rank)", "rank"), entsql.As("MIN(NULLIF(date, ''))", "since"), entsql.As("MAX(date)", "until"),
		entsql.As("MIN(committee_key)", "lowest"), entsql.As("MAX(committee_key)", "highest")).From(t).Where(entsql.EQ("council_id", b.council.ID)).
		GroupBy("number", "name", "(CASE number WHEN '' THEN date ELSE '' END)").Query()
	var out []bodies
	err := b.store.rows(ctx, query, args, func(r scanner) error {
		var one bodies
		var from *string
		err := r.Scan(&one.number, &one.name, &one.rank, &from, &one.until, &one.lowest, &one.highest)
		one.from = value(from)
		out = append(out, one)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read committees as pages name them: %w", err)
	}
	return out, nil
}

// sourcesOfBody adds the sources that have another key for a committee.
func (b *batch) sourcesOfBody(ctx context.Context, of bodies, key string, into map[int64]bool) error {
	where := []*entsql.Predicate{
		entsql.EQ("council_id", b.council.ID), entsql.EQ("number", of.number), entsql.EQ("name", of.name), entsql.NEQ("committee_key", key),
	}
	if of.number == "" {
		where = append(where, entsql.EQ("date", of.from))
	}
	query, args := b.store.sql().Select("source_id").Distinct().From(b.store.sql().Table(body.Table)).Where(entsql.And(where...)).Query()
	return b.store.rows(ctx, query, args, func(r scanner) error {
		var id int64
		err := r.Scan(&id)
		into[id] = true
		return err
	})
}

// readUnits are the units of the store that can be found by one of these identifiers.
func (b *batch) readUnits(ctx context.Context, identifiers []string) ([]unit, error) {
	var out []unit
	for chunk := range slices.Chunk(identifiers, bound) {
		c, i := b.store.sql().Table(claim.Table), b.store.sql().Table(identifier.Table)
		query, args := b.store.sql().Select(c.C("source_id"), c.C("root"), c.C("places"), c.C("keys")).Distinct().From(c).
			Join(i).On(c.C("source_id"), i.C("source_id")).
			Where(entsql.And(entsql.ColumnsEQ(c.C("root"), i.C("root")), entsql.EQ(i.C("council_id"), b.council.ID), entsql.In(i.C("identifier"), anys(chunk)...))).Query()
		err := b.store.rows(ctx, query, args, func(r scanner) error {
			u, err := scanUnit(r)
			out = append(out, u)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read claims: %w", err)
		}
	}
	return out, nil
}

func scanUnit(r scanner) (unit, error) {
	var u unit
	var places, keys string
	if err := r.Scan(&u.source, &u.root, &places, &keys); err != nil {
		return u, err
	}
	if err := json.Unmarshal([]byte(places), &u.places); err != nil {
		return u, err
	}
	return u, json.Unmarshal([]byte(keys), &u.keys)
}

// claimsBefore reads what a source has claimed so far, and takes its committees out of the store where it
// names others now, so that they no longer count.
func (b *batch) claimsBefore(ctx context.Context, w *work) error {
	if w.fresh {
		return nil
	}
	query, args := b.store.sql().Select("source_id", "root", "places", "keys").From(b.store.sql().Table(claim.Table)).
		Where(entsql.EQ("source_id", w.source.id)).OrderBy("id").Query()
	err := b.store.rows(ctx, query, args, func(r scanner) error {
		u, err := scanUnit(r)
		w.claimed = append(w.claimed, u)
		return err
	})
	if err != nil {
		return fmt.Errorf("read the source's claims: %w", err)
	}
	return b.store.remove(ctx, body.Table, "source_id", []any{w.source.id})
}

// writeClaims keeps what the sources of the batch claim, with the nodes that it was found to be.
func (b *batch) writeClaims(ctx context.Context) error {
	var claims, identifiers, bodies, gone []any
	for _, w := range b.ordered() {
		for _, c := range w.places.bodies {
			bodies = append(bodies, w.source.id, b.council.ID, c.SourceID, c.Name, c.Date, c.Rank, w.places.keys[c.At])
		}
		for i := range w.places.units {
			u := &w.places.units[i]
			u.keys = make([]string, len(u.places))
			for i, c := range u.places {
				u.keys[i] = w.places.keys[c.At]
			}
		}
		if !w.fresh && reflect.DeepEqual(w.claimed, w.places.units) {
			continue
		}
		if len(w.claimed) > 0 {
			gone = append(gone, w.source.id)
		}
		for _, u := range w.places.units {
			places, err := json.Marshal(u.places)
			if err != nil {
				return err
			}
			keys, err := json.Marshal(u.keys)
			if err != nil {
				return err
			}
			claims = append(claims, u.source, b.council.ID, u.root, string(places), string(keys))
			for _, id := range u.identifiers() {
				identifiers = append(identifiers, b.council.ID, id, u.source, u.root)
			}
		}
	}
	for _, t := range []struct {
		table   string
		columns []string
		values  []any
	}{
		{claim.Table, []string{"source_id", "council_id", "root", "places", "keys"}, claims},
		{identifier.Table, []string{"council_id", "identifier", "source_id", "root"}, identifiers},
	} {
		if err := b.store.remove(ctx, t.table, "source_id", gone); err != nil {
			return err
		}
		if err := b.store.add(ctx, t.table, t.columns, t.values); err != nil {
			return err
		}
	}
	return b.store.add(ctx, body.Table, []string{"source_id", "council_id", "number", "name", "date", "rank", "committee_key"}, bodies)
}
