package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

// guard refuses what would cost too much before anything of it runs, and says what the rest costs.
type guard struct {
	limits *limits.Limits
	schema *ast.Schema
	sizes  introspected
	// introspection is how many objects and values a query about the schema may give.
	introspection int
	known         *documents
}

func newGuard(l *limits.Limits, schema *ast.Schema, known *documents) *guard {
	sizes := describe(schema)
	return &guard{l, schema, sizes, usualIntrospection(schema, sizes) * l.Introspection / 100, known}
}

// ExtensionName names the guard.
func (*guard) ExtensionName() string { return "Guard" }

// Validate accepts any schema.
func (*guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext looks at an operation that is valid but has not run, its variables filled in.
func (g *guard) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	plainLists(op.Variables)
	if err := oneOfVariables(g.schema, op.Operation, op.Variables); err != nil {
		return err
	}
	price, err := g.price(op)
	if err != nil {
		return err
	}
	if price.descriptions > g.introspection {
		return refuse(CodeCost, g.introspection, price.descriptions, "the query can give %d objects and values of the schema; at most %d are allowed: the whole schema is at /schema.graphql too", price.descriptions, g.introspection)
	}
	if price.searches > g.limits.Searches {
		return refuse(CodeCost, g.limits.Searches, price.searches, "the query searches %d times; at most %d are allowed: send several queries", price.searches, g.limits.Searches)
	}
	if price.nodes > g.limits.Nodes {
		return refuse(CodeNodes, g.limits.Nodes, price.nodes, "the query can give %d entries, the lists within lists multiplied; at most %d are allowed: pass a smaller first to the inner lists", price.nodes, g.limits.Nodes)
	}
	if price.points > g.limits.Cost {
		return refuse(CodeCost, g.limits.Cost, price.points, "the query costs %d points; at most %d are allowed: pass a smaller first to the inner lists, or ask for less of each entry", price.points, g.limits.Cost)
	}
	op.Stats.SetExtension(priceKey, price)
	askedOf(ctx).Cost = price.points
	charge(ctx, op, price)
	return nil
}

// price is what an operation costs. It is reckoned once for a known query where no variable bears on it.
func (g *guard) price(op *graphql.OperationContext) (price, *gqlerror.Error) {
	same := indifferent(op.Operation, op.Variables)
	if same {
		if p, ok := g.known.price(op.RawQuery, op.Operation); ok {
			return p, nil
		}
	}
	p := &pricing{limits: g.limits, schema: g.schema, variables: op.Variables, sizes: g.sizes}
	found, err := p.operation(op.Operation)
	if same && err == nil {
		g.known.keepPrice(op.RawQuery, op.Operation, found)
	}
	return found, err
}

// indifferent says whether an operation costs the same whatever its variables are, as long as they are like these:
// each is there and is a text that can be stored, and no choice. A text decides neither how long a list is, nor what is
// skipped, nor how many conditions a filter has; a choice may say what is counted.
func indifferent(op *ast.OperationDefinition, variables map[string]any) bool {
	for _, v := range op.VariableDefinitions {
		if text, ok := variables[v.Variable].(string); !ok || impossible(text) || v.Type.Elem != nil || v.Definition == nil || v.Definition.Kind == ast.Enum {
			return false
		}
	}
	return true
}

// input is the error of an argument that cannot be understood.
func input(f *ast.Field, message string) *gqlerror.Error {
	err := gqlerror.ErrorPosf(f.Position, "%s: %s", f.Name, message)
	errcode.Set(err, CodeInput)
	return err
}

// refuse is the error of a limit that was passed.
func refuse(code string, limit, actual int, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	errcode.Set(err, code)
	err.Extensions["limit"], err.Extensions["actual"] = limit, actual
	return err
}
