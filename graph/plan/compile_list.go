package plan

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent"
	"councilgraph/graph/generated"
)

// shape is how a list that was read stands in the answer.
type shape uint8

const (
	plain     shape = iota // all its nodes
	paged                  // a connection
	first                  // its first node, or null
	firstText              // a value of its first node, or null
	distinct               // its nodes, each once
)

// list is a list of nodes: of the root, or of each node of a level.
type list struct {
	level *level
	// relation leads to it from the nodes whose ids are in the column key; nil for the root's.
	relation *ent.Relation
	key      int
	// name and args are the field's that asks for it; args is nil where it has none.
	name  string
	ast   *ast.Field
	args  *generated.Field
	shape shape
	// What is selected: of plain lists.
	node *node
	text int
	// Of connections.
	fields []pageField
	counts bool // whether totalCount is selected
	rows   bool // whether something of the page is selected, and not only of the whole list
	texts  worded
}

// pageField is one field of a connection.
type pageField struct {
	label string
	what  pagePart
	// Of edges and of pageInfo.
	below []pageField
	// Of nodes, and of the node of an edge.
	node    *node
	literal string
	// Of what is computed over the whole list.
	field *goField
}

// pagePart is what a field of a connection, of an edge or of a page's place shows.
type pagePart uint8

const (
	partLiteral pagePart = iota
	partEdges
	partNodes
	partNode
	partCursor
	partPageInfo
	partHasNextPage
	partHasPreviousPage
	partStartCursor
	partEndCursor
	partTotalCount
	partComputed
)

var pageParts = map[string]pagePart{
	"hasNextPage": partHasNextPage, "hasPreviousPage": partHasPreviousPage, "startCursor": partStartCursor, "endCursor": partEndCursor,
}

// list compiles a relation to many nodes, of a node or of the root.
func (b *builder) list(l *level, n *node, relation *ent.Relation, f graphql.CollectedField) (*list, error) {
	made := &list{relation: relation, level: newLevel(b.c.kinds[relation.To]), name: n.kind.Name + "." + f.Name, key: n.id}
	b.arguments(made, n.kind.Name, f)
	l.lists = append(l.lists, made)
	if relation.Paged {
		return made, b.page(made, f)
	}
	var err error
	made.node, err = b.node(made.level, 0, f.Selections)
	return made, err
}

func (b *builder) arguments(l *list, object string, f graphql.CollectedField) {
	l.ast = f.Field
	if field := b.c.Fields.Find(object, f.Name); field != nil && field.Args != nil {
		l.args = field
	}
}

// rootList compiles a connection of all nodes of a kind.
func (b *builder) rootList(kind *ent.Kind, f graphql.CollectedField) (*list, error) {
	made := &list{level: newLevel(kind), name: "Query." + f.Name}
	b.arguments(made, "Query", f)
	return made, b.page(made, f)
}

// page compiles what is selected of a connection.
func (b *builder) page(l *list, f graphql.CollectedField) error {
	l.shape = paged
	object := f.Definition.Type.Name()
	for _, part := range b.fields(f.Selections, object) {
		made := pageField{label: label(part)}
		var err error
		switch part.Name {
		case "__typename":
			made.literal = typename(object)
		case "edges":
			made.what, l.rows = partEdges, true
			made.below, err = b.edge(l, part)
		case "nodes":
			made.what, l.rows = partNodes, true
			made.node, err = b.node(l.level, 0, part.Selections)
		case "pageInfo":
			made.what, l.rows = partPageInfo, true
			made.below = b.pageInfo(part)
		case "totalCount":
			made.what, l.counts = partTotalCount, true
		default:
			made.what = partComputed
			made.field, err = b.field(object, part)
		}
		if err != nil {
			return err
		}
		l.fields = append(l.fields, made)
	}
	return nil
}

func (b *builder) edge(l *list, f graphql.CollectedField) ([]pageField, error) {
	var out []pageField
	object := f.Definition.Type.Name()
	for _, part := range b.fields(f.Selections, object) {
		made := pageField{label: label(part), literal: typename(object)}
		var err error
		switch part.Name {
		case "node":
			made.what = partNode
			made.node, err = b.node(l.level, 0, part.Selections)
		case "cursor":
			made.what = partCursor
		}
		if err != nil {
			return nil, err
		}
		out = append(out, made)
	}
	return out, nil
}

func (b *builder) pageInfo(f graphql.CollectedField) []pageField {
	var out []pageField
	for _, part := range b.fields(f.Selections, "PageInfo") {
		out = append(out, pageField{label: label(part), what: pageParts[part.Name], literal: typename("PageInfo")})
	}
	return out
}
