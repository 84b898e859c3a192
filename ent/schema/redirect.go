package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Redirect leads from the id of a node that was merged into another to that other. It is not part of the API.
type Redirect struct{ ent.Schema }

// Fields of Redirect.
func (Redirect) Fields() []ent.Field {
	return []ent.Field{
		field.Int("from_id").Unique().Comment("Id of the node that is no more."),
		field.Int("to_id").Comment("Id of the node that it was merged into."),
	}
}

// Indexes of Redirect.
func (Redirect) Indexes() []ent.Index { return []ent.Index{index.Fields("to_id")} }

// Annotations of Redirect.
func (Redirect) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
