//go:build ignore

package main

import (
	"fmt"
	"strings"

	"entgo.io/ent/entc/gen"
	"github.com/vektah/gqlparser/v2/ast"
)

// describe words what the generator leaves bare. It fails on whatever is still without a description,
// so that nothing reaches a user unexplained.
func describe(g *gen.Graph, s *ast.Schema) error {
	for _, n := range g.Nodes {
		def := s.Types[n.Name]
		if def == nil {
			continue
		}
		def.Description = comment(n)
		for _, e := range n.Edges {
			set(def, camel(e.Name), e.Comment())
		}
	}
	for name, def := range s.Types {
		switch {
		case def.Kind == ast.InputObject && strings.HasSuffix(name, "WhereInput"):
			describeWhere(def, strings.TrimSuffix(name, "WhereInput"))
		case strings.HasSuffix(name, "Order") && def.Kind == ast.InputObject:
			def.Description = "One order of a list of " + strings.TrimSuffix(name, "Order") + " nodes. Nodes without the value come last, whichever the direction."
			set(def, "direction", "ASC for smallest, earliest or A first; DESC for the other way.")
			set(def, "field", "What to order by.")
		case def.Kind == ast.Enum:
			describeEnum(def)
		case strings.HasSuffix(name, "Connection"):
			node := strings.TrimSuffix(name, "Connection")
			def.Description = "One page of a list of " + node + " nodes (a Relay connection)."
			set(def, "edges", "The entries of this page, each with its cursor.")
			set(def, "nodes", "The nodes of this page, without their cursors: a shortcut for edges { node }.")
			set(def, "pageInfo", "Where this page stands in the list.")
			set(def, "totalCount", "How many nodes the whole list holds. It is counted only when it is asked for.")
		case strings.HasSuffix(name, "Edge"):
			def.Description = "An entry of a list: the node and its place."
			set(def, "node", "The node.")
			set(def, "cursor", "Its place in the list, for after and before.")
		case name == "PageInfo":
			def.Description = "Where a page stands in its list (Relay)."
			set(def, "hasNextPage", "Whether the list goes on after this page.")
			set(def, "hasPreviousPage", "Whether something precedes this page.")
			set(def, "startCursor", "Cursor of the first entry: pass it as before, with last, to go back. Null on an empty page.")
			set(def, "endCursor", "Cursor of the last entry: pass it as after to go on. Null on an empty page.")
		case name == "Node":
			def.Description = "Anything that can be fetched again by its id."
			set(def, "id", "Opaque id. It lasts as long as the database; the uri lasts longer.")
		case name == "Query":
			describeQuery(def)
		}
		for _, f := range def.Fields {
			describeField(def, f)
		}
	}
	return bare(s)
}

// camel is the GraphQL name of a column or relation.
var camel = gen.Funcs["camel"].(func(string) string)

// comment is the description that a schema file gives its node.
func comment(n *gen.Type) string {
	a, ok := n.Annotations["Comment"].(map[string]any)
	if !ok {
		return ""
	}
	text, _ := a["Text"].(string)
	return text
}

func set(def *ast.Definition, field, description string) {
	if f := def.Fields.ForName(field); f != nil {
		f.Description = description
	}
}

func describeQuery(def *ast.Definition) {
	def.Description = "Where every query begins: lists of everything, look-ups of one thing, the search, and what there is to say of the data."
	set(def, "node", "The node with this id. Null where there is none.")
	set(def, "nodes", "The nodes with these ids, in the same order; null in the place of an id that leads nowhere.")
	def.Fields.ForName("node").Arguments.ForName("id").Description = "Id of the node, as the API gave it."
	def.Fields.ForName("nodes").Arguments.ForName("ids").Description = "Ids of the nodes, at most 100."
}

// arguments are described the same wherever they stand.
var arguments = map[string]string{
	"after":   "Go on after this cursor, an endCursor of the same list.",
	"before":  "Stop before this cursor, a startCursor of the same list; goes with last.",
	"last":    "How many entries to give, counted from the end: at most 100. It excludes first.",
	"orderBy": "Orders of the list, the first one leading. Entries that tie stand in the order of their ids.",
	"where":   "Only entries that fulfil this.",
}

