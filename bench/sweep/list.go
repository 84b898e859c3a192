package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// list is a list of the API that has filters.
type list struct {
	name   string          // of the root field
	node   *ast.Definition // what it gives
	where  *ast.Definition
	orders []string // of its enum; none where it has no order but its own
	types  map[string]*ast.Definition
}

// lists are the lists of the whole graph, as the schema offers them.
func (s server) lists(ctx context.Context) ([]list, error) {
	schema, err := s.schema(ctx)
	if err != nil {
		return nil, err
	}
	var out []list
	for _, f := range schema.Query.Fields {
		where := f.Arguments.ForName("where")
		connection := schema.Types[f.Type.Name()]
		if where == nil || connection == nil || connection.Fields.ForName("nodes") == nil {
			continue
		}
		l := list{name: f.Name, types: schema.Types, where: schema.Types[where.Type.Name()], node: schema.Types[connection.Fields.ForName("nodes").Type.Name()]}
		if order := f.Arguments.ForName("orderBy"); order != nil {
			for _, v := range schema.Types[schema.Types[order.Type.Name()].Fields.ForName("field").Type.Name()].EnumValues {
				l.orders = append(l.orders, v.Name)
			}
		}
		if l.node.Kind == ast.Object {
			out = append(out, l)
		}
	}
	return out, nil
}

// sample is one node: its own values, and the ids of the nodes that it leads to, as they are written in a query.
type sample map[string]string

// samples are nodes of both ends of the list.
func (s server) samples(ctx context.Context, l list) ([]sample, error) {
	var fields []string
	for _, f := range l.node.Fields {
		if slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			continue
		}
		of := l.types[f.Type.Name()]
		switch {
		case f.Type.Elem == nil && (of.Kind == ast.Scalar || of.Kind == ast.Enum):
			fields = append(fields, f.Name)
		case of.Kind == ast.Object && of.Fields.ForName("id") != nil:
			fields = append(fields, f.Name+" { id }")
		case of.Kind == ast.Object && of.Fields.ForName("nodes") != nil && f.Arguments.ForName("first") != nil &&
			l.types[of.Fields.ForName("nodes").Type.Name()].Fields.ForName("id") != nil:
			fields = append(fields, f.Name+"(first: 1) { nodes { id } }")
		}
	}
	var out []sample
	for _, end := range []string{"first: 25", "last: 25"} {
		r, err := s.ask(ctx, fmt.Sprintf("{ all: %s(%s) { nodes { %s } } }", l.name, end, strings.Join(fields, " ")))
		if err != nil {
			return nil, err
		}
		if len(r.Errors) > 0 {
			return nil, fmt.Errorf("%s: %s", l.name, r.Errors[0].Message)
		}
		var all struct{ Nodes []map[string]json.RawMessage }
		if err := json.Unmarshal(r.Data["all"], &all); err != nil {
			return nil, err
		}
		for _, node := range all.Nodes {
			out = append(out, l.written(node))
		}
	}
	return out, nil
}

// written are the values of a node as a query has them: names of enums bare, ids of others by the names that filters have for them.
func (l list) written(node map[string]json.RawMessage) sample {
	out := sample{}
	for name, value := range node {
		text := string(value)
		of := l.types[l.node.Fields.ForName(name).Type.Name()]
		switch {
		case text == "null":
		case of.Kind == ast.Enum:
			out[name] = strings.Trim(text, `"`)
		case of.Kind == ast.Scalar:
			out[name] = text
		default:
			if id := idWithin(value); id != "" {
				out[name+"ID"] = id
			}
		}
	}
	return out
}

// idWithin is the first id of {id}, [{id}] or {nodes: [{id}]}, quoted; "" where there is none.
func idWithin(value json.RawMessage) string {
	type node struct{ ID string }
	var one struct {
		node
		Nodes []node
	}
	var several []node
	if json.Unmarshal(value, &one) != nil && json.Unmarshal(value, &several) != nil {
		return ""
	}
	if len(several) > 0 {
		one.ID = several[0].ID
	} else if len(one.Nodes) > 0 {
		one.ID = one.Nodes[0].ID
	}
	if one.ID == "" {
		return ""
	}
	return fmt.Sprintf("%q", one.ID)
}
