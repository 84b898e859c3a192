package plan

import (
	"fmt"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

func parsed(t *testing.T, text string) *graphql.OperationContext {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return &graphql.OperationContext{Doc: doc, Operation: doc.Operations[0], Variables: map[string]any{}}
}

// A query is compiled once for each set of what its variables include, and not for their other values.
func TestPlans(t *testing.T) {
	kept, compiled := newPlans(), 0
	compile := func() (*plan, error) { compiled++; return &plan{}, nil }
	op := parsed(t, `query ($a: Boolean!, $b: Boolean!, $n: Int) { x @include(if: $a) { y(first: $n) } ... @skip(if: $b) { z } }`)
	for _, c := range []struct {
		a, b bool
		n    int
		want int
	}{{true, true, 1, 1}, {true, true, 2, 1}, {false, true, 1, 2}, {true, false, 1, 3}, {true, true, 3, 3}} {
		op.Variables = map[string]any{"a": c.a, "b": c.b, "n": c.n}
		if _, err := kept.of(op, compile); err != nil || compiled != c.want {
			t.Errorf("%+v: compiled %d times, %v", c, compiled, err)
		}
	}
}

// What is kept is bounded by what the queries select.
func TestPlans_bounded(t *testing.T) {
	kept := newPlans()
	text := "{"
	for i := range 1000 {
		text += fmt.Sprintf(" a%d: x", i)
	}
	for range 100 {
		if _, err := kept.of(parsed(t, text+"}"), func() (*plan, error) { return &plan{}, nil }); err != nil {
			t.Fatal(err)
		}
	}
	each := 1000 + querySelections + len(text+"}")/textPerSelection
	if kept.size > keptSelections || len(kept.known) != kept.order.Len() || len(kept.known) != keptSelections/each {
		t.Errorf("%d queries of %d, together %d", len(kept.known), each, kept.size)
	}
}
