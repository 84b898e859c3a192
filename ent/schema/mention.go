package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Mention is one naming of somebody on a page, once for each family of namings in which it must be
// settled: what the page says, and who it is found to be. It is not part of the API.
type Mention struct{ ent.Schema }

// Fields of Mention.
func (Mention) Fields() []ent.Field {
	return []ent.Field{
		field.Int("source_id").Comment("Id of the page's source."),
		field.Int("council_id").Comment("Id of the council."),
		field.String("naming").Comment("Name of the naming: the source's, # and its place among the page's namings."),
		field.String("family").Comment("The family: a folded surname, an office, or the source's number of the person."),
		field.Text("says").Comment("What the page says, as JSON."),
		field.Text("answer").Comment("Who it is, as JSON."),
		field.Int("start").Comment("Where it begins in the source's text, in code points."),
		field.Int("end").Comment("Where it ends there."),
	}
}

// Indexes of Mention.
func (Mention) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "family"), index.Fields("source_id"), index.Fields("naming")}
}

// Annotations of Mention.
func (Mention) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
