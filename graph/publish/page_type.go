package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// definition writes one type.
func (p *pager) definition(b *strings.Builder, d *ast.Definition) {
	fmt.Fprintf(b, "\n### %s\n%s\n", d.Name, line(d.Description))
	switch d.Kind {
	case ast.Object, ast.Interface:
		b.WriteString("\n| field | type | what it is |\n|---|---|---|\n")
		for _, f := range d.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				fmt.Fprintf(b, "| %s | %s | %s |\n", p.field(f), p.link(f.Type), p.said(f.Description, f.Directives)+p.arguments(f))
			}
		}
	case ast.Union:
		var of []string
		for _, name := range d.Types {
			of = append(of, p.link(ast.NamedType(name, nil)))
		}
		fmt.Fprintf(b, "\nOne of %s.\n", strings.Join(of, ", "))
	case ast.Enum:
		b.WriteString("\n| value | what it means |\n|---|---|\n")
		for _, v := range d.EnumValues {
			fmt.Fprintf(b, "| `%s` | %s |\n", v.Name, p.said(v.Description, v.Directives))
		}
	case ast.InputObject:
		p.input(b, d)
	}
}

// field is its name with the names of its arguments.
func (p *pager) field(f *ast.FieldDefinition) string {
	var args []string
	if p.paged(f) {
		args = append(args, "*paging*")
	}
	for _, a := range f.Arguments {
		if p.paged(f) && slices.Contains(paging, a.Name) {
			continue
		}
		arg := fmt.Sprintf("`%s`: %s", a.Name, p.link(a.Type))
		if a.DefaultValue != nil {
			arg += fmt.Sprintf(" = `%s`", a.DefaultValue)
		}
		args = append(args, arg)
	}
	if len(args) == 0 {
		return "`" + f.Name + "`"
	}
	return fmt.Sprintf("`%s`(%s)", f.Name, strings.Join(args, ", "))
}

// paged says whether the field takes all that a list takes to be paged, described as usual.
func (p *pager) paged(f *ast.FieldDefinition) bool {
	for _, name := range paging {
		if a := f.Arguments.ForName(name); a == nil || a.Description != p.usual[name] {
			return false
		}
	}
	return true
}

// arguments describes those that are not the usual ones.
func (p *pager) arguments(f *ast.FieldDefinition) string {
	var b strings.Builder
	for _, a := range f.Arguments {
		if p.usual[a.Name] != a.Description {
			fmt.Fprintf(&b, "<br>`%s`: %s", a.Name, p.said(a.Description, a.Directives))
		}
	}
	return b.String()
}

// endings are those of the names of conditions, the longer before those that end alike.
var endings = []string{"NotIn", "NEQ", "GTE", "LTE", "GT", "LT", "IsNil", "NotNil", "In"}

// input writes an input: conditions on one field in one row.
func (p *pager) input(b *strings.Builder, d *ast.Definition) {
	b.WriteString("\n| field | type | what it is |\n|---|---|---|\n")
	for i := 0; i < len(d.Fields); i++ {
		f := d.Fields[i]
		if f.Description != f.Name+" is exactly this." {
			name := "`" + f.Name + "`"
			if f.DefaultValue != nil {
				name += fmt.Sprintf(" = `%s`", f.DefaultValue)
			}
			fmt.Fprintf(b, "| %s | %s | %s |\n", name, p.link(f.Type), p.said(f.Description, f.Directives))
			continue
		}
		var more []string
		for ; i+1 < len(d.Fields); i++ {
			ending, ok := strings.CutPrefix(d.Fields[i+1].Name, f.Name)
			if !ok || !slices.Contains(endings, ending) {
				break
			}
			more = append(more, "`"+ending+"`")
		}
		fmt.Fprintf(b, "| `%s` | %s | is exactly this; %s |\n", f.Name, p.link(f.Type), strings.Join(more, " "))
	}
}

// said is a description, and that the thing is deprecated.
func (p *pager) said(description string, of ast.DirectiveList) string {
	said := line(description)
	if d := of.ForName("deprecated"); d != nil {
		reason := ""
		if a := d.Arguments.ForName("reason"); a != nil {
			reason = a.Value.Raw
		}
		said += " **Deprecated**: " + line(reason)
	}
	return said
}

// link is a type as the schema writes it, with the way to its description.
func (p *pager) link(t *ast.Type) string {
	name := t.Name()
	def := p.schema.Types[name]
	if def == nil || def.BuiltIn || p.plain(def) {
		return "`" + t.String() + "`"
	}
	before, after, _ := strings.Cut(t.String(), name)
	return fmt.Sprintf("%s[%s](#%s)%s", strings.ReplaceAll(before, "[", `\[`), name, strings.ToLower(name), strings.ReplaceAll(after, "]", `\]`))
}

// line is a text within a row of a table.
func line(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", `\|`)
}
