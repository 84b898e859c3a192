package graph_test

import (
	"fmt"
	"testing"
)

// What a source says is what the nodes say that it says of them, and stands in its text where the statement has it.
func TestStatements(t *testing.T) {
	a := newAPI(t)
	sources := a.ask(t, `{ sources(first: 50) { nodes { uri text statements(first: 100) { totalCount nodes { id start end quote subject { id __typename } } } } } }`, nil)["sources"].(map[string]any)["nodes"].([]any)
	all := 0
	for _, s := range sources {
		s := s.(map[string]any)
		text, statements := []rune(s["text"].(string)), s["statements"].(map[string]any)
		nodes := statements["nodes"].([]any)
		if int(statements["totalCount"].(float64)) != len(nodes) {
			t.Errorf("%s: %v statements, %d given", s["uri"], statements["totalCount"], len(nodes))
		}
		for _, n := range nodes {
			n := n.(map[string]any)
			start, end := int(n["start"].(float64)), int(n["end"].(float64))
			if string(text[start:end]) != n["quote"] {
				t.Errorf("%s: %d to %d is %q, not %q", s["uri"], start, end, string(text[start:end]), n["quote"])
			}
			subject := n["subject"].(map[string]any)
			kind := subject["__typename"].(string)
			if kind != "Resolution" && kind != "Person" && kind != "Vote" {
				continue
			}
			all++
			query := fmt.Sprintf(`{ node(id: %q) { ... on %s { allEvidence { id source { uri } } } } }`, subject["id"], kind)
			found := false
			for _, e := range a.ask(t, query, nil)["node"].(map[string]any)["allEvidence"].([]any) {
				e := e.(map[string]any)
				found = found || e["id"] == n["id"] && e["source"].(map[string]any)["uri"] == s["uri"]
			}
			if !found {
				t.Errorf("%s %v does not have the statement %v of %s", kind, subject["id"], n["id"], s["uri"])
			}
		}
	}
	if len(sources) < 6 || all < 20 {
		t.Errorf("%d sources, %d statements", len(sources), all)
	}
}
