package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// literals looks for values in the text of a query that cannot be what they stand for: numbers that no type holds, and
// anything but a text where a Date, a DateTime or a URI is wanted. The library leaves our own scalars alone, and
// panics later where a number stands there that it cannot read.
type literals struct {
	addError validator.AddErrFunc
	read     map[*ast.Value]bool        // what was looked at, and whether it was sound: a fragment is walked each time that it is spread
	wrong    map[gqlerror.Location]bool // where those stand that are not
}

// observe looks at the arguments of fields and directives, and at what variables are where nothing is sent.
func (l *literals) observe(observers *validator.Events, addError validator.AddErrFunc) {
	l.addError, l.read, l.wrong = addError, map[*ast.Value]bool{}, map[gqlerror.Location]bool{}
	observers.OnField(func(_ *validator.Walker, f *ast.Field) { l.arguments(f.Arguments) })
	observers.OnDirective(func(_ *validator.Walker, d *ast.Directive) { l.arguments(d.Arguments) })
	observers.OnOperation(func(_ *validator.Walker, op *ast.OperationDefinition) {
		for _, v := range op.VariableDefinitions {
			if v.DefaultValue != nil {
				l.value(v.DefaultValue, "$"+v.Variable)
			}
		}
	})
}

func (l *literals) arguments(given ast.ArgumentList) {
	for _, a := range given {
		l.value(a.Value, a.Name)
	}
}

// value looks at the value that stands at path and says whether it, and all within it, can be read.
func (l *literals) value(v *ast.Value, path string) bool {
	sound, known := l.read[v]
	if !known {
		sound = l.sound(v, path)
		l.read[v] = sound
		if !sound && v.Position != nil {
			l.wrong[gqlerror.Location{Line: v.Position.Line, Column: v.Position.Column}] = true
		}
	}
	return sound
}

func (l *literals) sound(v *ast.Value, path string) bool {
	if v.Kind == ast.Variable {
		return v.VariableDefinition == nil || v.VariableDefinition.DefaultValue == nil ||
			l.value(v.VariableDefinition.DefaultValue, "$"+v.Raw)
	}
	if v.Definition == nil || v.ExpectedType == nil {
		return true // of an argument or a field that is not known
	}
	if l.misfit(v) {
		message := fmt.Sprintf("%s is %s, which is no %s; write %s", path, shortened(v.String()), v.Definition.Name, written(v.Definition.Name))
		l.addError(validator.Message("%s", message), core.At(v.Position))
		return false
	}
	sound := true
	for i, child := range v.Children {
		next := path + "." + child.Name
		if v.Kind == ast.ListValue {
			next = fmt.Sprintf("%s[%d]", path, i)
		}
		sound = l.value(child.Value, next) && sound
	}
	return sound
}

// misfit says whether a value by itself cannot be what is wanted where it stands.
func (*literals) misfit(v *ast.Value) bool {
	if v.Definition.Kind != ast.Scalar {
		return false
	}
	if !builtIn(v.Definition) {
		switch v.Kind {
		case ast.IntValue, ast.FloatValue, ast.BooleanValue, ast.EnumValue:
			return true
		case ast.ObjectValue:
			return len(v.Children) > 0
		case ast.ListValue:
			return v.ExpectedType.Elem == nil
		default:
			return false
		}
	}
	switch v.Kind {
	case ast.IntValue:
		return !whole(v.Raw)
	case ast.FloatValue:
		return !finite(v.Raw)
	default:
		return false
	}
}

// alone leaves out what else was found where such a value stands, and at the lists and objects around it: the library
// finds each of them unreadable, and cannot say why.
func (l *literals) alone(found gqlerror.List) gqlerror.List {
	return slices.DeleteFunc(found, func(err *gqlerror.Error) bool {
		return strings.HasPrefix(err.Rule, "ValuesOfCorrectType") && len(err.Locations) == 1 && l.wrong[err.Locations[0]]
	})
}
