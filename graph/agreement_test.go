package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two people agree as often as recorded votes name both with one option.
func TestAgreement(t *testing.T) {
	a := newAPI(t)
	a.take(t, sitting("2026-01-14", "against", "that swings be mended", "that paths be swept"))
	a.take(t, sitting("2026-02-11", "for", "that elms be planted"))
	a.take(t, sitting("2026-03-11", "absent", "that ponds be dug"))
	id := func(name string) string {
		return at(a.ask(t, `query($n: String!) { people(where: {name: $n}) { nodes { id } } }`, map[string]any{"n": name}), "people", "nodes", 0, "id").(string)
	}
	for _, tt := range []struct {
		with, period       string
		common, same, rate any
	}{
		{"Cy Dale", "", 3.0, 1.0, 1.0 / 3}, {"Cy Dale", `, from: "2026-02-01"`, 1.0, 1.0, 1.0},
		{"Cy Dale", `, to: "2026-01-31"`, 2.0, 0.0, 0.0}, {"Di Elm", "", 0.0, 0.0, nil}, {"Ann Birch", "", 4.0, 4.0, 1.0},
	} {
		data := a.ask(t, `query($id: ID!) { people(where: {name: "Ann Birch"}) { nodes { agreement(with: $id`+tt.period+`) { votesInCommon sameWay rate } } } }`, map[string]any{"id": id(tt.with)})
		want := map[string]any{"votesInCommon": tt.common, "sameWay": tt.same, "rate": tt.rate}
		if d := cmp.Diff(want, at(data, "people", "nodes", 0, "agreement")); d != "" {
			t.Errorf("with %s%s: %s", tt.with, tt.period, d)
		}
	}
	council := at(a.ask(t, `{ council(slug: "bromley") { id } }`, nil), "council", "id")
	r := a.post(t, `query($id: ID!) { people(where: {name: "Ann Birch"}) { nodes { agreement(with: $id) { rate } } } }`, map[string]any{"id": council})
	if len(r.Errors) != 1 || r.Errors[0].Extensions["argument"] != "with" {
		t.Errorf("agreement with a council: %+v", r.Errors)
	}
}
