package plan

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"councilgraph/ent"
	"councilgraph/internal/relay"
)

// Rows are put in the order of their list whatever order they came in, the lists one after the other, backwards too.
func TestOrder(t *testing.T) {
	kind := ent.Kinds()["Resolution"]
	rapid.Check(t, func(t *rapid.T) {
		type row struct {
			parent, id int64
			date       string
		}
		date := rapid.SampledFrom([]string{"", "2019-01-02", "2020-01-01", "2020-01-02"})
		rows := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) row {
			return row{rapid.Int64Range(1, 4).Draw(t, "parent"), rapid.Int64Range(1, 1000).Draw(t, "id"), date.Draw(t, "date")}
		}), 0, 30, func(r row) int64 { return r.id }).Draw(t, "rows")
		desc, back, many := rapid.Bool().Draw(t, "desc"), rapid.Bool().Draw(t, "back"), rapid.Bool().Draw(t, "many")
		if rapid.Bool().Draw(t, "sorted") {
			slices.SortFunc(rows, func(a, b row) int {
				return cmp.Or(cmp.Compare(a.parent, b.parent), cmp.Compare(a.date, b.date), cmp.Compare(a.id, b.id))
			})
		}
		r := &run{}
		table := &table{level: newLevel(kind), n: len(rows), terms: 2}
		for _, row := range rows {
			if many {
				table.parents = append(table.parents, row.parent)
			}
			from := len(r.text)
			r.text = append(r.text, row.date...)
			table.places = append(table.places, sortValue{text: span{uint32(from), uint32(len(r.text))}}, sortValue{number: row.id})
		}
		terms := []relay.Term{{Column: "date_desc", Desc: desc}, {Column: "id", Desc: desc}}
		p := &page{rows: table, order: r.order(table, terms, back)}
		seen := map[int64]bool{}
		for i := range rows {
			at := rows[p.row(i)]
			if i == 0 {
				seen[at.parent] = true
				continue
			}
			before := rows[p.row(i-1)]
			if many && at.parent != before.parent {
				if seen[at.parent] {
					t.Fatalf("the rows of %d are not together", at.parent)
				}
				seen[at.parent] = true
				continue
			}
			c := cmp.Or(cmp.Compare(before.date, at.date), cmp.Compare(before.id, at.id))
			if desc != back {
				c = -c
			}
			if c > 0 {
				t.Fatalf("%v before %v", before, at)
			}
		}
	})
}
