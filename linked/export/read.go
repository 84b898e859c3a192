package export

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"councilgraph/linked/mapping"
)

// chunk is how many rows are read at a time: with texts of 50 kB each they are 50 MB.
const chunk = 1000

// sources is how many pages' evidence is read at a time, where a council's alone is wanted.
const sourcesAtATime = 50

// count counts what is to be written.
func (r *run) count(ctx context.Context) error {
	all, err := tables()
	if err != nil {
		return err
	}
	for _, t := range all {
		if !r.writes(t.kind) {
			continue
		}
		query := `SELECT COUNT(*) FROM "` + t.name + `"`
		if r.council != 0 {
			query += " WHERE " + r.belongs(t)
		}
		var n int
		if err := r.tx.QueryRowContext(ctx, query).Scan(&n); err != nil {
			return fmt.Errorf("count %s: %w", t.kind, err)
		}
		r.of += n
	}
	return nil
}

// writes says whether the format tells of a kind by itself; what hangs on others is told of with them.
func (r *run) writes(kind string) bool {
	switch r.Format {
	case NQuads:
		return slices.Contains(mapping.Kinds(), kind)
	case Popolo:
		return slices.Contains(popoloKinds(), kind)
	}
	return true
}

// belongs is the condition that a row is of the council.
func (r *run) belongs(t table) string {
	id := strconv.FormatInt(r.council, 10)
	if t.within == "source_id" {
		return "source_id IN (SELECT id FROM sources WHERE council_id = " + id + ")"
	}
	return t.within + " = " + id
}

// rows reads a kind's rows behind a place, in the order of ids, and hands them over in chunks, each with the place behind it.
func (r *run) rows(ctx context.Context, t table, after int64, each func(rows [][]any, after int64) error) error {
	if r.council != 0 && t.within == "source_id" {
		return r.bySource(ctx, t, after, each)
	}
	for {
		where := `id > ` + strconv.FormatInt(after, 10)
		if r.council != 0 {
			where += " AND " + r.belongs(t)
		}
		got, err := r.read(ctx, t, where, "id", chunk)
		if err != nil {
			return err
		}
		if len(got) > 0 {
			after = got[len(got)-1][0].(int64)
			if err := each(got, after); err != nil {
				return err
			}
		}
		if len(got) < chunk {
			return nil
		}
	}
}

// bySource reads what pages of the council say, some pages at a time: evidence knows its page and not its council. The place is
// then the id of the last page that was read.
func (r *run) bySource(ctx context.Context, t table, after int64, each func([][]any, int64) error) error {
	for {
		ids, err := r.someSources(ctx, after)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return nil
		}
		got, err := r.read(ctx, t, "source_id IN ("+strings.Join(ids, ", ")+")", "source_id, id", 0)
		if err != nil {
			return err
		}
		if after, err = strconv.ParseInt(ids[len(ids)-1], 10, 64); err != nil {
			return err
		}
		if len(got) > 0 {
			if err := each(got, after); err != nil {
				return err
			}
		}
	}
}

// someSources are the ids of the council's next pages.
func (r *run) someSources(ctx context.Context, after int64) ([]string, error) {
	rows, err := r.tx.QueryContext(ctx, fmt.Sprintf("SELECT id FROM sources WHERE council_id = %d AND id > %d ORDER BY id LIMIT %d", r.council, after, sourcesAtATime))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// read reads rows of a table, all or so many; the first value of each is its id.
func (r *run) read(ctx context.Context, t table, where, order string, limit int) ([][]any, error) {
	inner := `SELECT * FROM "` + t.name + `" WHERE ` + where + ` ORDER BY ` + order
	if limit > 0 {
		inner += " LIMIT " + strconv.Itoa(limit)
	}
	var list, joins strings.Builder
	for i, c := range t.columns {
		if i > 0 {
			list.WriteString(", ")
		}
		if c.from == "" {
			list.WriteString(`t."` + c.stored + `"`)
			continue
		}
		as := "j" + strconv.Itoa(i)
		list.WriteString(as + `."` + c.stored + `"`)
		joins.WriteString(` LEFT JOIN "` + c.from + `" ` + as + ` ON ` + as + `.id = t."` + c.by + `"`)
	}
	sorted := "t." + strings.ReplaceAll(order, ", ", ", t.")
	rows, err := r.tx.QueryContext(ctx, "SELECT "+list.String()+" FROM ("+inner+") t"+joins.String()+" ORDER BY "+sorted)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.kind, err)
	}
	defer func() { _ = rows.Close() }()
	var out [][]any
	into := make([]any, len(t.columns))
	for rows.Next() {
		row := make([]any, len(t.columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, fmt.Errorf("read %s: %w", t.kind, err)
		}
		for i, v := range row {
			if row[i], err = plain(v, t.columns[i]); err != nil {
				return nil, fmt.Errorf("read %s.%s: %w", t.kind, t.columns[i].name, err)
			}
		}
		out = append(out, row)
	}
	return out, rows.Err()
}

// plain is a value as nil, string, int64, float64 or bool, whatever the driver makes of it.
func plain(v any, c column) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case []byte:
		return plain(string(v), c)
	case string:
		if c.kind == textValue {
			return v, nil
		}
	case int64:
		switch c.kind {
		case intValue, idValue:
			return v, nil
		case floatValue:
			return float64(v), nil
		case boolValue:
			return v != 0, nil
		}
	case float64:
		if c.kind == floatValue {
			return v, nil
		}
	case bool:
		if c.kind == boolValue {
			return v, nil
		}
	}
	return nil, fmt.Errorf("a %T is no such value", v)
}
