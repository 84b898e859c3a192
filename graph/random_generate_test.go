package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// The bounds of a made-up query: deep and wide enough to reach everything, and mostly below the limits.
const (
	madeDepth  = 9
	madeFields = 80
)

// made is a query that was made up.
type made struct {
	text      string
	variables map[string]any
}

// generator makes queries up that fit the schema: fields, arguments, filters, orders, cursors, fragments, aliases,
// directives and variables.
type generator struct {
	*rand.Rand
	schema *ast.Schema
	pool   *pool

	// of the query that is being made
	fields    int
	names     int // aliases, fragments and variables are numbered
	declared  []string
	variables map[string]any
	fragments []string
	by        []string // the fields that the keys of the groups have which are being selected
}

// query makes one query.
func (g *generator) query() made {
	g.fields, g.names, g.declared, g.fragments, g.variables = 0, 0, nil, nil, map[string]any{}
	var b strings.Builder
	for range 1 + g.IntN(3) {
		b.WriteString(g.field(g.schema.Query, g.pick(g.schema.Query), 1, g.name("a")))
	}
	if g.IntN(20) == 0 {
		b.WriteString(" rateLimit { cost remaining nodeCount }")
	}
	text := "query Made"
	if len(g.declared) > 0 {
		text += "(" + strings.Join(g.declared, ", ") + ")"
	}
	return made{text + " {" + b.String() + " }\n" + strings.Join(g.fragments, "\n"), g.variables}
}

// pick is a field of a type. Lists of many are as likely as single things, whatever their number.
func (g *generator) pick(def *ast.Definition) *ast.FieldDefinition {
	for {
		f := def.Fields[g.IntN(len(def.Fields))]
		if !strings.HasPrefix(f.Name, "__") {
			return f
		}
	}
}

// leaf says whether a field has no fields below it.
func (g *generator) leaf(f *ast.FieldDefinition) bool {
	return !g.schema.Types[f.Type.Name()].IsCompositeType()
}

// field writes one field with all that it needs, under an alias where one is given. An alias of its own lets it
// agree with whatever else is selected there.
func (g *generator) field(parent *ast.Definition, f *ast.FieldDefinition, depth int, alias string) string {
	g.fields++
	text := " "
	if alias != "" {
		text += alias + ": "
	}
	if f.Name == "groupBy" {
		return text + g.groups(f, depth)
	}
	text += f.Name + g.arguments(parent, f)
	if g.IntN(25) == 0 {
		text += g.directive()
	}
	if !g.leaf(f) {
		text += g.selection(g.schema.Types[f.Type.Name()], depth+1)
	}
	return text
}

func (g *generator) name(kind string) string {
	g.names++
	return fmt.Sprintf("%s%d", kind, g.names)
}

// directive leaves something out, or not.
func (g *generator) directive() string {
	name := []string{"skip", "include"}[g.IntN(2)]
	value := g.IntN(2) == 0
	if g.IntN(2) == 0 {
		v := g.name("v")
		g.declared = append(g.declared, "$"+v+": Boolean!")
		g.variables[v] = value
		return fmt.Sprintf(" @%s(if: $%s)", name, v)
	}
	return fmt.Sprintf(" @%s(if: %t)", name, value)
}

// selection writes what is selected of a type.
func (g *generator) selection(def *ast.Definition, depth int) string {
	if def.Kind != ast.Object {
		return g.abstract(def, depth)
	}
	var leaves, inner []*ast.FieldDefinition
	for _, f := range def.Fields {
		if strings.HasPrefix(f.Name, "__") || strings.HasSuffix(def.Name, "GroupKey") && !slices.Contains(g.by, f.Name) {
			continue
		}
		if g.leaf(f) {
			leaves = append(leaves, f)
		} else {
			inner = append(inner, f)
		}
	}
	g.Shuffle(len(leaves), func(i, j int) { leaves[i], leaves[j] = leaves[j], leaves[i] })
	g.Shuffle(len(inner), func(i, j int) { inner[i], inner[j] = inner[j], inner[i] })
	chosen := leaves[:min(len(leaves), g.IntN(4))]
	if depth < madeDepth && g.fields < madeFields {
		chosen = append(chosen, inner[:min(len(inner), 1+g.IntN(2))]...)
	}
	var b strings.Builder
	if len(chosen) == 0 || g.IntN(10) == 0 {
		b.WriteString(" __typename")
	}
	for _, f := range chosen {
		alias := ""
		if g.IntN(15) == 0 {
			alias = g.name("a")
		}
		b.WriteString(g.wrapped(def, g.field(def, f, depth, alias)))
	}
	return " {" + b.String() + " }"
}

// groups writes groups of a list by one or two of its dimensions, of which at most one is a period. Their keys have
// the fields of those dimensions alone.
func (g *generator) groups(f *ast.FieldDefinition, depth int) string {
	dimensions := g.schema.Types[f.Arguments.ForName("by").Type.Name()].EnumValues
	before, by, period := g.by, []string{}, false
	g.by = nil
	for range 1 + g.IntN(2) {
		name := dimensions[g.IntN(len(dimensions))].Name
		if p := name == "YEAR" || name == "QUARTER" || name == "MONTH"; slices.Contains(by, name) || p && period {
			continue
		} else if p {
			period = true
		}
		by = append(by, name)
		words := strings.Split(strings.ToLower(name), "_")
		for i := 1; i < len(words); i++ {
			words[i] = strings.ToUpper(words[i][:1]) + words[i][1:]
		}
		g.by = append(g.by, strings.Join(words, ""))
	}
	first := g.argument(f.Arguments.ForName("first").Type, number(g.IntN(5)))
	text := fmt.Sprintf("groupBy(by: [%s], first: %s)", strings.Join(by, ", "), first) + g.selection(g.schema.Types[f.Type.Name()], depth+1)
	g.by = before
	return text
}

// wrapped puts a field into a fragment now and then.
func (g *generator) wrapped(def *ast.Definition, field string) string {
	switch g.IntN(20) {
	case 0:
		return " ... {" + field + " }"
	case 1:
		return " ... on " + def.Name + g.directiveOften() + " {" + field + " }"
	case 2:
		name := g.name("F")
		g.fragments = append(g.fragments, "fragment "+name+" on "+def.Name+" {"+field+" }")
		return " ..." + name + strings.Repeat(" ..."+name, g.IntN(2))
	}
	return field
}

func (g *generator) directiveOften() string {
	if g.IntN(3) == 0 {
		return g.directive()
	}
	return ""
}

// abstract selects of an interface or a union: of some of the types that it can be, each under names of its own.
func (g *generator) abstract(def *ast.Definition, depth int) string {
	text := " { __typename"
	possible := slices.Clone(g.schema.PossibleTypes[def.Name])
	g.Shuffle(len(possible), func(i, j int) { possible[i], possible[j] = possible[j], possible[i] })
	for _, t := range possible[:min(len(possible), 1+g.IntN(3))] {
		f := g.pick(t)
		if depth+1 >= madeDepth && !g.leaf(f) {
			continue
		}
		text += " ... on " + t.Name + " {" + g.field(t, f, depth, g.name("a")) + " }"
	}
	return text + " }"
}
