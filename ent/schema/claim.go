package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Claim is what a page says of one meeting and its items, one issue or one decision, and what these are
// found to be. It is not part of the API.
type Claim struct{ ent.Schema }

// Fields of Claim.
func (Claim) Fields() []ent.Field {
	return []ent.Field{
		field.Int("source_id").Comment("Id of the page's source."),
		field.Int("council_id").Comment("Id of the council."),
		field.String("root").Comment("Where on the page the first of them stands, such as meeting/0."),
		field.Text("places").Comment("The places that are claimed, as a JSON list."),
		field.Text("keys").Comment("The keys of the nodes that these are, as a JSON list beside the places."),
	}
}

// Indexes of Claim.
func (Claim) Indexes() []ent.Index { return []ent.Index{index.Fields("source_id")} }

// Annotations of Claim.
func (Claim) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
