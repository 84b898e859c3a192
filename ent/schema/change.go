package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Change is one step of the graph's history.
type Change struct{ ent.Schema }

// Fields of Change.
func (Change) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("action").NamedValues("Created", "CREATED", "Updated", "UPDATED", "Deleted", "DELETED", "Merged", "MERGED").
			Comment("What happened to the node."),
		field.String("node_type").Comment("Kind of the node, such as Resolution."),
		field.Int("node_id").Annotations(entgql.Type("ID")).Comment("Id of the node. After a deletion it leads nowhere."),
		label("node_uri", "Lasting address of the node. Null for kinds that have none."),
		field.Int("survivor_id").Optional().Nillable().Annotations(entgql.Type("ID"), entgql.Skip(entgql.SkipWhereInput)).
			Comment("After a merger, id of the node that it was merged into. Null for other changes."),
		note("survivor_uri", "After a merger, lasting address of the node that it was merged into. Null for other changes, and for kinds that have none."),
		looseLink("council_id"),
		field.String("at").Annotations(entgql.Type("DateTime")).Comment("When the graph took the change in, in UTC."),
	}
}

// Edges of Change.
func (Change) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().
			Comment("The council of the node; the node itself where it is one. Null for the few that belong to none, and for changes from before councils were noted."),
	}
}

// Indexes of Change. A feed of one kind or one council is read from a place on, in the order of ids.
func (Change) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("node_id"), index.Fields("node_type", "id"), index.Fields("council_id", "id"), index.Fields("action"), index.Fields("at"), index.Fields("node_uri"),
	}
}

// Annotations of Change.
func (Change) Annotations() []schema.Annotation {
	return node("A change: a node created, updated, deleted or merged. Lists of changes run in the order in which they happened.", "Changes of the graph, oldest first: follow them with after to keep a copy in step.")
}
