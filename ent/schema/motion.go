package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Motion is a motion or an amendment that was put to a meeting, whatever became of it.
type Motion struct{ ent.Schema }

// Mixin of Motion.
func (Motion) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Motion.
func (Motion) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place among the item's motions, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.Enum("kind").NamedValues("Motion", "MOTION", "Amendment", "AMENDMENT").Comment("Whether it is a motion or an amendment of one."),
		text("text", "Its words, as the page gives them. Null where the page does not."),
		field.Enum("result").NamedValues("Carried", "CARRIED", "Lost", "LOST", "Withdrawn", "WITHDRAWN", "NotPut", "NOT_PUT").
			Optional().Nillable().Comment("What became of it. Null where the page does not say."),
		link("agenda_item_id"),
		looseLink("amends_id"),
		label("mover_as_written", "The name of who moved it, as the page writes it. Null where the page does not say."),
		label("seconder_as_written", "The name of who seconded it, as the page writes it. Null where the page does not say."),
		looseLink("mover_id"),
		looseLink("seconder_id"),
		link("council_id"),
	}
}

// Edges of Motion.
func (Motion) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Required().Comment("The item of business."),
		edge.To("amends", Motion.Type).Field("amends_id").Unique().Comment("The motion that an amendment amends. Null where the page does not settle it."),
		edge.From("amendments", Motion.Type).Ref("amends").Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("Its amendments, in order."),
		edge.To("mover", Person.Type).Field("mover_id").Unique().Comment("Who moved it. Null where the page does not say, or the name is not settled."),
		edge.To("seconder", Person.Type).Field("seconder_id").Unique().Comment("Who seconded it. Null where the page does not say, or the name is not settled."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
		edge.From("vote_events", VoteEvent.Type).Ref("motion").Comment("The votes on it."),
	}
}

// Indexes of Motion.
func (Motion) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("agenda_item_id", "position"), index.Fields("amends_id", "position"), index.Fields("mover_id"),
		index.Fields("seconder_id"), index.Fields("council_id", "id"), index.Fields("kind"), index.Fields("result"),
		index.Fields("mover_as_written"), index.Fields("seconder_as_written"),
	}
}

// Annotations of Motion.
func (Motion) Annotations() []schema.Annotation {
	return append(read(leaf("A motion or an amendment that was put to a meeting, whatever became of it.")), entgql.QueryField().Description("Motions and amendments of all meetings."))
}
