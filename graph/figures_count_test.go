package graph_test

import (
	"fmt"
	"strings"
	"testing"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/graph"
)

// A list that is narrowed by a council and a word of its kind alone is counted by the figures that are kept, and comes
// to what its pages show.
func TestTotalCount_figures(t *testing.T) {
	var asked []statement
	store := &watched{asked: &asked}
	a := newAPI(t, func(c *graph.Config) { c.Resolver.Store = ent.NewClient(ent.Driver(store)) })
	store.Driver = entsql.OpenDB(a.db.Dialect, a.db.DB)
	council := at(a.ask(t, `{ council(slug: "bromley") { id } }`, nil), "council", "id")
	for query, kept := range map[string]bool{
		`list: resolutions(first: 100)`:                                                                true,
		`list: resolutions(first: 100, where: {kind: AGREED})`:                                         true,
		`list: resolutions(first: 100, where: {kind: AGREED, councilID: "%s"})`:                        true,
		`list: resolutions(first: 100, where: {kindNEQ: AGREED, councilID: "%s"})`:                     false,
		`list: resolutions(first: 100, where: {kind: AGREED, councilID: "0"})`:                         false,
		`list: meetings(first: 100, where: {status: HELD})`:                                            true,
		`list: attendances(first: 100, where: {status: PRESENT, councilID: "%s"})`:                     true,
		`council(slug: "bromley") { list: resolutions(first: 100, where: {kind: AGREED})`:              true,
		`council(slug: "bromley") { list: resolutions(first: 100, where: {councilID: "1"})`:            false,
		`council(slug: "bromley") { list: resolutions(first: 100, where: {kind: AGREED, number: "1"})`: false,
	} {
		q := "{ " + strings.ReplaceAll(query, "%s", fmt.Sprint(council)) + " { totalCount nodes { id } } }"
		q += strings.Repeat(" }", strings.Count(q, "{")-strings.Count(q, "}"))
		asked = nil
		got := a.ask(t, q, nil)
		if of := at(got, "council"); of != nil {
			got = of.(map[string]any)
		}
		n := len(at(got, "list", "nodes").([]any))
		if n == 100 || fmt.Sprint(at(got, "list", "totalCount")) != fmt.Sprint(n) {
			t.Errorf("%s\n%d nodes, of %v", q, n, at(got, "list", "totalCount"))
		}
		counted := false
		for _, s := range asked {
			counted = counted || strings.Contains(s.query, "COUNT(")
		}
		if counted == kept && n > 0 {
			t.Errorf("%s\ncounted %t, want %t", q, counted, !kept)
		}
	}
}
