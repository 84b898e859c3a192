package graph_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/graph"
)

// byHand answers one operation by hand and leaves all others to the schema that it stands before.
type byHand struct{ graphql.ExecutableSchema }

func (h byHand) Exec(ctx context.Context) graphql.ResponseHandler {
	if graphql.GetOperationContext(ctx).Operation.Name != "ByHand" {
		return h.ExecutableSchema.Exec(ctx)
	}
	return graphql.OneShot(&graphql.Response{Data: json.RawMessage(`{"council":{"name":"Nowhere"}}`)})
}

// What stands before the schema answers instead of it, behind all limits, and can hand on to it.
func TestInstead(t *testing.T) {
	a := newAPI(t, func(c *graph.Config) {
		c.Instead = func(whole graphql.ExecutableSchema) graphql.ExecutableSchema { return byHand{whole} }
	})
	const fields = `{ council(slug: "bromley") { name } }`
	for _, c := range []struct{ query, want string }{
		{"query ByHand " + fields, "Nowhere"},
		{"query Stored " + fields, "London Borough of Bromley"},
	} {
		answer := a.post(t, c.query, nil)
		if got := at(answer.Data, "council", "name"); got != c.want {
			t.Errorf("%s: %v, want %s (%+v)", c.query, got, c.want, answer.Errors)
		}
	}
	if answer := a.post(t, `query ByHand { council(slug: "bromley") { nothing } }`, nil); len(answer.Errors) == 0 {
		t.Errorf("a query that does not fit the schema was answered: %+v", answer.Data)
	}
}
