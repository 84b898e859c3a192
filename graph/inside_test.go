package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/graph"
	"councilgraph/internal/limits"
)

// inside is an API over the sample, how it answered last, and a reader's request.
func inside(t *testing.T, change func(*graph.Config)) (*graph.API, *graph.Asked, *http.Request) {
	t.Helper()
	a, last := newAPI(t), &graph.Asked{}
	l := limits.Default()
	c := graph.Config{
		Resolver: &graph.Resolver{Store: a.db.Client, CanonicalURL: func(s string) string { return s }}, Reader: a.db.Reader(),
		Log: slog.New(slog.DiscardHandler), Timeout: 10 * time.Second, Kept: 1 << 20, Limits: &l,
		Observe: func(r *http.Request) (context.Context, func(graph.Asked)) {
			return r.Context(), func(a graph.Asked) { *last = a }
		},
	}
	change(&c)
	r := httptest.NewRequest(http.MethodGet, "/doc/bromley", nil)
	return graph.New(c), last, r
}

// The program is answered as a client is: compiled, then from memory, with the same data.
func TestAsk(t *testing.T) {
	api, last, r := inside(t, func(*graph.Config) {})
	ctx, leave, err := api.Enter(r)
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	const query = `query Name($uri: String!, $n: Int!) { resource(uri: $uri) { ... on Council { name committees(first: $n) { nodes { name } } } } }`
	var answers []string
	for _, way := range []string{"compiled", "kept"} {
		data, err := api.Ask(ctx, query, map[string]any{"uri": "/id/bromley", "n": 2})
		if err != nil || last.Way != way || last.Operation != "Name" || last.Kind != "query" {
			t.Fatalf("%s: %v, observed as %+v", way, err, *last)
		}
		answers = append(answers, string(data))
	}
	var read struct {
		Resource struct{ Name string }
	}
	if err := json.Unmarshal([]byte(answers[0]), &read); err != nil || read.Resource.Name != "London Borough of Bromley" || answers[0] != answers[1] {
		t.Errorf("%v: %q", err, answers)
	}
	over := httptest.NewRecorder()
	api.ServeHTTP(over, httptest.NewRequest(http.MethodGet, "/graphql?query="+strings.ReplaceAll(query, " ", "+")+`&variables={"uri":"/id/bromley","n":2}`, nil))
	if want := `{"data":` + answers[0] + `}`; over.Body.String() != want {
		t.Errorf("over HTTP: %s\ninside: %s", over.Body, want)
	}
}

// What is refused says why, with the code that a client is told.
func TestAsk_refused(t *testing.T) {
	api, last, r := inside(t, func(*graph.Config) {})
	for query, want := range map[string]graph.Refused{
		`{ nothing }`: {Status: 400, Code: "GRAPHQL_VALIDATION_FAILED"},
		`{ councils(first: 1000) { nodes { name } } }`:       {Status: 400, Code: graph.CodePageSize},
		`{ councils(after: "nonsense") { nodes { name } } }`: {Status: 400, Code: "INVALID_CURSOR"},
		`{ councils { nodes { name committees { nodes { meetings(first: 100) { nodes { agendaItems { resolutions { id } } } } } } } } }`: {Status: 400, Code: graph.CodeNodes},
	} {
		_, err := api.Ask(r.Context(), query, nil)
		var got *graph.Refused
		if !errors.As(err, &got) || got.Status != want.Status || got.Code != want.Code || got.Message == "" {
			t.Errorf("%s: %v, want status %d and %s", query, err, want.Status, want.Code)
		}
		if last.Code != want.Code {
			t.Errorf("%s: observed as %+v", query, *last)
		}
	}
}

// Pages cost a reader's points for pages, and none of those for the API.
func TestEnter_counted(t *testing.T) {
	api, _, r := inside(t, func(c *graph.Config) { c.Limits.Points, c.Limits.Refill, c.Limits.KeyFactor = 40, 1, 1 })
	before := points(api)
	var refused *graph.Refused
	asked := 0
	for ; refused == nil && asked < 100; asked++ {
		ctx, leave, err := api.Enter(r)
		if errors.As(err, &refused) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := api.Ask(ctx, `query Q($n: Int) { councils(first: $n) { nodes { name } } }`, map[string]any{"n": asked + 1}); err != nil {
			t.Fatal(err)
		}
		leave()
	}
	if refused == nil || refused.Status != http.StatusTooManyRequests || refused.Code != graph.CodeRate || refused.Wait <= 0 {
		t.Fatalf("after %d pages: %+v", asked, refused)
	}
	// A point comes back with each second.
	if after := points(api); before != "39" || !slices.Contains([]string{"38", "39", "40"}, after) {
		t.Errorf("the reader had %s points for the API after one question, and %s after another and all pages", before, after)
	}
}

// points is what the reader has left of the API's points after one more cheap question.
func points(api *graph.API) string {
	w := httptest.NewRecorder()
	api.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/graphql?query={__typename}", nil))
	return w.Header().Get("X-RateLimit-Remaining")
}
