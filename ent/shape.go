//go:build ignore

package main

import (
	"slices"
	"strings"

	"entgo.io/ent/entc/gen"
	"github.com/vektah/gqlparser/v2/ast"
)

// shape makes the generated schema the one that the API publishes: bounded lists, Relay connections
// without needless nulls and with the nodes shortcut, evidence, and filters that an index can serve.
func shape(g *gen.Graph, s *ast.Schema) error {
	delete(s.Types, "Cursor")
	for name, def := range s.Types {
		plainCursors(def)
		switch {
		case def.Kind == ast.InputObject && strings.HasSuffix(name, "WhereInput"):
			def.Fields = servable(s, def.Fields)
			if searched(g, strings.TrimSuffix(name, "WhereInput")) {
				def.Fields = append(def.Fields, &ast.FieldDefinition{Name: "textMatches", Type: ast.NamedType("String", nil)})
			}
		case strings.HasSuffix(name, "Connection"):
			node := strings.TrimSuffix(name, "Connection")
			def.Fields.ForName("edges").Type = ast.NonNullListType(ast.NonNullNamedType(node+"Edge", nil), nil)
			def.Fields = append(def.Fields, &ast.FieldDefinition{Name: "nodes", Type: ast.NonNullListType(ast.NonNullNamedType(node, nil), nil)})
		case strings.HasSuffix(name, "Edge"):
			def.Fields.ForName("node").Type = ast.NonNullNamedType(strings.TrimSuffix(name, "Edge"), nil)
		case def.Kind == ast.Object:
			if name == "Query" {
				followable(def)
			}
			boundLists(s, def)
			if s.Types[name+"Connection"] != nil && evident[name] {
				addEvidence(def)
			}
		}
	}
	return nil
}

// followable gives the list of changes the arguments by which a copy of a part of the graph is kept.
func followable(query *ast.Definition) {
	list := func(name, about string) *ast.ArgumentDefinition {
		return &ast.ArgumentDefinition{Name: name, Description: about, Type: ast.ListType(ast.NonNullNamedType("String", nil), nil)}
	}
	changes := query.Fields.ForName("changes")
	changes.Arguments = append(changes.Arguments,
		list("types", "Only changes of nodes of these kinds, such as Resolution: at most 50. All kinds where it is left out."),
		list("councils", "Only changes of nodes of these councils, by slug or GSS code, such as bromley or E09000006: at most 50."))
}

// plainCursors makes cursors plain strings, as Relay has them: a variable for one is declared String.
func plainCursors(def *ast.Definition) {
	for _, f := range def.Fields {
		if f.Type.NamedType == "Cursor" {
			f.Type.NamedType = "String"
		}
		for _, a := range f.Arguments {
			if a.Type.NamedType == "Cursor" {
				a.Type.NamedType = "String"
			}
		}
	}
}

// servable keeps the predicates that an index serves: equality and membership everywhere, ranges on
// dates and numbers, and whether a value is known at all.
func servable(s *ast.Schema, fields ast.FieldList) ast.FieldList {
	var keep ast.FieldList
	for _, f := range fields {
		name, t := f.Name, f.Type.Name()
		ranged := t == "Date" || t == "DateTime" || t == "Int" || t == "Float"
		switch {
		case hasSuffix(name, "Contains", "ContainsFold", "HasPrefix", "HasSuffix", "EqualFold"):
			continue
		case hasSuffix(name, "GT", "GTE", "LT", "LTE") && !ranged:
			continue
		}
		keep = append(keep, f)
	}
	return keep
}

func hasSuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// boundLists gives every plain list of nodes its size argument and takes its nulls away.
func boundLists(s *ast.Schema, def *ast.Definition) {
	for _, f := range def.Fields {
		if f.Type.Elem == nil || len(f.Arguments) > 0 {
			continue
		}
		if t := s.Types[f.Type.Name()]; t == nil || t.Kind != ast.Object {
			continue
		}
		f.Type = ast.NonNullListType(ast.NonNullNamedType(f.Type.Name(), nil), nil)
		f.Arguments = ast.ArgumentDefinitionList{listSize()}
	}
}

func listSize() *ast.ArgumentDefinition {
	return &ast.ArgumentDefinition{
		Name: "first", Type: ast.NonNullNamedType("Int", nil),
		DefaultValue: &ast.Value{Kind: ast.IntValue, Raw: "200"},
	}
}

// evident are the kinds of node whose facts are read from sources.
var evident = map[string]bool{
	"Committee": true, "Person": true, "Meeting": true, "Attendance": true, "AgendaItem": true, "Resolution": true,
	"Participation": true, "Motion": true, "VoteEvent": true, "Vote": true, "Declaration": true, "Decision": true,
	"Ward": true, "Party": true, "Term": true, "Office": true, "Membership": true, "Amount": true, "Document": true, "Reference": true, "Issue": true,
}

// searched says whether lists of a kind of node can be filtered by their words: it is annotated as Searched.
func searched(g *gen.Graph, node string) bool {
	return slices.ContainsFunc(g.Nodes, func(n *gen.Type) bool { return n.Name == node && n.Annotations["Searched"] != nil })
}

func addEvidence(def *ast.Definition) {
	def.Fields = append(def.Fields,
		&ast.FieldDefinition{Name: "evidence", Type: ast.NamedType("Evidence", nil)},
		&ast.FieldDefinition{Name: "allEvidence", Type: ast.NonNullListType(ast.NonNullNamedType("Evidence", nil), nil), Arguments: ast.ArgumentDefinitionList{listSize()}},
		&ast.FieldDefinition{Name: "sources", Type: ast.NonNullListType(ast.NonNullNamedType("Source", nil), nil), Arguments: ast.ArgumentDefinitionList{listSize()}},
		&ast.FieldDefinition{Name: "webUrl", Type: ast.NamedType("String", nil)},
	)
}
