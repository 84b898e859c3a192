package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Attendance is a person's presence at, or absence from, a meeting.
type Attendance struct{ ent.Schema }

// Mixin of Attendance.
func (Attendance) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Attendance.
func (Attendance) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place on the page, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.Enum("status").NamedValues("Present", "PRESENT", "Apologies", "APOLOGIES", "Absent", "ABSENT",
			"Substitute", "SUBSTITUTE", "InAttendance", "IN_ATTENDANCE", "Late", "LATE", "Expected", "EXPECTED").
			Comment("Whether the person was there, and how."),
		label("role", "Office held or part played at the meeting, such as Chair. Null where the page does not say."),
		field.String("as_written").Comment("The name as the page writes it."),
		field.Bool("virtual").Optional().Nillable().Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("Whether the person attended by video or telephone. Null where the page does not say."),
		label("arrived", "When the person came in, as 19:33 in local time. Null where the page does not say."),
		label("left", "When the person left, as 20:15 in local time. Null where the page does not say."),
		link("meeting_id"),
		looseLink("person_id"),
		unsettled(), candidateKeys(), naming(),
		note("substitute_for_as_written", "The name of that member as the page writes it. Null for others."),
		looseLink("substitute_for_id"),
		link("council_id"),
	}
}

// Edges of Attendance.
func (Attendance) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Required().Comment("The meeting."),
		edge.To("person", Person.Type).Field("person_id").Unique().
			Comment("Who it was. Null where the name could mean more than one person."),
		edge.To("substitute_for", Person.Type).Field("substitute_for_id").Unique().
			Comment("The member whose place a substitute took. Null for others, or where the page does not say."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council whose meeting it is."),
	}
}

// Indexes of Attendance.
func (Attendance) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("meeting_id", "position"), index.Fields("person_id", "id"), index.Fields("substitute_for_id"), index.Fields("council_id", "id"),
		index.Fields("status"), index.Fields("role"), index.Fields("as_written"), index.Fields("arrived"), index.Fields("left"),
		index.Fields("unsettled"),
	}
}

// Annotations of Attendance.
func (Attendance) Annotations() []schema.Annotation {
	a := leaf("A person's presence at, or absence from, a meeting, as the record states it.")
	return append(read(a), entgql.QueryField().Description("Attendances at all meetings."))
}