func describeField(def *ast.Definition, f *ast.FieldDefinition) {
	if f.Name == "id" && f.Description == "" {
		f.Description = "Opaque id, for node(id:). It lasts as long as the database; the uri lasts longer."
	}
	for name, text := range map[string]string{
		"evidence":    "The words of the most trusted source, and where they stand in it. Trust goes to full text over cut text, then to the later page.",
		"allEvidence": "The words of every source, the most trusted first.",
		"sources":     "The pages that speak of it, the most trusted first.",
		"webUrl":      "Address of the council's own page that says so. Null where it is not known.",
	} {
		if f.Name == name && f.Description == "" {
			f.Description = text
		}
	}
	for _, a := range f.Arguments {
		if a.Name == "first" {
			a.Description = "How many entries to give, counted from the start: 20 where neither first nor last is given, at most 100."
			if f.Type.Elem != nil {
				a.Description = "How many entries to give: at most 200."
			}
		}
		if text := arguments[a.Name]; text != "" {
			a.Description = text
		}
	}
}

// predicates are the endings of filter fields, longest first.
var predicates = []struct{ ending, text string }{
	{"IsNil", "%s is not known."}, {"NotNil", "%s is known."},
	{"NotIn", "%s is none of these."}, {"NEQ", "%s is not this."}, {"GTE", "%s is this or more."}, {"LTE", "%s is this or less."},
	{"GT", "%s is more than this."}, {"LT", "%s is less than this."}, {"In", "%s is one of these."},
}

func describeWhere(def *ast.Definition, node string) {
	def.Description = "A filter of " + node + " nodes. Fields that stand side by side must all be fulfilled. Relations can be followed at most 3 deep."
	for _, f := range def.Fields {
		f.Description = describePredicate(def, f.Name)
	}
}

func describePredicate(def *ast.Definition, name string) string {
	switch name {
	case "not":
		return "The node does not fulfil this."
	case "and":
		return "The node fulfils all of these."
	case "or":
		return "The node fulfils at least one of these."
	case "textMatches":
		return "Its text has these words, written as for search(query:): words, \"a phrase\", begin*, -word, or."
	}
	if rest, ok := strings.CutPrefix(name, "has"); ok && rest != "" && strings.ToLower(rest[:1]) != rest[:1] {
		if relation, ok := strings.CutSuffix(rest, "With"); ok {
			return fmt.Sprintf("There is a node under %s that fulfils all of these.", lowerFirst(relation))
		}
		return fmt.Sprintf("Whether there is anything under %s.", lowerFirst(rest))
	}
	for _, p := range predicates {
		if field, ok := strings.CutSuffix(name, p.ending); ok && def.Fields.ForName(field) != nil {
			return fmt.Sprintf(p.text, field)
		}
	}
	return name + " is exactly this."
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func describeEnum(def *ast.Definition) {
	if def.Name == "OrderDirection" {
		def.Description = "A direction of an order."
		def.EnumValues.ForName("ASC").Description = "Smallest, earliest or A first."
		def.EnumValues.ForName("DESC").Description = "Largest, latest or Z first."
		return
	}
	if node, ok := strings.CutSuffix(def.Name, "OrderField"); ok {
		def.Description = "What a list of " + node + " nodes can be ordered by."
	}
	if text := enums[def.Name]; text != "" {
		def.Description = text
	}
	for _, v := range def.EnumValues {
		text := values[def.Name+"."+v.Name]
		if text == "" {
			text = values["*."+v.Name]
		}
		v.Description = text
	}
}

// bare lists what has no description.
func bare(s *ast.Schema) error {
	var missing []string
	for name, def := range s.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		if def.Description == "" {
			missing = append(missing, name)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if f.Description == "" {
				missing = append(missing, name+"."+f.Name)
			}
			for _, a := range f.Arguments {
				if a.Description == "" {
					missing = append(missing, name+"."+f.Name+"("+a.Name+")")
				}
			}
		}
		for _, v := range def.EnumValues {
			if v.Description == "" {
				missing = append(missing, name+"."+v.Name)
			}
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("without a description: %s", strings.Join(missing, ", "))
	}
	return nil
}
