package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// VoteEvent is one taking of votes.
type VoteEvent struct{ ent.Schema }

// Mixin of VoteEvent.
func (VoteEvent) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of VoteEvent.
func (VoteEvent) Fields() []ent.Field {
	count := func(name, comment string) ent.Field {
		return field.Int(name).Optional().Nillable().Comment(comment + " Null where the page states no figure, which is not 0.")
	}
	return []ent.Field{
		field.Int("position").Comment("Place among the item's votes, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		count("for_count", "How many voted for."),
		count("against_count", "How many voted against."),
		count("abstain_count", "How many abstained."),
		field.Enum("method").NamedValues("ShowOfHands", "SHOW_OF_HANDS", "Recorded", "RECORDED", "Unanimous", "UNANIMOUS", "NemCon", "NEM_CON").
			Optional().Nillable().Comment("How the vote was taken. Null where the page does not say."),
		field.Enum("result").NamedValues("Carried", "CARRIED", "Lost", "LOST").
			Optional().Nillable().Comment("How it ended. Null where the page does not say."),
		label("casting_vote", "How the chair's casting vote went, as written. Null where there was none."),
		field.Enum("subject").NamedValues("Motion", "MOTION", "Amendment", "AMENDMENT").
			Optional().Nillable().Comment("Whether it was a vote on a motion or on an amendment. Null where the page does not say."),
		link("agenda_item_id"),
		looseLink("motion_id"),
		link("council_id"),
	}
}

// Edges of VoteEvent.
func (VoteEvent) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Required().Comment("The item of business."),
		edge.To("motion", Motion.Type).Field("motion_id").Unique().Comment("The motion or amendment voted on, where the page settles which."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
		edge.From("votes", Vote.Type).Ref("vote_event").Comment("How each named person voted."),
	}
}

// Indexes of VoteEvent.
func (VoteEvent) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("agenda_item_id", "position"), index.Fields("motion_id", "position"), index.Fields("council_id", "id"),
		index.Fields("for_count"), index.Fields("against_count"), index.Fields("abstain_count"),
		index.Fields("method"), index.Fields("result"), index.Fields("subject"), index.Fields("casting_vote"),
	}
}

// Annotations of VoteEvent.
func (VoteEvent) Annotations() []schema.Annotation {
	return append(read(leaf("A vote event: one taking of votes, with its figures and, where they were recorded, its names.")), entgql.QueryField().Description("Votes taken at all meetings."))
}
