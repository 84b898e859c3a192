package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// pool is what answers have told: values that stand in the store, and lists that go on.
type pool struct {
	ids, uris, texts, dates []string
	lists                   []list
}

// list is a list that goes on: a field at the root with its arguments, and the cursor to go on from.
type list struct{ field, arguments, cursor string }

// value is a value in a query and among its variables.
type value struct {
	text string
	json any
}

// arguments writes the arguments of a field.
func (g *generator) arguments(parent *ast.Definition, f *ast.FieldDefinition) string {
	if parent == g.schema.Query {
		if f.Name == "council" { // one of two, which no type says
			a := f.Arguments[g.IntN(len(f.Arguments))]
			return "(" + a.Name + ": " + g.argument(a.Type, g.scalar("String")) + ")"
		}
		if l, ok := g.goesOn(f.Name); ok {
			return "(first: " + strconv.Itoa(g.IntN(6)) + ", after: " + g.argument(ast.NamedType("String", nil), text(l.cursor)) + l.arguments + ")"
		}
	}
	var given []string
	sized := false
	for _, a := range f.Arguments {
		required := a.Type.NonNull && a.DefaultValue == nil
		switch a.Name {
		case "after", "before":
			continue // a cursor of another list would be refused
		case "first", "last":
			if !sized && (g.IntN(3) > 0 || required) {
				sized = true
				given = append(given, a.Name+": "+g.argument(a.Type, number(g.page(parent))))
			}
			continue
		}
		if a.Name == "uri" { // of the type String
			given = append(given, "uri: "+g.argument(a.Type, g.scalar("URI")))
			continue
		}
		if required || g.IntN(3) == 0 {
			given = append(given, a.Name+": "+g.argument(a.Type, g.value(a.Type, 0)))
		}
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

// page is a size of a page, small where it is multiplied by others.
func (g *generator) page(parent *ast.Definition) int {
	if parent == g.schema.Query && g.IntN(10) == 0 {
		return g.IntN(101)
	}
	return g.IntN(5)
}

func (g *generator) goesOn(field string) (list, bool) {
	if g.IntN(3) > 0 {
		return list{}, false
	}
	i := slices.IndexFunc(g.pool.lists, func(l list) bool { return l.field == field })
	if i < 0 {
		return list{}, false
	}
	return g.pool.lists[i], true
}

// argument writes a value, or makes it a variable.
func (g *generator) argument(t *ast.Type, v value) string {
	if g.IntN(3) > 0 {
		return v.text
	}
	name := g.name("v")
	g.declared = append(g.declared, "$"+name+": "+t.String())
	g.variables[name] = v.json
	return "$" + name
}

// value makes a value of a type. depth is how many inputs it stands in.
func (g *generator) value(t *ast.Type, depth int) value {
	if !t.NonNull && depth == 0 && g.IntN(40) == 0 {
		return value{"null", nil}
	}
	if t.Elem != nil {
		v := value{json: []any{}}
		var parts []string
		all := []any{}
		for range 1 + g.IntN(2) {
			e := g.value(t.Elem, depth)
			if slices.Contains(parts, e.text) {
				continue // an order must not be named twice
			}
			parts, all = append(parts, e.text), append(all, e.json)
			if strings.HasSuffix(t.Elem.Name(), "Order") {
				break
			}
		}
		v.text, v.json = "["+strings.Join(parts, ", ")+"]", all
		return v
	}
	def := g.schema.Types[t.Name()]
	switch def.Kind {
	case ast.Enum:
		name := def.EnumValues[g.IntN(len(def.EnumValues))].Name
		return value{name, name}
	case ast.InputObject:
		return g.object(def, depth)
	default:
		return g.scalar(def.Name)
	}
}

// object makes an input: all that it needs, and one or two of the rest, relations not deeper than filters go.
func (g *generator) object(def *ast.Definition, depth int) value {
	var parts []string
	all := map[string]any{}
	add := func(f *ast.FieldDefinition) {
		if _, ok := all[f.Name]; ok {
			return
		}
		v := g.value(&ast.Type{NamedType: f.Type.NamedType, Elem: f.Type.Elem, NonNull: true}, depth+1)
		if strings.HasSuffix(f.Name, "IsNil") || strings.HasSuffix(f.Name, "NotNil") {
			v = value{"true", true} // false says nothing and is refused
		}
		parts, all[f.Name] = append(parts, f.Name+": "+v.text), v.json
	}
	var rest ast.FieldList
	for _, f := range def.Fields {
		if f.Type.NonNull && f.DefaultValue == nil {
			add(f)
		} else if inner := g.schema.Types[f.Type.Name()]; inner.Kind != ast.InputObject || depth < 2 {
			rest = append(rest, f)
		}
	}
	for range 1 + g.IntN(2) {
		if len(rest) > 0 {
			add(rest[g.IntN(len(rest))])
		}
	}
	return value{"{" + strings.Join(parts, ", ") + "}", all}
}

func (g *generator) scalar(name string) value {
	switch name {
	case "Int":
		return number(g.IntN(12))
	case "Float":
		f := float64(g.IntN(1_000_000)) / 100
		return value{strconv.FormatFloat(f, 'f', 2, 64), f}
	case "Boolean":
		b := g.IntN(2) == 0
		return value{strconv.FormatBool(b), b}
	case "ID":
		return text(g.any(g.pool.ids, "1"))
	case "URI":
		return text(g.any(g.pool.uris, "/id/bromley"))
	case "Date":
		return text(g.any(g.pool.dates, "2017-01-11"))
	case "DateTime":
		return text(fmt.Sprintf("20%02d-%02d-%02dT%02d:30:00Z", 10+g.IntN(16), 1+g.IntN(12), 1+g.IntN(28), g.IntN(24)))
	default:
		return text(g.any(g.pool.texts, "bromley"))
	}
}

func (g *generator) any(of []string, otherwise string) string {
	if len(of) == 0 || g.IntN(20) == 0 {
		return otherwise
	}
	return of[g.IntN(len(of))]
}

func text(s string) value {
	b, _ := json.Marshal(s)
	return value{strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(b)), s}
}

func number(n int) value { return value{strconv.Itoa(n), n} }
