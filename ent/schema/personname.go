package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// PersonName is another name under which records name a person.
type PersonName struct{ ent.Schema }

// Mixin of PersonName.
func (PersonName) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of PersonName.
func (PersonName) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Comment("The name as the records give it, without titles and honours: a former name, a short form, a surname alone."),
		date("first_seen", "The earliest day for which a record names the person so. Null where no dated record does."),
		date("last_seen", "The latest day for which a record names the person so. Null where no dated record does."),
		link("person_id"),
		link("council_id"),
	}
}

// Edges of PersonName.
func (PersonName) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Comment("Who is named so."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of PersonName.
func (PersonName) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("person_id"), index.Fields("council_id", "id"), index.Fields("name"), index.Fields("first_seen"), index.Fields("last_seen"),
	}
}

// Annotations of PersonName.
func (PersonName) Annotations() []schema.Annotation {
	return leaf("Another name under which records name a person.")
}
