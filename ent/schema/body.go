package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Body is a page's naming of a committee, and which committee that is found to be. It is not part of the API.
type Body struct{ ent.Schema }

// Fields of Body.
func (Body) Fields() []ent.Field {
	return []ent.Field{
		field.Int("source_id").Comment("Id of the page's source."),
		field.Int("council_id").Comment("Id of the council."),
		field.String("number").Comment("The source's number of the committee, empty for none."),
		field.String("name").Comment("Its name as the page gives it, empty for none."),
		field.String("date").Comment("Day of the meeting under which the page names it, empty where unknown."),
		field.String("rank").Comment("Order of trust of the source, the smallest first."),
		field.String("committee_key").Comment("Key of the committee that it is found to be, empty where that is not settled."),
	}
}

// Indexes of Body.
func (Body) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "number", "name"), index.Fields("source_id")}
}

// Annotations of Body.
func (Body) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
