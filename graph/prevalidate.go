package graph

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"councilgraph/internal/limits"
)

// prevalidate looks at a query before the executor does. Comparing a query with the schema can cost a thousand
// times what reading it costs (each field is compared with each other of its name), so what would is refused
// here, by bounds that cost no more than reading. A query that passes is compared with the schema here too, and
// the executor finds it among the known documents.
type prevalidate struct {
	limits *limits.Limits
	schema *ast.Schema
	known  *documents
}

// ExtensionName names the extension.
func (*prevalidate) ExtensionName() string { return "Prevalidate" }

// Validate accepts any schema.
func (*prevalidate) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters changes nothing: it is the first that sees what was sent.
func (p *prevalidate) MutateOperationParameters(ctx context.Context, sent *graphql.RawParams) *gqlerror.Error {
	if err := variables(sent.Variables, p.limits); err != nil {
		return err
	}
	if doc, ok := p.known.Get(ctx, sent.Query); ok {
		askedOf(ctx).Known = true
		return p.operation(doc, sent)
	}
	askedOf(ctx).New = true
	reading(ctx)
	tokens, err := size(sent.Query, p.limits)
	if err != nil {
		return err
	}
	doc, failed := parser.ParseQuery(&ast.Source{Input: sent.Query})
	if failed != nil {
		return unparsed(failed)
	}
	if err := document(doc, p.limits); err != nil {
		return err
	}
	if found := faults(p.schema, doc, p.limits.Errors); len(found) > 0 {
		remember(ctx, found)
		return found[0]
	}
	p.known.keep(sent.Query, doc, tokens)
	return p.operation(doc, sent)
}

// operation looks at what is wanted of a good query: which operation, with which variables.
func (p *prevalidate) operation(doc *ast.QueryDocument, sent *graphql.RawParams) *gqlerror.Error {
	if err := named(doc, sent.OperationName); err != nil {
		return err
	}
	return typed(p.schema, doc.Operations.ForName(sent.OperationName), sent.Variables)
}

// named says whether the request tells which operation of the query it wants.
func named(doc *ast.QueryDocument, operation string) *gqlerror.Error {
	if doc.Operations.ForName(operation) != nil {
		return nil
	}
	names := make([]string, len(doc.Operations))
	for i, op := range doc.Operations {
		names[i] = op.Name
	}
	if len(names) > mostNames {
		names = append(names[:mostNames], "...")
	}
	err := gqlerror.Errorf("operationName is %q; name one of the query's operations: %s", operation, strings.Join(names, ", "))
	errcode.Set(err, errcode.ValidationFailed)
	return err
}

// mostNames is how many operations an error lists.
const mostNames = 5

// document looks at a query that has been read and not yet compared with the schema.
func document(doc *ast.QueryDocument, l *limits.Limits) *gqlerror.Error {
	if len(doc.Operations) == 0 {
		err := gqlerror.Errorf("the query holds no operation; write one such as { councils { totalCount } }")
		errcode.Set(err, errcode.ValidationFailed)
		return err
	}
	s, err := newSpread(doc)
	if err != nil {
		return err
	}
	if err := s.within(l); err != nil {
		return err
	}
	return s.mergeable(l)
}

// unparsed is the error of a query that is not GraphQL.
func unparsed(err error) *gqlerror.Error {
	var shown *gqlerror.Error
	if !errors.As(err, &shown) {
		shown = gqlerror.Errorf("%s", err.Error())
	}
	errcode.Set(shown, errcode.ParseFailed)
	return shown
}
