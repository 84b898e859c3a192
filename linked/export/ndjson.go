package export

import (
	"context"
	"strconv"
)

// ndjson writes one object a line: first the data set's, with its version and terms, then each node's with its kind as type, and
// its values under the names that they have in the API.
func (r *run) ndjson(ctx context.Context) error {
	all, err := tables()
	if err != nil {
		return err
	}
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
	if at.Kind == "" {
		if _, err := out.Write(r.head()); err != nil {
			return err
		}
	}
	var line []byte
	for _, t := range all {
		after := int64(0)
		if at.Kind != "" {
			if t.kind != at.Kind {
				continue // written by the run before
			}
			after, at = at.After, &place{}
		}
		keys := keysOf(t)
		err := r.rows(ctx, t, after, func(rows [][]any, after int64) error {
			for _, row := range rows {
				line = appendRow(line[:0], t, keys, row)
				if _, err := out.Write(line); err != nil {
					return err
				}
			}
			r.wrote(t.kind, len(rows))
			return r.settle(out, j, t.kind, after)
		})
		if err != nil {
			return err
		}
	}
	if err := out.finish(); err != nil {
		return err
	}
	return j.done()
}

// settle notes the place where it is time to.
func (r *run) settle(out *output, j *journal, kind string, after int64) error {
	if !j.due() {
		return nil
	}
	offset, err := out.settle()
	if err != nil {
		return err
	}
	return j.note(kind, after, offset)
}

// head is the first line: what this is.
func (r *run) head() []byte {
	b := []byte(`{"type":"Dataset","version":`)
	b = appendJSON(b, r.version)
	b = append(b, `,"lastIngest":`...)
	if r.last == "" {
		b = append(b, "null"...)
	} else {
		b = appendJSON(b, r.last)
	}
	b = append(b, `,"council":`...)
	if r.Council == "" {
		b = append(b, "null"...)
	} else {
		b = appendJSON(b, r.Council)
	}
	b = appendJSON(append(b, `,"licence":`...), r.Licence)
	b = appendJSON(append(b, `,"attribution":`...), r.Attribution)
	return append(b, "}\n"...)
}

// keysOf are the beginnings of a row's members, as they stand in the line.
func keysOf(t table) []string {
	keys := make([]string, len(t.columns))
	for i, c := range t.columns {
		keys[i] = `,"` + c.name + `":`
	}
	return keys
}

func appendRow(b []byte, t table, keys []string, row []any) []byte {
	b = append(append(append(b, `{"type":"`...), t.kind...), '"')
	for i, v := range row {
		b = append(b, keys[i]...)
		switch v := v.(type) {
		case nil:
			b = append(b, "null"...)
		case string:
			b = appendJSON(b, v)
		case int64:
			if t.columns[i].kind == idValue {
				b = append(strconv.AppendInt(append(b, '"'), v, 10), '"')
			} else {
				b = strconv.AppendInt(b, v, 10)
			}
		case float64:
			b = strconv.AppendFloat(b, v, 'f', -1, 64)
		case bool:
			b = strconv.AppendBool(b, v)
		}
	}
	return append(b, "}\n"...)
}
