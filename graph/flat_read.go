package graph

import (
	"encoding/json"
	"fmt"
)

// page is one page of rows.
type page struct {
	rows [][]any // values in the order of the columns: nil, bool, json.Number, string, or an object of a scalar's own
	more bool    // whether there are entries after it
	end  string  // its last cursor, "" where it has no rows
}

// read takes the rows out of an answer's data.
func (p *flatPlan) read(data json.RawMessage) (page, error) {
	var root any
	if err := decode(data, &root); err != nil {
		return page{}, fmt.Errorf("read an answer: %w", err)
	}
	var out page
	if p.paged != nil {
		info := follow(follow(root, p.page), []string{pageMark})
		out.more, _ = follow(info, []string{"hasNextPage"}).(bool)
		out.end, _ = follow(info, []string{"endCursor"}).(string)
	}
	entries, _ := follow(root, p.list).([]any) // nothing where what is around the list is null
	for _, entry := range entries {
		row := make([]any, len(p.columns))
		for i, c := range p.columns {
			if c.outer {
				row[i] = follow(root, c.path)
			} else {
				row[i] = follow(entry, c.path)
			}
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

// follow is the value at the end of a path, nil where the path ends before.
func follow(v any, path []string) any {
	for _, name := range path {
		m, _ := v.(map[string]any)
		v = m[name]
	}
	return v
}
