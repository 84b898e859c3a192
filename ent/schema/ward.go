package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Ward is an area that elects councillors.
type Ward struct{ ent.Schema }

// Mixin of Ward.
func (Ward) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Ward.
func (Ward) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Annotations(entgql.OrderField("NAME")).Comment("Name as the council's pages give it."),
		sortKey("name_sort"),
		link("council_id"),
	}
}

// Edges of Ward.
func (Ward) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
		edge.From("terms", Term.Type).Ref("ward").Annotations(entgql.RelayConnection()).Comment("The councillors' terms for it."),
	}
}

// Indexes of Ward.
func (Ward) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "name_sort"), index.Fields("name_sort"), index.Fields("name")}
}

// Annotations of Ward.
func (Ward) Annotations() []schema.Annotation {
	return append(read(leaf("A ward or division: an area that elects councillors.")), entgql.QueryField().Description("Wards of all councils."))
}
