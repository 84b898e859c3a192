package synthetic

import "councilgraph/ent"

// joins writes who had which part in the item's resolutions, as loading derives it from the nodes.
func (b *borough) joins(m *matter, present []*ent.Attendance) {
	if len(m.resolved) == 0 || b.w.texts == nil {
		return
	}
	for i, parts := range m.said.Parts(m.resolved, present) {
		r := m.resolved[i]
		for _, p := range parts {
			b.w.add("parts", values{
				"resolution_id": r.ID, "person_id": p.Person, "as_written": p.AsWritten, "how": int(p.How), "date_asc": r.DateAsc, "date_desc": r.DateDesc,
			})
		}
	}
}

// personIn is the person of a row, nil where none is settled.
func personIn(v values) *int {
	if id, settled := v["person_id"].(int); settled {
		return &id
	}
	return nil
}
