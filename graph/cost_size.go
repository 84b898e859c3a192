package graph

import (
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/internal/relay"
)

// entries is how many objects a field can give, and whether it is a list at all. A connection gives its page, a
// plain list what is passed as first and else what is usual.
func (p *pricing) entries(f *ast.Field, given map[string]any) (n int, list bool) {
	plain := f.Definition.Type.Elem != nil
	first := f.Definition.Arguments.ForName("first")
	if first == nil {
		if ids, ok := given["ids"].([]any); ok && plain {
			return len(ids), true
		}
		if plain {
			return usualList, true
		}
		return 1, false
	}
	n = relay.DefaultPage
	if plain {
		n = usualList
	}
	if first.DefaultValue != nil {
		if usual, err := strconv.Atoi(first.DefaultValue.Raw); err == nil {
			n = usual
			if plain {
				n = min(usual, usualList)
			}
		}
	}
	for _, name := range []string{"first", "last"} {
		a := f.Arguments.ForName(name)
		if a == nil {
			continue
		}
		// A size that is out of bounds is left to the pager, which refuses it with a message of its own.
		if v, err := a.Value.Value(p.variables); err == nil && v != nil {
			if asked, err := graphql.UnmarshalInt(v); err == nil && asked >= 0 && asked <= relay.MaxList {
				n = asked
			}
		}
	}
	return n, true
}
