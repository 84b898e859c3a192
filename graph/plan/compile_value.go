package plan

import (
	"fmt"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent"
	"councilgraph/graph/generated"
)

// object is what is selected of a value that a resolver gave.
type object struct {
	name   string
	fields []goField
}

// goField is one field of such a value.
type goField struct {
	label    string
	literal  string
	name     string
	object   string
	selected graphql.CollectedField
	call     *generated.Field
	value    *value
	// alone says that it is a list of objects, and that nothing else is selected that its entries are read for.
	alone bool
	// Of the root alone.
	list   *list
	lookup *lookup
}

// value is how a value that a resolver gave stands in the answer.
type value struct {
	required bool
	// One of these:
	list   *value
	leaf   bool
	as     encoding
	object *object
	nodes  *nodes
}

// nodes is what is selected of stored nodes of one kind, or of several behind an interface or a union.
type nodes struct {
	c     *Compiler
	kind  *ent.Kind // nil for several
	set   ast.SelectionSet
	mu    sync.Mutex
	known map[string]*nodesOf
}

// nodesOf is what is selected of the nodes of one kind.
type nodesOf struct {
	level *level
	node  *node
}

// object compiles what is selected of a value of a type.
func (b *builder) object(name string, set []graphql.CollectedField) (*object, error) {
	o, reading := &object{name: name}, 0
	for _, f := range set {
		field, err := b.field(name, f)
		if err != nil {
			return nil, err
		}
		if o.fields = append(o.fields, *field); field.literal == "" && field.name != "totalCount" {
			reading++
		}
	}
	for i := range o.fields {
		v := o.fields[i].value
		o.fields[i].alone = reading == 1 && v != nil && v.list != nil && v.list.object != nil
	}
	return o, nil
}

// field compiles one field of such a value.
func (b *builder) field(object string, f graphql.CollectedField) (*goField, error) {
	made := &goField{label: label(f), name: f.Name, object: object, selected: f}
	if f.Name == "__typename" {
		made.literal = typename(object)
		return made, nil
	}
	if made.call = b.c.Fields.Find(object, f.Name); made.call == nil {
		return nil, fmt.Errorf("%s.%s: %w", object, f.Name, ErrNotCompiled)
	}
	var err error
	if object == "Query" {
		if kind := b.listed(f); kind != nil {
			made.list, err = b.rootList(kind, f)
			return made, err
		}
		if f.Name == "node" || f.Name == "nodes" {
			made.lookup = &lookup{many: f.Name == "nodes"}
		}
	}
	made.value, err = b.value(f.Definition.Type, f)
	return made, err
}

// listed is the kind whose nodes a field of the root lists, nil where it gives something else, or takes more
// arguments than all lists do.
func (b *builder) listed(f graphql.CollectedField) *ent.Kind {
	for _, kind := range b.c.kinds {
		if f.Definition.Type.Name() != kind.Name+"Connection" {
			continue
		}
		for _, a := range f.Definition.Arguments {
			switch a.Name {
			case "after", "first", "before", "last", "orderBy", "where":
			default:
				return nil
			}
		}
		return kind
	}
	return nil
}

func (b *builder) value(t *ast.Type, f graphql.CollectedField) (*value, error) {
	v := &value{required: t.NonNull}
	var err error
	if t.Elem != nil {
		v.list, err = b.value(t.Elem, f)
		return v, err
	}
	def := b.c.Schema.Types[t.NamedType]
	switch {
	case def.IsLeafType():
		v.leaf, v.as = true, encodingOf(def)
	case def.IsAbstractType() || b.c.kinds[def.Name] != nil:
		v.nodes = &nodes{c: b.c, kind: b.c.kinds[def.Name], set: f.Selections, known: map[string]*nodesOf{}}
	default:
		v.object, err = b.object(def.Name, b.fields(f.Selections, def.Name))
	}
	return v, err
}

// of is what is selected of the nodes of a kind, compiled when the first of them comes.
func (n *nodes) of(op *graphql.OperationContext, kind *ent.Kind) (*nodesOf, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if known := n.known[kind.Name]; known != nil {
		return known, nil
	}
	b := &builder{c: n.c, op: op}
	made := &nodesOf{level: newLevel(kind)}
	var err error
	if made.node, err = b.node(made.level, 0, n.set); err != nil {
		return nil, err
	}
	n.known[kind.Name] = made
	return made, nil
}
