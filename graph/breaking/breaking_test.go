package breaking

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func TestChanges(t *testing.T) {
	const before = `
		type Query { a: A! all(first: Int! = 20, kind: Kind): [A!]! find(in: In!): Found }
		type A implements Node { id: ID! name: String! note: String }
		type B { name: String }
		interface Node { id: ID! }
		union Found = A | B
		enum Kind { ONE TWO }
		input In { name: String size: Int = 1 }
		scalar Date
		directive @show(if: Boolean) on FIELD`
	for _, c := range []struct {
		about, after string
		want         []string
	}{
		{"nothing", before, nil},
		{"additions, and less nulls", `
			type Query { a: A! all(first: Int! = 20, kind: Kind, more: Int): [A!]! find(in: In): Found! other: Int }
			type A implements Node { id: ID! name: String! note: String! }
			type B { name: String }
			interface Node { id: ID! }
			union Found = A | B | Query
			enum Kind { ONE TWO THREE }
			input In { name: String size: Int = 1 more: [Int!] must: Int! = 3 }
			scalar Date
			directive @show(if: Boolean) on FIELD`, nil},
		{"all that breaks", `
			type Query { a: A all(first: Int! = 10, kind: [Kind]): [A]! find(in: In!, must: Int!): Found }
			type A { id: ID! name: Int! }
			type B { name: String }
			interface Node { id: ID! }
			union Found = A
			enum Kind { ONE }
			input In { size: Int! = 1 must: Int! }
			enum Date { TODAY }
			directive @show(if: Boolean!) on FIELD`, []string{
			"@show(if:) was Boolean and is Boolean!",
			"A no longer implements Node",
			"A.name was String! and is Int!",
			"A.note was removed",
			"B is no longer in Found",
			"Date was SCALAR and is ENUM",
			"In.must is new and must be passed",
			"In.name was removed",
			"In.size was Int and is Int!",
			"Kind.TWO was removed",
			"Query.a was A! and is A",
			"Query.all was [A!]! and is [A]!",
			"Query.all(first:) was 20 where nothing was passed, and is 10",
			"Query.all(kind:) was Kind and is [Kind]",
			"Query.find(must:) is new and must be passed",
		}},
		{"removals", `type Query { a: Int }`, []string{
			"@show was removed", "A was removed", "B was removed", "Date was removed", "Found was removed", "In was removed",
			"Kind was removed", "Node was removed", "Query.a was A! and is Int", "Query.all was removed", "Query.find was removed",
		}},
	} {
		t.Run(c.about, func(t *testing.T) {
			if d := cmp.Diff(c.want, Changes(schema(t, before), schema(t, c.after))); d != "" {
				t.Errorf("want (-) and got (+):\n%s", d)
			}
		})
	}
}

func schema(t *testing.T, text string) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
