package observe

import (
	"strconv"
	"strings"
	"testing"

	"councilgraph/graph"
)

// Whatever names clients choose, there are no more labels than those of the first operations that succeeded, and
// three more.
func TestNames_bounded(t *testing.T) {
	n := newNames(3)
	for _, c := range []struct {
		about string
		asked graph.Asked
		want  string
	}{
		{"not understood", graph.Asked{Status: 400, Code: "GRAPHQL_PARSE_FAILED"}, unread},
		{"no name", graph.Asked{Kind: "query", Status: 200}, unnamed},
		{"failed", graph.Asked{Kind: "query", Operation: "Failed", Status: 200, Code: "COST_LIMIT"}, others},
		{"refused", graph.Asked{Kind: "query", Operation: "Refused", Status: 400}, others},
		{"too long", graph.Asked{Kind: "query", Operation: strings.Repeat("a", longestName+1), Status: 200}, others},
		{"first", graph.Asked{Kind: "query", Operation: "First", Status: 200}, "First"},
		{"first, which fails now", graph.Asked{Kind: "query", Operation: "First", Status: 500, Code: "INTERNAL"}, "First"},
	} {
		if got := n.label(c.asked); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
	labels := map[string]bool{}
	for i := range 1000 {
		labels[n.label(graph.Asked{Kind: "query", Operation: "Q" + strconv.Itoa(i), Status: 200})] = true
	}
	if len(labels) != 3 || !labels[others] || !labels["Q1"] {
		t.Errorf("labels %v, want two more names and %s", labels, others)
	}
}
