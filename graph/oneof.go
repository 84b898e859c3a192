package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// oneOfVariables says whether each input of a @oneOf type among the variables has exactly one field, not null.
// Validation looks only at inputs that are written out in the query.
func oneOfVariables(schema *ast.Schema, op *ast.OperationDefinition, values map[string]any) *gqlerror.Error {
	for _, v := range op.VariableDefinitions {
		if fault := oneOf(schema, v.Type, values[v.Variable], "$"+v.Variable); fault != "" {
			err := gqlerror.ErrorPosf(v.Position, "%s", fault)
			errcode.Set(err, errcode.ValidationFailed)
			return err
		}
	}
	return nil
}

// oneOf is what is wrong with a value that stands at path, empty where nothing is.
func oneOf(schema *ast.Schema, t *ast.Type, value any, path string) string {
	if list, ok := value.([]any); ok {
		if t.Elem == nil {
			return ""
		}
		for i, v := range list {
			if fault := oneOf(schema, t.Elem, v, fmt.Sprintf("%s[%d]", path, i)); fault != "" {
				return fault
			}
		}
		return ""
	}
	def := schema.Types[t.Name()]
	given, ok := value.(map[string]any)
	if !ok || def == nil || def.Kind != ast.InputObject {
		return ""
	}
	names := slices.Sorted(maps.Keys(given))
	if def.Directives.ForName("oneOf") != nil {
		var fields []string
		for _, f := range def.Fields {
			fields = append(fields, f.Name)
		}
		switch {
		case len(names) != 1:
			return fmt.Sprintf("%s has %d fields; pass exactly one of %s", path, len(names), strings.Join(fields, ", "))
		case given[names[0]] == nil:
			return fmt.Sprintf("%s.%s is null; pass a value, or another of %s", path, names[0], strings.Join(fields, ", "))
		}
	}
	for _, name := range names {
		if f := def.Fields.ForName(name); f != nil {
			if fault := oneOf(schema, f.Type, given[name], path+"."+name); fault != "" {
				return fault
			}
		}
	}
	return ""
}
