package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/relay"
)

// The limits of a request. They are documented in docs/errors.md.
const (
	maxBody          = 256 << 10 // bytes of a request
	maxTokens        = 2000      // of a document
	maxDepth         = 20        // levels of fields; introspection is exempt
	maxRelationDepth = 3         // relations that one filter follows
	maxFilterNodes   = 50        // conditions of one filter
	maxSelections    = 2000      // fields of a query, its fragments spread out
	maxNodesOfQuery  = 50000     // entries that a query can give, lists within lists multiplied
	usualList        = 10        // what a plain list counts as among them
)

// guard refuses what would cost too much before anything of it runs.
type guard struct{}

// ExtensionName names the guard.
func (guard) ExtensionName() string { return "Guard" }

// Validate accepts any schema.
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext looks at an operation that is valid but has not run.
func (guard) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	w := &walker{variables: op.Variables}
	return w.walk(op.Operation.SelectionSet, 1, 1)
}

// walker counts what an operation asks for.
type walker struct {
	variables  map[string]any
	selections int
	nodes      int
}

// walk looks at every selection, with fragments spread out. times is how often the selection can be
// answered: the product of the sizes of the lists around it.
func (w *walker) walk(set ast.SelectionSet, depth, times int) *gqlerror.Error {
	if depth > maxDepth {
		return refuse(CodeDepth, maxDepth, depth, "the query is more than %d levels deep; ask for less at once", maxDepth)
	}
	for _, s := range set {
		if w.selections++; w.selections > maxSelections {
			return refuse(CodeCost, maxSelections, w.selections, "the query selects more than %d fields once its fragments are spread out; ask for less at once", maxSelections)
		}
		var err *gqlerror.Error
		switch s := s.(type) {
		case *ast.Field:
			err = w.field(s, depth, times)
		case *ast.InlineFragment:
			err = w.walk(s.SelectionSet, depth, times)
		case *ast.FragmentSpread:
			err = w.walk(s.Definition.SelectionSet, depth, times)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) field(f *ast.Field, depth, times int) *gqlerror.Error {
	if strings.HasPrefix(f.Name, "__") {
		return nil // introspection has limits of its own
	}
	if len(f.Arguments) > 0 {
		if err := w.arguments(f); err != nil {
			return err
		}
	}
	if size := w.size(f); size >= 0 {
		times *= size
		if w.nodes += times; w.nodes > maxNodesOfQuery {
			return refuse(CodeCost, maxNodesOfQuery, w.nodes, "the query can give %d entries, the lists within lists multiplied; at most %d are allowed: pass a smaller first to the inner lists", w.nodes, maxNodesOfQuery)
		}
	}
	return w.walk(f.SelectionSet, depth+1, times)
}

// size is how many entries a list can give, -1 for what is no list. A plain list is small by nature and
// counts as ten.
func (w *walker) size(f *ast.Field) int {
	if f.Definition == nil || f.Definition.Arguments.ForName("first") == nil {
		return -1
	}
	size := relay.DefaultPage
	if f.Definition.Type.Elem != nil {
		size = usualList
	}
	for _, name := range []string{"first", "last"} {
		a := f.Arguments.ForName(name)
		if a == nil {
			continue
		}
		if v, err := a.Value.Value(w.variables); err == nil && v != nil {
			if n, err := graphql.UnmarshalInt(v); err == nil && n >= 0 && n <= relay.MaxList {
				size = n
			}
		}
	}
	return size
}

// arguments looks at what a field is given, after its variables have been filled in.
func (w *walker) arguments(f *ast.Field) *gqlerror.Error {
	given := f.ArgumentMap(w.variables)
	if impossible(given) {
		return input(f, "a text holds the character U+0000, which stands in no page; leave it out")
	}
	where, ok := given["where"].(map[string]any)
	if !ok {
		return nil
	}
	c := &conditions{}
	c.look(where, 0)
	switch {
	case c.deepest > maxRelationDepth:
		return refuse(CodeFilter, maxRelationDepth, c.deepest, "where follows relations %d deep; at most %d are allowed: filter by a nearer node", c.deepest, maxRelationDepth)
	case c.count > maxFilterNodes:
		return refuse(CodeFilter, maxFilterNodes, c.count, "where has %d conditions; at most %d are allowed", c.count, maxFilterNodes)
	case c.empty != "":
		return input(f, "where."+c.empty+" is empty and says neither all nor nothing; leave it out, or give it a condition")
	}
	return nil
}

// conditions is what a filter holds.
type conditions struct {
	count, deepest int
	empty          string // where an empty list or object stands
}

func (c *conditions) look(v any, depth int, path ...string) {
	c.deepest = max(c.deepest, depth)
	switch v := v.(type) {
	case []any:
		if len(v) == 0 {
			c.empty = strings.Join(path, ".")
		}
		for _, e := range v {
			c.look(e, depth, path...)
		}
	case map[string]any:
		if len(v) == 0 && len(path) > 0 {
			c.empty = strings.Join(path, ".")
		}
		for name, e := range v {
			c.count++
			next := depth
			if strings.HasPrefix(name, "has") && strings.HasSuffix(name, "With") {
				next++
			}
			c.look(e, next, append(path[:len(path):len(path)], name)...)
		}
	}
}

// impossible says whether a value holds a text that no database keeps.
func impossible(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.Contains(v, "\x00")
	case []any:
		return slices.ContainsFunc(v, impossible)
	case map[string]any:
		for _, e := range v {
			if impossible(e) {
				return true
			}
		}
	}
	return false
}

func input(f *ast.Field, message string) *gqlerror.Error {
	err := gqlerror.Errorf("%s: %s", f.Name, message)
	errcode.Set(err, CodeInput)
	return err
}

func refuse(code string, limit, actual int, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	errcode.Set(err, code)
	err.Extensions["limit"], err.Extensions["actual"] = limit, actual
	return err
}
