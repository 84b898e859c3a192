package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The limits of a request. They are documented in docs/errors.md.
const (
	maxBody          = 256 << 10 // bytes of a request
	maxTokens        = 2000      // of a document
	maxDepth         = 20        // levels of fields; introspection is exempt
	maxRelationDepth = 3         // relations that one filter follows
	maxFilterNodes   = 50        // conditions of one filter
)

// guard refuses what would cost too much before anything of it runs.
type guard struct{}

// ExtensionName names the guard.
func (guard) ExtensionName() string { return "Guard" }

// Validate accepts any schema.
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext looks at an operation that is valid but has not run.
func (guard) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	return walk(op.Operation.SelectionSet, op.Variables, 1, map[string]bool{})
}

// walk looks at every selection, each named fragment once at each depth.
func walk(set ast.SelectionSet, variables map[string]any, depth int, seen map[string]bool) *gqlerror.Error {
	if depth > maxDepth {
		return refuse(CodeDepth, maxDepth, depth, "the query is more than %d levels deep; ask for less at once", maxDepth)
	}
	for _, s := range set {
		var err *gqlerror.Error
		switch s := s.(type) {
		case *ast.Field:
			if strings.HasPrefix(s.Name, "__") {
				continue
			}
			if err = filters(s, variables); err == nil {
				err = walk(s.SelectionSet, variables, depth+1, seen)
			}
		case *ast.InlineFragment:
			err = walk(s.SelectionSet, variables, depth, seen)
		case *ast.FragmentSpread:
			if at := fmt.Sprint(depth, s.Name); !seen[at] {
				seen[at] = true
				err = walk(s.Definition.SelectionSet, variables, depth, seen)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// filters looks at a field's where, after its variables have been filled in.
func filters(f *ast.Field, variables map[string]any) *gqlerror.Error {
	if f.Arguments.ForName("where") == nil {
		return nil
	}
	nodes := 0
	if deep := filter(f.ArgumentMap(variables)["where"], 0, &nodes); deep > maxRelationDepth {
		return refuse(CodeFilter, maxRelationDepth, deep, "where follows relations %d deep; at most %d are allowed: filter by a nearer node", deep, maxRelationDepth)
	}
	if nodes > maxFilterNodes {
		return refuse(CodeFilter, maxFilterNodes, nodes, "where has %d conditions; at most %d are allowed", nodes, maxFilterNodes)
	}
	return nil
}

// filter is how deep a filter follows relations; it counts the conditions on the way.
func filter(v any, depth int, nodes *int) int {
	deepest := depth
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			deepest = max(deepest, filter(e, depth, nodes))
		}
	case map[string]any:
		for name, e := range v {
			*nodes++
			next := depth
			if strings.HasPrefix(name, "has") && strings.HasSuffix(name, "With") {
				next++
			}
			deepest = max(deepest, filter(e, next, nodes))
		}
	}
	return deepest
}

func refuse(code string, limit, actual int, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	errcode.Set(err, code)
	err.Extensions["limit"], err.Extensions["actual"] = limit, actual
	return err
}
