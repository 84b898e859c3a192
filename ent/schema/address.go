package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Address leads from a lasting address, today's or an earlier one, to its node.
type Address struct{ ent.Schema }

// Fields of Address.
func (Address) Fields() []ent.Field {
	return []ent.Field{
		field.String("uri").Unique().NotEmpty().Comment("The address."),
		field.Int("node_id").Comment("Id of the node that it leads to."),
	}
}

// Indexes of Address.
func (Address) Indexes() []ent.Index { return []ent.Index{index.Fields("node_id")} }

// Annotations of Address.
func (Address) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
