package graph_test

import (
	"fmt"
	"testing"
)

// Words beside a council, a committee or a day find what the words find alone, as far as it is of that council,
// committee or day.
func TestTextMatches_within(t *testing.T) {
	a := newAPI(t)
	const page = `{ list: %s(first: 100, where: {textMatches: "report or council or committee or agreed or approved"%s}) {
		totalCount nodes { id date council { id } committee { id } } } }`
	for _, list := range []string{"resolutions", "agendaItems"} {
		nodes := at(a.ask(t, fmt.Sprintf(page, list, ""), nil), "list", "nodes").([]any)
		if len(nodes) < 5 {
			t.Fatalf("the words stand in %d %s only", len(nodes), list)
		}
		want := map[string]int{}
		for _, n := range nodes {
			node := n.(map[string]any)
			council := at(node, "council", "id")
			want[fmt.Sprintf(`, councilID: "%s"`, council)]++
			want[fmt.Sprintf(`, councilIDIn: ["%s", "1"]`, council)]++
			if node["committee"] != nil {
				want[fmt.Sprintf(`, committeeID: "%s"`, at(node, "committee", "id"))]++
				want[fmt.Sprintf(`, councilID: "%s", committeeIDIn: ["%s"]`, council, at(node, "committee", "id"))]++
			}
			if node["date"] != nil {
				want[fmt.Sprintf(`, date: "%s"`, node["date"])]++
				want[fmt.Sprintf(`, dateGTE: "%s", dateLTE: "%s"`, node["date"], node["date"])]++
			}
		}
		for where, n := range want {
			got := a.ask(t, fmt.Sprintf(page, list, where), nil)
			if found := len(at(got, "list", "nodes").([]any)); found != n || fmt.Sprint(at(got, "list", "totalCount")) != fmt.Sprint(n) {
				t.Errorf("%s%s: %d of %v, want %d", list, where, found, at(got, "list", "totalCount"), n)
			}
		}
	}
}
