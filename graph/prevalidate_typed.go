package graph

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// typed compares variables as they were sent with their types, as GraphQL has it: no text for a number, no number for a
// text, no other case in the name of a choice. The library lets these pass, and what reads them later fails. What is
// missing, null or unknown is left to the library.
func typed(schema *ast.Schema, op *ast.OperationDefinition, sent map[string]any) *gqlerror.Error {
	for _, v := range op.VariableDefinitions {
		value, given := sent[v.Variable]
		if !given {
			continue
		}
		if fault := mistyped(schema, v.Type, value, "$"+v.Variable); fault != "" {
			err := gqlerror.ErrorPosf(v.Position, "%s", fault)
			errcode.Set(err, errcode.ValidationFailed)
			return err
		}
	}
	return nil
}

// mistyped is what is wrong with a value that stands at path, empty where nothing is.
func mistyped(schema *ast.Schema, t *ast.Type, value any, path string) string {
	def := schema.Types[t.Name()]
	if value == nil || def == nil {
		return ""
	}
	if list, ok := value.([]any); ok && t.Elem != nil {
		for i, v := range list {
			if fault := mistyped(schema, t.Elem, v, fmt.Sprintf("%s[%d]", path, i)); fault != "" {
				return fault
			}
		}
		return ""
	}
	if t.Elem != nil { // one value stands for a list of one
		return mistyped(schema, t.Elem, value, path)
	}
	switch def.Kind {
	case ast.InputObject:
		given, ok := value.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s is %s, which is no %s; write an object such as {\"%s\": ...}", path, echoed(value), def.Name, def.Fields[0].Name)
		}
		for _, name := range slices.Sorted(maps.Keys(given)) {
			if f := def.Fields.ForName(name); f != nil {
				if fault := mistyped(schema, f.Type, given[name], path+"."+name); fault != "" {
					return fault
				}
			}
		}
		return ""
	case ast.Enum:
		if s, ok := value.(string); !ok || def.EnumValues.ForName(s) == nil {
			return fmt.Sprintf("%s is %s, which is no %s; write one of its values, such as \"%s\"", path, echoed(value), def.Name, def.EnumValues[0].Name)
		}
		return ""
	default:
		if !scalar(def, value) {
			return fmt.Sprintf("%s is %s, which is no %s; write %s", path, echoed(value), def.Name, written(def.Name))
		}
		return ""
	}
}

// scalar says whether a value from JSON can be one of a scalar.
func scalar(def *ast.Definition, value any) bool {
	number, isNumber := asNumber(value)
	_, isText := value.(string)
	switch def.Name {
	case "Int":
		return isNumber && whole(number)
	case "Float":
		return isNumber && finite(number)
	case "ID":
		return isText || isNumber && whole(number)
	case "Boolean":
		_, ok := value.(bool)
		return ok
	default:
		return isText
	}
}

// asNumber is a number as it is written: those of a request are as they were sent, those of the program are Go's.
func asNumber(value any) (string, bool) {
	switch v := value.(type) {
	case json.Number:
		return v.String(), true
	case int, int64, float64:
		b, err := json.Marshal(v)
		return string(b), err == nil
	default:
		return "", false
	}
}

// echoed is a value as an error repeats it.
func echoed(value any) string {
	b, err := json.Marshal(value)
	if err != nil {
		return "unreadable"
	}
	return shortened(string(b))
}
