package graph

import (
	"context"
	"maps"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// enough ends a validation that has found as many faults as are listed.
type enough struct{}

// faults compares a query with the schema and lists the first faults, at most so many: each costs a search for
// what may have been meant, and nobody mends more than a few at once.
func faults(schema *ast.Schema, doc *ast.QueryDocument, most int) (found gqlerror.List) {
	var written literals
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(enough); !ok {
				panic(r)
			}
		}
		found = written.alone(found)
	}()
	observers := &validator.Events{}
	all := rules.NewDefaultRules().GetInner()
	all["ObjectsAreInputs"] = objectsAreInputs
	all["ReadableLiterals"] = written.observe
	for _, name := range slices.Sorted(maps.Keys(all)) {
		all[name](observers, func(options ...validator.ErrorOption) {
			err := &gqlerror.Error{Rule: name}
			for _, o := range options {
				o(err)
			}
			errcode.Set(err, errcode.ValidationFailed)
			if found = append(found, err); len(found) == most {
				panic(enough{})
			}
		})
	}
	validator.Walk(schema, doc, observers)
	return found
}

// objectsAreInputs finds objects where a scalar or an enum is wanted. The library's own rule looks at the fields of an
// object, and lets one without any pass.
func objectsAreInputs(observers *validator.Events, addError validator.AddErrFunc) {
	observers.OnValue(func(_ *validator.Walker, v *ast.Value) {
		if v.Kind == ast.ObjectValue && len(v.Children) == 0 && v.Definition != nil && v.Definition.Kind != ast.InputObject {
			addError(validator.Message("%s cannot represent an object", v.Definition.Name), core.At(v.Position))
		}
	})
}

// faultsKey is where an operation keeps the faults that were found.
const faultsKey = "faults"

// remember keeps all faults for the answer: the executor takes only one error from whoever looks first.
func remember(ctx context.Context, found gqlerror.List) {
	graphql.GetOperationContext(ctx).Stats.SetExtension(faultsKey, found)
}

// InterceptResponse lists all faults that were found, where only the first was handed on.
func (*prevalidate) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	answer := next(ctx)
	if answer == nil || len(answer.Errors) != 1 || !graphql.HasOperationContext(ctx) {
		return answer
	}
	if found, ok := graphql.GetOperationContext(ctx).Stats.GetExtension(faultsKey).(gqlerror.List); ok {
		answer.Errors = found
	}
	return answer
}
