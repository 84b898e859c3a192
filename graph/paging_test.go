package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/generated"
)

// All pages together are the whole list, each entry once and in one order: for every list at the root,
// in every order and both directions, forwards and backwards.
func TestPaging(t *testing.T) {
	a := newAPI(t)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, list := range schema.Query.Fields {
		if !strings.HasSuffix(list.Type.Name(), "Connection") || list.Arguments.ForName("council") != nil || list.Arguments.ForName("query") != nil {
			continue // a search is ranked and has a test of its own
		}
		for _, order := range orders(schema, list) {
			t.Run(list.Name+" "+order, func(t *testing.T) { pages(t, a, "%s", list.Name, order) })
		}
	}
}

// The same for lists below a node, where they are read for many parents at once.
func TestPaging_nested(t *testing.T) {
	a := newAPI(t)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, list := range schema.Types["Council"].Fields {
		if !strings.HasSuffix(list.Type.Name(), "Connection") {
			continue
		}
		for _, order := range orders(schema, list) {
			t.Run(list.Name+" "+order, func(t *testing.T) {
				pages(t, a, `council(slug: "bromley") { %s }`, list.Name, order)
			})
		}
	}
}

// orders are the arguments that order a list, each field both ways, and none.
func orders(schema *ast.Schema, list *ast.FieldDefinition) []string {
	out := []string{""}
	arg := list.Arguments.ForName("orderBy")
	if arg == nil {
		return out
	}
	fields := schema.Types[schema.Types[arg.Type.Name()].Fields.ForName("field").Type.Name()]
	for _, f := range fields.EnumValues {
		out = append(out, "{field: "+f.Name+"}", "{field: "+f.Name+", direction: DESC}")
	}
	return out
}

func pages(t *testing.T, a *api, around, list, order string) {
	orderBy := ""
	if order != "" {
		orderBy = ", orderBy: [" + order + "]"
	}
	walk := func(size, cursor, from, more string) []string {
		var ids []string
		place := ""
		for range 500 {
			field := fmt.Sprintf(`%s(%s: 3%s%s) { totalCount edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`, list, size, place, orderBy)
			data := a.ask(t, "{ "+fmt.Sprintf(around, field)+" }", nil)
			c := at(data, list)
			if c == nil {
				c = at(data, "council", list)
			}
			var page []string
			for i := range at(c, "edges").([]any) {
				id := at(c, "edges", i, "node", "id").(string)
				if at(c, "nodes", i, "id") != id {
					t.Fatal("nodes are not those of edges")
				}
				page = append(page, id)
			}
			if size == "last" {
				ids = append(page, ids...)
			} else {
				ids = append(ids, page...)
			}
			if at(c, "pageInfo", more) != true {
				if total := int(at(c, "totalCount").(float64)); total != len(ids) {
					t.Fatalf("%s: %d entries on the pages, totalCount %d", size, len(ids), total)
				}
				return ids
			}
			place = fmt.Sprintf(", %s: %q", cursor, at(c, "pageInfo", from))
		}
		t.Fatal("no end of pages")
		return nil
	}
	forwards, backwards := walk("first", "after", "endCursor", "hasNextPage"), walk("last", "before", "startCursor", "hasPreviousPage")
	if !slices.Equal(forwards, backwards) {
		t.Errorf("forwards  %v\nbackwards %v", forwards, backwards)
	}
	seen := map[string]bool{}
	for _, id := range forwards {
		if seen[id] {
			t.Errorf("%s stands on two pages", id)
		}
		seen[id] = true
	}
}

// What is not known comes last, whichever way a list is ordered.
func TestPaging_nullsLast(t *testing.T) {
	a := newAPI(t)
	for _, direction := range []string{"ASC", "DESC"} {
		data := a.ask(t, `query($d: OrderDirection!) { agendaItems(first: 100, orderBy: [{field: NUMBER, direction: $d}]) { nodes { number } } }`, map[string]any{"d": direction})
		var known, unknown int
		for _, n := range at(data, "agendaItems", "nodes").([]any) {
			if at(n, "number") == nil {
				unknown++
			} else if known++; unknown > 0 {
				t.Errorf("%s: an item with a number comes after one without", direction)
			}
		}
		if known == 0 || unknown == 0 {
			t.Fatalf("%d items with a number and %d without; the test needs both", known, unknown)
		}
	}
}

// A page of many parents is each parent's own page.
func TestPaging_perParent(t *testing.T) {
	a := newAPI(t)
	data := a.ask(t, `{ councils(first: 100) { nodes { slug agendaItems(first: 2, orderBy: [{field: POSITION, direction: DESC}]) { totalCount nodes { id } } } } }`, nil)
	some := 0
	for _, c := range at(data, "councils", "nodes").([]any) {
		alone := a.ask(t, `query($s: String!) { council(slug: $s) { agendaItems(first: 2, orderBy: [{field: POSITION, direction: DESC}]) { totalCount nodes { id } } } }`, map[string]any{"s": at(c, "slug")})
		if got, want := fmt.Sprint(at(c, "agendaItems")), fmt.Sprint(at(alone, "council", "agendaItems")); got != want {
			t.Errorf("%v: %s among others, %s alone", at(c, "slug"), got, want)
		}
		some += len(at(c, "agendaItems", "nodes").([]any))
	}
	if some < 5 {
		t.Fatalf("only %d items seen", some)
	}
}
