package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// learn fills the pool from the store: what stands there, and lists that go on.
func (r *random) learn(t *testing.T) {
	t.Helper()
	p := r.generate.pool
	p.texts = []string{"bromley", "E09000006", "London Borough of Bromley", "", "no such thing", "é", "%"}
	p.dates = []string{"2017-01-11", "1066-10-14", "9999-12-31"}
	for _, f := range r.schema.Query.Fields {
		if f.Arguments.ForName("after") == nil || f.Arguments.ForName("first") == nil {
			continue
		}
		for _, arguments := range r.orders(f.Name) {
			q := fmt.Sprintf(`{ list: %s(first: 2%s) { nodes { %s } pageInfo { endCursor } } }`, f.Name, arguments, r.known(f))
			var answer struct {
				Data struct {
					List struct {
						Nodes    []map[string]any
						PageInfo struct{ EndCursor string }
					}
				}
			}
			if got := r.ask(made{text: q}); json.Unmarshal(got.Body.Bytes(), &answer) != nil {
				t.Fatalf("%s\n%s", q, got.Body)
			}
			for _, node := range answer.Data.List.Nodes {
				for _, known := range []struct {
					key  string
					into *[]string
				}{{"id", &p.ids}, {"uri", &p.uris}, {"date", &p.dates}, {"slug", &p.texts}, {"name", &p.texts}} {
					if s, ok := node[known.key].(string); ok {
						*known.into = append(*known.into, s)
					}
				}
			}
			if c := answer.Data.List.PageInfo.EndCursor; c != "" {
				p.lists = append(p.lists, list{f.Name, arguments, c})
			}
		}
	}
	if len(p.ids) == 0 || len(p.lists) == 0 {
		t.Fatal("nothing stands in the store")
	}
}

// known are the fields of a list's nodes whose values arguments can take.
func (r *random) known(f *ast.FieldDefinition) string {
	text := "__typename"
	if nodes := r.schema.Types[f.Type.Name()].Fields.ForName("nodes"); nodes != nil {
		for _, name := range []string{"id", "uri", "date", "slug", "name"} {
			if inner := r.schema.Types[nodes.Type.Name()].Fields.ForName(name); inner != nil && r.generate.leaf(inner) {
				text += " " + name
			}
		}
	}
	return text
}

// orders are the ways to ask for a list: as it is, and in each order that it has.
func (r *random) orders(field string) []string {
	all := []string{""}
	a := r.schema.Query.Fields.ForName(field).Arguments.ForName("orderBy")
	if a == nil {
		return all
	}
	def := r.schema.Types[a.Type.Name()]
	if def.Fields.ForName("field") == nil {
		return all
	}
	for _, v := range r.schema.Types[def.Fields.ForName("field").Type.Name()].EnumValues {
		all = append(all, fmt.Sprintf(", orderBy: [{field: %s, direction: DESC}]", v.Name))
	}
	return all
}
