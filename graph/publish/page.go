package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

const head = `# The schema

Generated from the published schema, [graph/schema.graphql](../graph/schema.graphql), which a server gives at ` + "`/schema.graphql`" + `. Questions with
their queries are in [queries.md](queries.md), what may change and how it is announced in [api-policy.md](api-policy.md). ` + "`!`" + ` marks what is
never null; null always means that it is not known, or that there is none.

## Lists
A type ` + "`XConnection`" + ` is a page of a list of X (Relay): ` + "`nodes`" + `, or ` + "`edges`" + ` with a ` + "`node`" + ` and its ` + "`cursor`" + `; ` + "`pageInfo`" + `; ` + "`totalCount`" + `, which is
counted only when it is asked for. Those that have no more are left out below. Where a list says *paging* it takes these:

`

const filters = `
## Filters
Everything in an input ` + "`XWhereInput`" + ` must be fulfilled together. A field ` + "`f`" + ` of X is asked for by ` + "`f`" + ` (is exactly this) or with an ending:
` + "`fNEQ`" + ` is not, ` + "`fIn`" + ` is one of, ` + "`fNotIn`" + ` is none of, ` + "`fGT`" + ` more than, ` + "`fGTE`" + ` this or more, ` + "`fLT`" + ` less than, ` + "`fLTE`" + ` this or less,
` + "`fIsNil: true`" + ` is not known, ` + "`fNotNil: true`" + ` is known. The tables give the endings that each field takes, as far as an index serves them.
`

// chapters are the parts of the page, and which types stand in each.
var chapters = []struct {
	title string
	holds func(*ast.Definition) bool
}{
	{"Where queries begin", func(d *ast.Definition) bool { return d.Name == "Query" || d.Name == "Subscription" }},
	{"Things", func(d *ast.Definition) bool { return d.Kind == ast.Object && slices.Contains(d.Interfaces, "Node") }},
	{"Other objects", func(d *ast.Definition) bool { return d.Kind == ast.Object }},
	{"Interfaces and unions", func(d *ast.Definition) bool { return d.Kind == ast.Interface || d.Kind == ast.Union }},
	{"Enums", func(d *ast.Definition) bool { return d.Kind == ast.Enum }},
	{"Filters and other inputs", func(d *ast.Definition) bool { return d.Kind == ast.InputObject }},
	{"Scalars", func(d *ast.Definition) bool { return d.Kind == ast.Scalar && !d.BuiltIn }},
}

// page is the schema as a page of Markdown.
func page(schema *ast.Schema) string {
	p := &pager{schema: schema, usual: map[string]string{}}
	for _, arg := range usualArguments(schema) {
		if slices.Contains(paging, arg.Name) || arg.Name == "orderBy" || arg.Name == "where" {
			p.usual[arg.Name] = arg.Description
		}
	}
	var contents, body strings.Builder
	left := slices.Collect(maps.Values(schema.Types))
	slices.SortFunc(left, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	left = slices.DeleteFunc(left, func(d *ast.Definition) bool { return strings.HasPrefix(d.Name, "__") || p.plain(d) })
	for _, c := range chapters {
		var links []string
		fmt.Fprintf(&body, "\n## %s\n", c.title)
		left = slices.DeleteFunc(left, func(d *ast.Definition) bool {
			if !c.holds(d) {
				return false
			}
			links = append(links, fmt.Sprintf("[%s](#%s)", d.Name, strings.ToLower(d.Name)))
			p.definition(&body, d)
			return true
		})
		fmt.Fprintf(&contents, "- **%s**: %s\n", c.title, strings.Join(links, ", "))
	}
	var usual strings.Builder
	for _, name := range paging {
		fmt.Fprintf(&usual, "- `%s`: %s\n", name, line(p.usual[name]))
	}
	return head + usual.String() + filters + "\n## Contents\n" + contents.String() + body.String()
}

// paging are the arguments that most lists take.
var paging = []string{"first", "after", "last", "before"}

// usualArguments are those of a list that has all of them.
func usualArguments(schema *ast.Schema) ast.ArgumentDefinitionList {
	if f := schema.Query.Fields.ForName("meetings"); f != nil {
		return f.Arguments
	}
	return nil
}

type pager struct {
	schema *ast.Schema
	usual  map[string]string // the description of an argument that stands at most lists
}

// plain says that a type is a page of a list, or an entry of one, and no more.
func (p *pager) plain(d *ast.Definition) bool {
	if d.Kind != ast.Object {
		return false
	}
	switch {
	case strings.HasSuffix(d.Name, "Connection"):
		return only(d, "edges", "nodes", "pageInfo", "totalCount")
	case strings.HasSuffix(d.Name, "Edge"):
		return only(d, "node", "cursor")
	}
	return false
}

func only(d *ast.Definition, names ...string) bool {
	for _, f := range d.Fields {
		if !slices.Contains(names, f.Name) {
			return false
		}
	}
	return true
}
