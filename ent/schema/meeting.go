package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Meeting is one meeting of a committee.
type Meeting struct{ ent.Schema }

// Mixin of Meeting.
func (Meeting) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Meeting.
func (Meeting) Fields() []ent.Field {
	return []ent.Field{
		field.String("date").Optional().Nillable().Annotations(entgql.Type("Date"), entgql.OrderField("DATE")).
			Comment("The day of the meeting. Null where the page does not say."),
		sortKey("date_asc"), sortKey("date_desc"),
		label("start_time", "When it began, as 19:30 in local time. Null where the page does not say."),
		label("end_time", "When it ended, as 21:05 in local time. Null where the page does not say."),
		label("venue", "Where it was held, as printed."),
		field.Enum("status").NamedValues("Scheduled", "SCHEDULED", "Held", "HELD", "Cancelled", "CANCELLED", "Postponed", "POSTPONED").
			Optional().Nillable().Comment("Whether it is planned, was held or fell away. HELD once minutes or decisions are seen; null where nothing says."),
		field.Bool("agenda_published").Optional().Nillable().Comment("Whether its agenda has been seen. Null where unknown."),
		field.Bool("decisions_published").Optional().Nillable().Comment("Whether its decisions have been seen. Null where unknown."),
		field.Bool("minutes_published").Optional().Nillable().Comment("Whether its minutes have been seen. Null where unknown."),
		label("source_id", "The council's own number for the meeting (MId in ModernGov). Null where no page gave it."),
		looseLink("committee_id"),
		link("council_id"),
	}
}

// Edges of Meeting.
func (Meeting) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("committee", Committee.Type).Field("committee_id").Unique().
			Comment("The committee that met. Null where the page does not name it."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().
			Comment("The council whose meeting it is."),
		edge.From("agenda_items", AgendaItem.Type).Ref("meeting").
			Comment("Its items of business, in order."),
		edge.From("attendances", Attendance.Type).Ref("meeting").
			Comment("Who attended, sent apologies, substituted or came late."),
		edge.From("declarations", Declaration.Type).Ref("meeting").
			Comment("The interests that were declared."),
		edge.From("documents", Document.Type).Ref("meeting").
			Comment("Papers of the meeting as a whole."),
		edge.From("resolutions", Resolution.Type).Ref("meeting").Annotations(entgql.RelayConnection()).
			Comment("All that the meeting resolved."),
	}
}

// Indexes of Meeting.
func (Meeting) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("committee_id", "date"), index.Fields("committee_id", "id"), index.Fields("committee_id", "date_asc", "id"), index.Fields("committee_id", "date_desc", "id"),
		index.Fields("council_id", "id"), index.Fields("council_id", "date_asc", "id"), index.Fields("council_id", "date_desc", "id"),
		index.Fields("date_asc", "id"), index.Fields("date_desc", "id"),
		index.Fields("start_time"), index.Fields("end_time"), index.Fields("venue"), index.Fields("status"),
		index.Fields("source_id"), index.Fields("agenda_published"), index.Fields("decisions_published"), index.Fields("minutes_published"),
	}
}

// Annotations of Meeting.
func (Meeting) Annotations() []schema.Annotation {
	return read(node("A meeting of a committee, with its agenda, who was there and what was resolved.", "Meetings of all committees of all councils."))
}
