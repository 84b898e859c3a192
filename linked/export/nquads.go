package export

import (
	"context"
	"strconv"
	"strings"

	"councilgraph/ent"
	"councilgraph/linked/mapping"
	"councilgraph/linked/vocabulary"
)

// described is how many things are described at a time.
const described = 200

// nquads writes linked data, one statement a line: each thing's in a graph of the name of its document.
func (r *run) nquads(ctx context.Context) error {
	aside := ""
	if r.Out != "" {
		aside = part(r.Out) + ".json"
	}
	j, at, err := r.resume(aside)
	if err != nil {
		return err
	}
	if at == nil {
		at = &place{}
	}
	out, err := create(r.Out, at.Offset, r.Stdout)
	if err != nil {
		return err
	}
	defer out.leave()
	r.Base = strings.TrimSuffix(r.Base, "/")
	if at.Kind == "" {
		whole := vocabulary.Dataset{Base: r.Base, Version: r.version, Modified: r.last, Licence: r.Licence, Attribution: r.Attribution}
		if _, err := out.Write(whole.Graph().AppendNQuads(nil, r.Base+"/data")); err != nil {
			return err
		}
	}
	m := mapping.Mapper{Store: r.client, Base: r.Base}
	for _, kind := range mapping.Kinds() {
		after := int64(0)
		if at.Kind != "" {
			if kind != at.Kind {
				continue // written by the run before
			}
			after, at = at.After, &place{}
		}
		if err := r.describe(ctx, &m, kind, after, out, j); err != nil {
			return err
		}
	}
	if err := out.finish(); err != nil {
		return err
	}
	return j.done()
}

// describe writes all things of a kind behind an id.
func (r *run) describe(ctx context.Context, m *mapping.Mapper, kind string, after int64, out *output, j *journal) error {
	var text []byte
	for {
		ids, err := r.ids(ctx, kind, after)
		if err != nil || len(ids) == 0 {
			return err
		}
		all, err := m.Describe(ctx, kind, ids)
		if err != nil {
			return err
		}
		text = text[:0]
		for _, d := range all {
			text = d.Graph.AppendNQuads(text, r.Base+"/doc/"+strings.TrimPrefix(d.URI, "/id/"))
		}
		if _, err := out.Write(text); err != nil {
			return err
		}
		after = int64(ids[len(ids)-1])
		r.wrote(kind, len(ids))
		if err := r.settle(out, j, kind, after); err != nil {
			return err
		}
	}
}

// ids are the next ids of a kind.
func (r *run) ids(ctx context.Context, kind string, after int64) ([]int, error) {
	query := `SELECT id FROM "` + ent.Kinds()[kind].Table + `" WHERE id > ` + strconv.FormatInt(after, 10)
	if r.council != 0 {
		column := "council_id"
		if kind == "Council" {
			column = "id"
		}
		query += " AND " + column + " = " + strconv.FormatInt(r.council, 10)
	}
	rows, err := r.tx.QueryContext(ctx, query+" ORDER BY id LIMIT "+strconv.Itoa(described))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []int
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}
