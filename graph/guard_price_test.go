package graph_test

import (
	"fmt"
	"testing"
)

// The price of a query that is asked again and again is that of its variables each time, not that of the first.
func TestGuard_price(t *testing.T) {
	a := newAPI(t)
	const texts = `query ($slug: String, $skip: String = "x") { council(slug: $slug) { name } councils(first: 5, where: {slug: $skip}) { nodes { name } } rateLimit { cost } }`
	const pages = `query ($n: Int, $with: Boolean = false) { councils(first: $n) { nodes { name ... @include(if: $with) { successors { name } } } } rateLimit { cost } }`
	const lists = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } rateLimit { cost } }`
	for _, c := range []struct {
		query     string
		variables map[string]any
		want      float64
	}{
		{texts, map[string]any{"slug": "bromley"}, 8}, {texts, map[string]any{"slug": "lewisham", "skip": "y"}, 8}, {texts, map[string]any{"slug": "bromley", "skip": nil}, 8},
		{pages, map[string]any{"n": 3}, 5}, {pages, map[string]any{"n": 30}, 32}, {pages, map[string]any{"n": 3}, 5},
		{pages, map[string]any{"n": 3, "with": true}, 35}, {pages, map[string]any{"n": 3, "with": false}, 5},
		{lists, map[string]any{"ids": []string{"1"}}, 2}, {lists, map[string]any{"ids": []string{"1", "2", "3"}}, 4}, {lists, map[string]any{"ids": "1"}, 2}, // one value stands for a list of it
	} {
		for range 2 {
			if got := at(a.post(t, c.query, c.variables).Data, "rateLimit", "cost"); got != c.want {
				t.Errorf("%s with %v costs %v, want %v", c.query, c.variables, got, c.want)
			}
		}
	}
}

// What is refused because of its variables is refused after the same query was let in.
func TestGuard_priceRefused(t *testing.T) {
	a := newAPI(t)
	const query = `query ($slug: String!) { council(slug: $slug) { name } }`
	for i, slug := range []string{"bromley", "brom\x00ley", "bromley", "\x00"} {
		r := a.post(t, query, map[string]any{"slug": slug})
		if refused := len(r.Errors) > 0; refused != (i%2 == 1) {
			t.Errorf("%q: %v", slug, fmt.Sprint(r.Errors))
		}
	}
}
