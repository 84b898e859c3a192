package graph_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/bench/generate/synthetic"
)

// A list of what words are in, latest first, is cut and counted by the index of words alone where it asks for nothing else. It
// is the list that the nodes themselves give: days on which much was resolved, and pages that end within one, included.
func TestSearch_newest(t *testing.T) {
	country, _ := countryOf(t, synthetic.Options{Resolutions: 2000, Councils: 2, Seed: 3, Derived: true}, io.Discard)
	for name, h := range map[string]http.Handler{"sample": newAPI(t).Config.Handler, "country": country} {
		t.Run(name, func(t *testing.T) {
			found := 0
			for _, scope := range scopes(t, h) {
				for _, list := range []string{"resolutions", "agendaItems"} {
					for _, words := range []string{"report", "budget", "report OR budget", `"be approved"`, "nowhereatall", "committee -budget"} {
						for _, first := range []int{1, 7, 40} {
							found += newest(t, h, list, words, scope, first)
						}
					}
				}
			}
			if found < 20 {
				t.Errorf("only %d entries were compared", found)
			}
		})
	}
}

// newest compares a list with the same, asked for so that the nodes themselves are looked at, and gives how long it is.
func newest(t *testing.T, h http.Handler, list, words, scope string, first int) int {
	t.Helper()
	ask := func(more string) map[string]any {
		q := fmt.Sprintf(`{%s(first:%d,where:{textMatches:%q%s%s},orderBy:[{field:DATE,direction:DESC}]){totalCount nodes{id date} pageInfo{hasNextPage endCursor}}}`, list, first, words, scope, more)
		return asObject(t, h, q, list)
	}
	quick, whole := ask(""), ask(`,idNotIn:["0"]`)
	// Cursors tell the filters apart.
	for _, l := range []map[string]any{quick, whole} {
		delete(l["pageInfo"].(map[string]any), "endCursor")
	}
	if diff := cmp.Diff(whole, quick); diff != "" {
		t.Errorf("%s with %s%s, the first %d: %s", list, words, scope, first, diff)
	}
	return len(quick["nodes"].([]any))
}

// scopes are conditions beside the words: none, a council, a committee, one that is not there.
func scopes(t *testing.T, h http.Handler) []string {
	t.Helper()
	item := asObject(t, h, `{agendaItems(first:1,orderBy:[{field:DATE,direction:DESC}]){nodes{council{id} meeting{committee{id}}}}}`, "agendaItems")
	council, ok := at(item, "nodes", 0, "council", "id").(string)
	if !ok {
		t.Fatal("there is no item of a council")
	}
	out := []string{"", fmt.Sprintf(`,councilID:%q`, council), `,councilID:"1"`}
	if committee, ok := at(item, "nodes", 0, "meeting", "committee", "id").(string); ok {
		out = append(out, fmt.Sprintf(`,committeeID:%q`, committee))
	}
	return out
}

func asObject(t *testing.T, h http.Handler, text, field string) map[string]any {
	t.Helper()
	got := attack{}.send(h, query(0, text))
	var r reply
	if err := json.Unmarshal(got.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	object, ok := at(r.Data, field).(map[string]any)
	if !ok {
		t.Fatalf("%s: %.500s", text, got.Body)
	}
	return object
}
