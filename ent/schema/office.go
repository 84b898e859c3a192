package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Office is a post that a person is seen to hold.
type Office struct{ ent.Schema }

// Mixin of Office.
func (Office) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Office.
func (Office) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").Comment("The office as the page writes it, such as Cabinet Member for Education."),
		date("first_seen", "The day of the earliest meeting whose record names the person with it. Null where no dated meeting does."),
		date("last_seen", "The day of the latest meeting whose record names the person with it. Null where no dated meeting does."),
		link("person_id"),
		link("council_id"),
	}
}

// Edges of Office.
func (Office) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Comment("Who holds it."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Office.
func (Office) Indexes() []ent.Index {
	return []ent.Index{index.Fields("person_id"), index.Fields("council_id", "id"), index.Fields("title"), index.Fields("first_seen"), index.Fields("last_seen")}
}

// Annotations of Office.
func (Office) Annotations() []schema.Annotation {
	return append(read(leaf("An office: a post that the records name with a person, such as a portfolio or a chief officer's post. Its evidence says where and when it was seen.")), entgql.QueryField().Description("Offices that people hold."))
}
