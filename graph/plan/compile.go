package plan

import (
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent"
)

// builder compiles one operation.
type builder struct {
	c  *Compiler
	op *graphql.OperationContext
}

// node is what is selected of a stored node: of the rows of one table of a level.
type node struct {
	kind   *ent.Kind
	table  int
	id     int // the column of keys with its id
	fields []nodeField
}

// nodeField is one field of a stored node.
type nodeField struct {
	label    string // `"name":`
	required bool   // null is an error
	// One of these:
	literal string // always the same
	text    int    // a column of texts, -1 for none
	one     *node  // joined
	ref     *ref
	list    *list
	call    *call
}

// fields are the fields that are selected of an object of the type, those of one name together.
func (b *builder) fields(set ast.SelectionSet, object string) []graphql.CollectedField {
	def := b.c.Schema.Types[object]
	satisfied := []string{object}
	for _, of := range b.c.Schema.GetImplements(def) {
		satisfied = append(satisfied, of.Name)
	}
	return graphql.CollectFields(b.op, set, satisfied)
}

func label(f graphql.CollectedField) string { return `"` + f.Alias + `":` }

func typename(object string) string { return `"` + object + `"` }

// node compiles what is selected of the rows of a table.
func (b *builder) node(l *level, table int, set ast.SelectionSet) (*node, error) {
	kind := l.tables[table].kind
	n := &node{kind: kind, table: table, id: l.key(table, "id")}
	for _, f := range b.fields(set, kind.Name) {
		field, err := b.nodeField(l, n, f)
		if err != nil {
			return nil, err
		}
		field.label, field.required = label(f), f.Definition != nil && f.Definition.Type.NonNull
		n.fields = append(n.fields, field)
	}
	return n, nil
}

func (b *builder) nodeField(l *level, n *node, f graphql.CollectedField) (nodeField, error) {
	if f.Name == "__typename" {
		return nodeField{text: -1, literal: typename(n.kind.Name)}, nil
	}
	resolved := b.c.Fields.Find(n.kind.Name, f.Name)
	if resolved == nil {
		return nodeField{}, fmt.Errorf("%s.%s: %w", n.kind.Name, f.Name, ErrNotCompiled)
	}
	column, stored := n.kind.Columns[f.Name]
	relation, related := n.kind.Relations[f.Name]
	_, attested := b.c.evidence[f.Name]
	switch {
	case resolved.Resolved:
	case stored:
		return nodeField{text: l.text(n.table, column, encodingOf(b.c.Schema.Types[f.Definition.Type.Name()]))}, nil
	case related && !relation.Many:
		return b.one(l, n, relation, f)
	case related:
		list, err := b.list(l, n, relation, f)
		return nodeField{text: -1, list: list}, err
	case n.kind.Evident && attested:
		list, err := b.attested(l, n, f)
		return nodeField{text: -1, list: list}, err
	}
	field, err := b.field(n.kind.Name, f)
	if err != nil {
		return nodeField{}, err
	}
	made := &call{key: n.id, kind: n.kind, field: field}
	l.calls = append(l.calls, made)
	return nodeField{text: -1, call: made}, nil
}

// one compiles a relation to one node.
func (b *builder) one(l *level, n *node, relation *ent.Relation, f graphql.CollectedField) (nodeField, error) {
	to := b.c.kinds[relation.To]
	if table, ok := l.join(to, n.table, relation.Column); ok {
		one, err := b.node(l, table, f.Selections)
		return nodeField{text: -1, one: one}, err
	}
	own := newLevel(to)
	one, err := b.node(own, 0, f.Selections)
	if err != nil {
		return nodeField{}, err
	}
	made := &ref{key: l.key(n.table, relation.Column), level: own, node: one}
	l.refs = append(l.refs, made)
	return nodeField{text: -1, ref: made}, nil
}
