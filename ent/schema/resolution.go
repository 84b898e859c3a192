package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Resolution is one thing that a meeting resolved.
type Resolution struct{ ent.Schema }

// Mixin of Resolution.
func (Resolution) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Resolution.
func (Resolution) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Annotations(entgql.OrderField("POSITION")).Comment("Place among the item's resolutions, from 1."),
		label("number", "Its number or letter as printed, without brackets, such as 1 or a. Null where it has none."),
		field.Text("text").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("What was resolved, word for word as the page gives it."),
		field.Enum("kind").NamedValues("Noted", "NOTED", "Approved", "APPROVED", "Agreed", "AGREED", "Delegated", "DELEGATED",
			"Recommended", "RECOMMENDED", "Refused", "REFUSED", "Deferred", "DEFERRED", "Referred", "REFERRED", "Resolved", "RESOLVED").
			Comment("What the first operative verb of its text does."),
		field.String("date").Optional().Nillable().Annotations(entgql.Type("Date"), entgql.OrderField("DATE")).
			Comment("The day of the meeting that resolved it. Null where the page does not say."),
		sortKey("date_asc"), sortKey("date_desc"),
		text("delegated_to", "To whom it gives authority, as written. Null where it delegates nothing."),
		text("recommended_to", "To whom it recommends, as written. Null where it recommends nothing."),
		link("agenda_item_id"),
		label("mover_as_written", "The name of who moved it, as the page writes it. Null where the page does not say."),
		label("seconder_as_written", "The name of who seconded it, as the page writes it. Null where the page does not say."),
		looseLink("mover_id"),
		looseLink("seconder_id"),
		looseLink("meeting_id"),
		looseLink("committee_id"),
		link("council_id"),
	}
}

// Edges of Resolution.
func (Resolution) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Required().Comment("The item of business under which it was resolved."),
		edge.To("mover", Person.Type).Field("mover_id").Unique().Comment("Who moved it. Null where the page does not say, or the name is not settled."),
		edge.To("seconder", Person.Type).Field("seconder_id").Unique().Comment("Who seconded it. Null where the page does not say, or the name is not settled."),
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Comment("The meeting that resolved it. Null where the page names none."),
		edge.To("committee", Committee.Type).Field("committee_id").Unique().Comment("The committee that resolved it. Null where the page does not name it."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
		edge.From("amounts", Amount.Type).Ref("resolution").Comment("The sums of money that it names."),
		edge.From("references", Reference.Type).Ref("resolution").Comment("What its text points to."),
	}
}

// Indexes of Resolution.
func (Resolution) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("agenda_item_id", "position"), index.Fields("meeting_id", "date_desc"), index.Fields("committee_id", "id"), index.Fields("committee_id", "date_asc", "id"), index.Fields("committee_id", "date_desc", "id"),
		index.Fields("council_id", "id"), index.Fields("council_id", "date_asc", "id"), index.Fields("council_id", "date_desc", "id"), index.Fields("mover_id", "date_desc", "id"), index.Fields("seconder_id", "date_desc", "id"),
		index.Fields("kind", "id"), index.Fields("kind", "date_desc", "id"), index.Fields("position", "id"), index.Fields("number"),
		index.Fields("date_asc", "id"), index.Fields("date_desc", "id"),
		index.Fields("mover_as_written"), index.Fields("seconder_as_written"),
	}
}

// Annotations of Resolution.
func (Resolution) Annotations() []schema.Annotation {
	return append(read(node("A resolution: one thing that a meeting resolved, in its own words.", "Resolutions of all meetings.")), Searched{Words: true})
}
