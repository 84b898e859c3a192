package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"
)

// Term is a councillor's time in office.
type Term struct{ ent.Schema }

// Mixin of Term.
func (Term) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Term.
func (Term) Fields() []ent.Field {
	return []ent.Field{
		date("start_date", "The first day. Null where the page does not say."),
		date("end_date", "The last day. Null while it runs, or where the page does not say."),
		label("party_as_written", "The party as the source spells it."),
		link("person_id"),
		looseLink("ward_id"),
		looseLink("party_id"),
		link("council_id"),
	}
}

// Edges of Term.
func (Term) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Comment("The councillor."),
		edge.To("ward", Ward.Type).Field("ward_id").Unique().Comment("The ward. Null where the page does not say."),
		edge.To("party", Party.Type).Field("party_id").Unique().Comment("The party. Null where the page does not say."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Term.
func (Term) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("person_id"), index.Fields("ward_id"), index.Fields("party_id"), index.Fields("council_id", "id"),
		index.Fields("start_date"), index.Fields("end_date"), index.Fields("party_as_written"),
	}
}

// Annotations of Term.
func (Term) Annotations() []schema.Annotation {
	return append(read(leaf("A term: a councillor's time in office for a ward and a party.")), entgql.QueryField().Description("Terms of office of all councillors."))
}
