package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Membership is a person's seat on a committee or an outside body.
type Membership struct{ ent.Schema }

// Mixin of Membership.
func (Membership) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Membership.
func (Membership) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("role").NamedValues("Chair", "CHAIR", "ViceChair", "VICE_CHAIR", "Member", "MEMBER", "Substitute", "SUBSTITUTE", "CoOpted", "CO_OPTED", "Other", "OTHER").
			Optional().Nillable().Comment("The part that the person has in it. Null where the page does not say."),
		label("role_as_written", "That part in the page's words."),
		label("outside_body", "Name of the body, where it is not a committee of the council."),
		date("start_date", "The first day. Null where the page does not say."),
		date("end_date", "The last day. Null while it runs, or where the page does not say."),
		link("person_id"),
		looseLink("committee_id"),
		link("council_id"),
	}
}

// Edges of Membership.
func (Membership) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Comment("The member."),
		edge.To("committee", Committee.Type).Field("committee_id").Unique().Comment("The committee. Null for an outside body."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Membership.
func (Membership) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("person_id"), index.Fields("committee_id", "id"), index.Fields("council_id", "id"), index.Fields("role"),
		index.Fields("role_as_written"), index.Fields("outside_body"), index.Fields("start_date"), index.Fields("end_date"),
	}
}

// Annotations of Membership.
func (Membership) Annotations() []schema.Annotation {
	return append(read(leaf("A membership: a person's seat on a committee or an outside body.")), entgql.QueryField().Description("Memberships of all people."))
}
