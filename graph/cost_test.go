package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"councilgraph/internal/limits"
)

// The schema of the price list: what the real one has, and what it may get.
const priceList = `
	type Query { councils(first: Int, last: Int, where: Where): Councils!  council: Council  nodes(ids: [ID!]!): [Council]!  search(query: String!, first: Int): Councils! }
	type Councils { edges: [Edge!]! nodes: [Council!]! pageInfo: Info! totalCount: Int! aggregate: Aggregate! groupBy(first: Int = 50): Groups! }
	type Edge { node: Council! cursor: String! }
	type Info { hasNextPage: Boolean! }
	type Aggregate { count: Int! }
	type Groups { nodes: [Group!]! }
	type Group { key: Key! sample(first: Int = 3): [Council!]! }
	type Key { council: Council }
	type Council { name: String! parent: Council committees(first: Int! = 200): [Committee!]! meetings(first: Int): Councils! }
	type Committee { name: String! council: Council! }
	input Where { nameIn: [String!] nameNotIn: [String!] }`

// names selects a scalar so many times, each time by a name of that length.
func names(n, length int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " a%0*d: name", length-1, i)
	}
	return b.String()
}

func TestPrice(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: priceList})
	l := limits.Default()
	for _, c := range []struct {
		query         string
		points, nodes int
	}{
		{`{ __typename }`, 1, 0},
		{`{ council { name } }`, 1, 0},
		{`{ council { name parent { name } } }`, 2, 0},
		{`{ council { parent { name } } a: council { name } }`, 3, 0},
		{`{ council { name } council { name parent { name } } }`, 2, 0},
		{`{ councils(first: 5) { nodes {` + names(43, 2) + `} } }`, 6, 5},
		{`{ councils(first: 5) { nodes {` + names(44, 2) + `} } }`, 11, 5},
		{`{ councils(first: 5) { nodes {` + names(10, 280) + `} } }`, 21, 5},
		{`{ councils { totalCount } }`, 6, 0},
		{`{ councils { pageInfo { hasNextPage } } }`, 2, 0},
		{`{ councils { nodes { name } } }`, 21, 20},
		{`{ councils(first: 5) { nodes { name } } }`, 6, 5},
		{`{ councils(last: 5) { edges { node { name } } } }`, 6, 5},
		{`{ councils(first: 5) { edges { cursor } nodes { name } } }`, 11, 5},
		{`{ councils(first: 5) { nodes { parent { name } } } }`, 11, 5},
		{`{ councils(first: 0) { nodes { name } } }`, 1, 0},
		{`{ councils(first: 100) { nodes { meetings(first: 100) { nodes { name } } } } }`, 10201, 10100},
		{`{ council { committees { name } } }`, 11, 10},
		{`{ council { committees(first: 200) { name council { name } } } }`, 401, 200},
		{`{ nodes(ids: ["1", "2", "3"]) { name } }`, 3, 3},
		{`{ search(query: "x", first: 3) { nodes { name } } }`, 504, 3},
		{`{ councils(first: 1) { aggregate { count } } }`, 12, 0},
		{`{ councils(first: 1) { groupBy(first: 7) { nodes { key { council { name } } } } } }`, 1 + 10 + 1 + 7*3, 7},
		{`{ councils(first: 1) { groupBy { nodes { sample { name } } } } }`, 1 + 10 + 1 + 50*(4+200), 200},
		{`{ councils(first: 1, where: {nameIn: ["a","b","c","d","e","f","g","h","i","j"]}) { totalCount } }`, 1 + 5 + 1, 0},
		{`{ councils(first: 1, where: {nameNotIn: ["a"]}) { totalCount } }`, 1 + 5 + 20, 0},
		{`query($n: Int = 3) { councils(first: $n) { nodes { name } } }`, 4, 3},
		{`query($skip: Boolean = true) { council { name parent @skip(if: $skip) { name } } }`, 1, 0},
		{`query($in: Boolean = false) { council { name ... @include(if: $in) { parent { name } } } }`, 1, 0},
		{`{ council { ...c ...c } } fragment c on Council { parent { name } }`, 2, 0},
		{`{ councils(first:100) { nodes { meetings(first:100) { nodes { meetings(first:100) { nodes { meetings(first:100) { nodes { meetings(first:100) { nodes { meetings(first:100) { nodes { meetings(first:100) { nodes { name } } } } } } } } } } } } } } }`, tooMany, tooMany},
	} {
		doc, errs := gqlparser.LoadQueryWithRules(schema, c.query, rules.NewDefaultRules())
		if errs != nil {
			t.Fatal(errs)
		}
		variables := map[string]any{}
		for _, v := range doc.Operations[0].VariableDefinitions {
			variables[v.Variable], _ = v.DefaultValue.Value(nil)
		}
		p := &pricing{limits: &l, schema: schema, variables: variables, sizes: describe(schema)}
		got, err := p.operation(doc.Operations[0])
		if err != nil || got.points != c.points || got.nodes != c.nodes {
			t.Errorf("%s\n  costs %d points for %d entries (%v), want %d for %d", c.query, got.points, got.nodes, err, c.points, c.nodes)
		}
	}
}
