package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Identifier is something that a claim can be found by. It is not part of the API.
type Identifier struct{ ent.Schema }

// Fields of Identifier.
func (Identifier) Fields() []ent.Field {
	return []ent.Field{
		field.Int("council_id").Comment("Id of the council."),
		field.String("identifier").Comment("Such as Meeting 4967."),
		field.Int("source_id").Comment("Id of the source that makes the claim."),
		field.String("root").Comment("Root of the claim."),
	}
}

// Indexes of Identifier.
func (Identifier) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "identifier"), index.Fields("source_id")}
}

// Annotations of Identifier.
func (Identifier) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
