package graph_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/graph"
)

// amid runs operations as they are, and then does something before anybody is given what was answered.
type amid struct {
	graphql.ExecutableSchema
	do *func()
}

func (a amid) Exec(ctx context.Context) graphql.ResponseHandler {
	next := a.ExecutableSchema.Exec(ctx)
	return func(ctx context.Context) *graphql.Response {
		response := next(ctx)
		(*a.do)()
		return response
	}
}

// An answer in the middle of which the data changed is neither kept nor tagged: it would stand for a version that it is not of.
func TestKept_moved(t *testing.T) {
	do, way := func() {}, ""
	a := newAPI(t, func(c *graph.Config) {
		c.Kept = 1 << 20
		c.Instead = func(whole graphql.ExecutableSchema) graphql.ExecutableSchema { return amid{whole, &do} }
		c.Observe = func(r *http.Request) (context.Context, func(graph.Asked)) {
			return r.Context(), func(asked graph.Asked) { way = asked.Way }
		}
	})
	const query, body = `{ resolutions(first: 1) { totalCount } }`, `{"query": "{ resolutions(first: 1) { totalCount } }"}`
	do = func() { a.ingest(t, 3, "A bandstand", "that a bandstand be built.") }
	if r := a.get(t, query, nil); r.Header.Get("ETag") != "" || r.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("tagged, though the data changed: %v", r.Header)
	}
	do = func() { a.ingest(t, 4, "A fountain", "that a fountain be built.") }
	a.do(t, "POST", "/", body, nil)
	do = func() {}
	for _, want := range []string{"compiled", "kept"} {
		if r := a.do(t, "POST", "/", body, nil); r.StatusCode != http.StatusOK || way != want {
			t.Errorf("%d by %s, want %s", r.StatusCode, way, want)
		}
	}
	if r := a.get(t, query, nil); r.Header.Get("ETag") == "" || way != "kept" {
		t.Errorf("by %s: %v", way, r.Header)
	}
}
