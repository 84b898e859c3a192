package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
)

// HarvestHost is a host that one worker may ask at a time.
type HarvestHost struct{ ent.Schema }

// Fields of HarvestHost.
func (HarvestHost) Fields() []ent.Field {
	return []ent.Field{
		field.String("host").Unique().NotEmpty().Comment("The host, with its port where it has one."),
		field.String("holder").Comment("Who asks it, a name that no other worker has."),
		field.String("held_until").Comment("Until when, in UTC, unless the holder says again that it goes on."),
	}
}

// Annotations of HarvestHost.
func (HarvestHost) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
