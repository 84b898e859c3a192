package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// PersonIdentifier is a number that the council's own system gives a person.
type PersonIdentifier struct{ ent.Schema }

// Mixin of PersonIdentifier.
func (PersonIdentifier) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of PersonIdentifier.
func (PersonIdentifier) Fields() []ent.Field {
	return []ent.Field{
		field.String("value").Comment("The number as the council's system gives it (UID in ModernGov)."),
		link("person_id"),
		link("council_id"),
	}
}

// Edges of PersonIdentifier.
func (PersonIdentifier) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Comment("The person."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council whose number it is."),
	}
}

// Indexes of PersonIdentifier.
func (PersonIdentifier) Indexes() []ent.Index {
	return []ent.Index{index.Fields("person_id"), index.Fields("council_id", "id"), index.Fields("value")}
}

// Annotations of PersonIdentifier.
func (PersonIdentifier) Annotations() []schema.Annotation {
	return leaf("A number by which a council's own system knows a person.")
}
