package graph_test

import (
	"strings"
	"testing"
)

// One value in the place of a list passes the same limits as a list of it.
func TestLimits_oneForAList(t *testing.T) {
	a := newAPI(t)
	many := strings.Repeat(`{"position": 1},`, 60)
	for _, c := range []struct{ about, query, variables, code string }{
		{"a text that no database keeps", `query ($c: [String!]) { changes(councils: $c) { totalCount } }`, `{"c": "x\u0000"}`, "BAD_USER_INPUT"},
		{"a filter with too many conditions", `query ($o: [ResolutionWhereInput!]) { resolutions(where: {or: $o}) { totalCount } }`, `{"o": {"or": [` + strings.TrimSuffix(many, ",") + `]}}`, "FILTER_LIMIT_EXCEEDED"},
		{"an order", `query ($o: [ResolutionOrder!]) { resolutions(orderBy: $o) { totalCount } }`, `{"o": {"field": "DATE"}}`, ""},
		{"an id", `query ($i: [ID!]!) { nodes(ids: $i) { id } }`, `{"i": "1"}`, ""},
	} {
		got := a.do(t, "POST", "/", `{"query": "`+c.query+`", "variables": `+c.variables+`}`, nil)
		if code, message := firstError(got.body); code != c.code {
			t.Errorf("%s: %s: %s, want %s", c.about, code, message, c.code)
		}
	}
}
