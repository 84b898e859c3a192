package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Party is a political party or group as one council's pages name it.
type Party struct{ ent.Schema }

// Mixin of Party.
func (Party) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Party.
func (Party) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Annotations(entgql.OrderField("NAME")).
			Comment("The party's usual name, such as Liberal Democrat, whichever way the source spells it."),
		sortKey("name_sort"),
		link("council_id"),
	}
}

// Edges of Party.
func (Party) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council on which it sits."),
		edge.From("terms", Term.Type).Ref("party").Annotations(entgql.RelayConnection()).Comment("The terms of its councillors."),
	}
}

// Indexes of Party.
func (Party) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "name_sort"), index.Fields("name_sort"), index.Fields("name")}
}

// Annotations of Party.
func (Party) Annotations() []schema.Annotation {
	return append(read(leaf("A political party or group, as it sits on one council.")), entgql.QueryField().Description("Parties on all councils."))
}
