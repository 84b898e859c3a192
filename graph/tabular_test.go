package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/figures"
)

// Groups go from the rows of their statement to the answer: by each dimension and in whatever order, of the whole graph, of
// what a condition leaves, of each of many nodes, and where no figures are kept.
func TestTabular(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(context.Background(), db, synthetic.Options{Resolutions: 600, Councils: 3, Seed: 4, Derived: true}); err != nil {
		t.Fatal(err)
	}
	o := newOracle(t, db)
	ask := func(query string) {
		t.Helper()
		if got := o.compare(t, made{text: query}); o.way != "compiled" {
			t.Errorf("%s: %s\n%.500s\n%s", o.way, query, got.Body, o.log)
		}
	}
	for _, kind := range figures.Kinds() {
		list := strings.ToLower(kind.Name[:1]) + kind.Name[1:] + "s"
		for i, d := range kind.Dimensions {
			by, key := "["+d.Name+"]", field(d)
			if other := kind.Dimensions[(i+1)%len(kind.Dimensions)]; d.Period == figures.None || other.Period == figures.None {
				by, key = "["+d.Name+", "+other.Name+"]", key+" other: "+field(other)
			}
			for _, order := range []string{"", ", orderBy: [{field: COUNT}]", fmt.Sprintf(", orderBy: [{field: %s, direction: DESC}, {field: COUNT, direction: DESC}]", d.Name), ", having: {count: {gt: 1}}", ", first: 3"} {
				for _, where := range []string{"", "(where: {not: {councilID: 1}})", "(where: {councilID: 1})"} {
					ask(fmt.Sprintf("{ %s%s { groupBy(by: %s%s) { totalCount nodes { __typename key { __typename %s } n: aggregate { count many: count } } } } }", list, where, by, order, key))
				}
			}
		}
	}
	for _, query := range []string{
		`{ councils { nodes { resolutions { groupBy(by: [KIND, YEAR]) { nodes { key { kind year } aggregate { count } } } } } } }`,
		`{ councils(first: 2) { nodes { resolutions { groupBy(by: [MOVER, COMMITTEE], first: 7) { nodes { key { mover { name } committee { name parent { name } } } } } } } } }`,
		// Of figures as they stand, nodes are beside the keys that lead to them, and what is below those comes after.
		`{ resolutions { groupBy(by: [COMMITTEE, COUNCIL], first: 40) { nodes { key { committee { id name parent { name } council { slug } } council { id name slug } } aggregate { count } } totalCount } } }`,
		`{ resolutions { groupBy(by: [COUNCIL, MONTH], first: 9) { nodes { key { month council { name website committees(first: 2) { totalCount nodes { name } } parties { nodes { name } } } } } } } }`,
		`{ meetings { groupBy(by: [COUNCIL, STATUS]) { nodes { a: key { council { __typename ... on Node { id } } } b: key { council { name } status } aggregate { count } } } } }`,
		`{ resolutions { groupBy(by: [COUNCIL, KIND]) { nodes { a: key { council { name } } b: key { council { slug } } aggregate { count } } } } }`,
		`{ resolutions { groupBy(by: [MOVER, COUNCIL]) { nodes { key { mover { name } } aggregate { count } } } } }`,
		`{ resolutions { groupBy(by: [COUNCIL, COMMITTEE]) { nodes { key { committee { name slug meetings(first: 1) { totalCount } } } aggregate { count } } } } }`,
		`{ resolutions { groupBy(by: [COUNCIL, MONTH], first: 0) { totalCount nodes { key { council { name } } } } } }`,
		`{ resolutions { groupBy(by: [MONTH], fill: true) { nodes { key { month } aggregate { count } } } } }`,
		`{ resolutions { groupBy(by: [MONTH], first: 0) { nodes { key { month } aggregate { count } } totalCount } } }`,
		`{ resolutions { groupBy(by: [COUNCIL]) { nodes { aggregate { count } } } b: groupBy(by: [KIND]) { nodes { ...k key { kind } } __typename } } } fragment k on ResolutionGroup { key { ... on ResolutionGroupKey { kind } } }`,
		// What stands in no column is asked of the resolvers.
		`{ resolutions { groupBy(by: [KIND]) { nodes { key { kind } share sample(first: 1) { text } } pageInfo { endCursor hasNextPage } edges { cursor } } } }`,
		`{ agendaItems { groupBy(by: [RESTRICTED]) { nodes { key { restricted } aggregate { count date { min } countDistinct(of: MONTH) } } } } }`,
	} {
		ask(query)
	}
	if got := o.compare(t, made{text: `{ resolutions { groupBy(by: [KIND]) { nodes { key { year } } } } }`}); o.way != "failed" {
		t.Errorf("a key that the list is not grouped by: %s %s", o.way, got.Body)
	}
	forget(t, db)
	ask(`{ resolutions { groupBy(by: [COUNCIL, MONTH]) { nodes { key { council { name } month } aggregate { count } } totalCount } } }`)
	ask(`{ councils { nodes { meetings { groupBy(by: [STATUS]) { nodes { key { status } aggregate { count } } } } } } }`)
}

// What is selected of the nodes that a key leads to is read beside the groups, by their statement, where that costs no more than to read
// it afterwards.
func TestTabular_beside(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 300, Councils: 2, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	for groups, beside := range map[string]bool{
		`(by:[COUNCIL,MONTH]){nodes{key{month council{name slug}} aggregate{count}}}`: true,
		`(by:[COUNCIL,COMMITTEE]){nodes{key{committee{name}}}}`:                       true,
		`(by:[COUNCIL,COMMITTEE]){nodes{key{committee{name parent{name}}}}}`:          false,
		`(by:[COUNCIL],orderBy:[{field:COUNT}]){nodes{key{council{name}}}}`:           false,
	} {
		listening := &heard{Reader: db.Reader()}
		listening.ask(t, db, "{resolutions{groupBy"+groups+"}}")
		beside = beside && db.Dialect == dialect.Postgres
		if want := map[bool]int{true: 1, false: 2}[beside]; len(listening.statements) != want || strings.Contains(listening.statements[0], "LEFT JOIN") != beside {
			t.Errorf("%s: %d statements instead of %d:\n%s", groups, len(listening.statements), want, strings.Join(listening.statements, "\n"))
		}
	}
}

// field is a dimension's field of the key, with what it wants to be selected below.
func field(d figures.Dimension) string {
	if d.Node() {
		return d.Field + " { id }"
	}
	return d.Field
}

// forget deletes the figures that are kept.
func forget(t *testing.T, db *database.Database) {
	t.Helper()
	if _, err := db.Client.Figure.Delete().Exec(context.Background()); err != nil {
		t.Fatal(err)
	}
}
