// Package breaking finds what a newer schema takes from those who rely on an older one. docs/api-policy.md says what
// counts.
package breaking

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Changes are the breaking changes from one schema to another, a sentence each, sorted. Sentences name what
// they are about in the manner of Type.field(argument:).
func Changes(before, after *ast.Schema) []string {
	var c changes
	for name, was := range before.Types {
		if was.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		is := after.Types[name]
		switch {
		case is == nil:
			c.say("%s was removed", name)
		case is.Kind != was.Kind:
			c.say("%s was %s and is %s", name, was.Kind, is.Kind)
		default:
			c.definition(was, is)
		}
	}
	for name, was := range before.Directives {
		if is := after.Directives[name]; is == nil {
			c.say("@%s was removed", name)
		} else {
			c.arguments("@"+name, was.Arguments, is.Arguments)
		}
	}
	slices.Sort(c)
	return c
}

type changes []string

func (c *changes) say(format string, args ...any) { *c = append(*c, fmt.Sprintf(format, args...)) }

func (c *changes) definition(was, is *ast.Definition) {
	switch was.Kind {
	case ast.InputObject:
		c.inputs(was, is)
	case ast.Enum:
		for _, v := range was.EnumValues {
			if is.EnumValues.ForName(v.Name) == nil {
				c.say("%s.%s was removed", was.Name, v.Name)
			}
		}
	case ast.Union:
		for _, t := range was.Types {
			if !slices.Contains(is.Types, t) {
				c.say("%s is no longer in %s", t, was.Name)
			}
		}
	default:
		c.fields(was, is)
	}
}

// fields compares what can be asked for.
func (c *changes) fields(was, is *ast.Definition) {
	for _, i := range was.Interfaces {
		if !slices.Contains(is.Interfaces, i) {
			c.say("%s no longer implements %s", was.Name, i)
		}
	}
	for _, f := range was.Fields {
		at := was.Name + "." + f.Name
		now := is.Fields.ForName(f.Name)
		if now == nil {
			c.say("%s was removed", at)
			continue
		}
		if !gives(f.Type, now.Type) {
			c.say("%s was %s and is %s", at, f.Type, now.Type)
		}
		c.arguments(at, f.Arguments, now.Arguments)
	}
}

// inputs compares what can be passed in an object.
func (c *changes) inputs(was, is *ast.Definition) {
	var before, after ast.ArgumentDefinitionList
	for _, f := range was.Fields {
		before = append(before, &ast.ArgumentDefinition{Name: f.Name, Type: f.Type, DefaultValue: f.DefaultValue})
	}
	for _, f := range is.Fields {
		after = append(after, &ast.ArgumentDefinition{Name: f.Name, Type: f.Type, DefaultValue: f.DefaultValue})
	}
	c.passed(before, after, func(name string) string { return was.Name + "." + name })
	if was.Directives.ForName("oneOf") == nil && is.Directives.ForName("oneOf") != nil {
		c.say("%s takes one field only", was.Name)
	}
}

// arguments compares what can be passed to a field or a directive.
func (c *changes) arguments(at string, was, is ast.ArgumentDefinitionList) {
	c.passed(was, is, func(name string) string { return at + "(" + name + ":)" })
}

func (c *changes) passed(was, is ast.ArgumentDefinitionList, at func(string) string) {
	for _, a := range was {
		now := is.ForName(a.Name)
		switch {
		case now == nil:
			c.say("%s was removed", at(a.Name))
		case !takes(a.Type, now.Type) || a.DefaultValue != nil && now.DefaultValue == nil && now.Type.NonNull:
			c.say("%s was %s and is %s", at(a.Name), a.Type, now.Type)
		case written(a.DefaultValue) != written(now.DefaultValue):
			c.say("%s was %s where nothing was passed, and is %s", at(a.Name), written(a.DefaultValue), written(now.DefaultValue))
		}
	}
	for _, a := range is {
		if was.ForName(a.Name) == nil && a.Type.NonNull && a.DefaultValue == nil {
			c.say("%s is new and must be passed", at(a.Name))
		}
	}
}

func written(v *ast.Value) string {
	if v == nil {
		return "nothing"
	}
	return v.String()
}

// gives says whether whoever expects a value of one type can take it of the other.
func gives(was, is *ast.Type) bool {
	if was.NonNull && !is.NonNull {
		return false
	}
	if was.Elem == nil || is.Elem == nil {
		return was.Elem == is.Elem && was.NamedType == is.NamedType
	}
	return gives(was.Elem, is.Elem)
}

// takes says whether what was passed as one type can be passed as the other.
func takes(was, is *ast.Type) bool {
	if !was.NonNull && is.NonNull {
		return false
	}
	if was.Elem == nil || is.Elem == nil {
		return was.Elem == is.Elem && was.NamedType == is.NamedType
	}
	return takes(was.Elem, is.Elem)
}
