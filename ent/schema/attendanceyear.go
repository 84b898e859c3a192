package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// AttendanceYear is how many of a committee's meetings of one year count how in a person's attendance rate. Its rows follow from
// meetings and attendances and are kept in step with them.
type AttendanceYear struct{ ent.Schema }

// Fields of AttendanceYear.
func (AttendanceYear) Fields() []ent.Field {
	count := func(name, comment string) ent.Field { return field.Int(name).Default(0).Comment(comment) }
	return []ent.Field{
		field.Int("council_id").Comment("Id of the council."),
		field.Int("committee_id").Default(0).Comment("Id of the committee, 0 for what no page assigns to one."),
		field.String("year").Default("").Comment("The calendar year as 2017, empty where the day is not known."),
		field.Int("person_id").Comment("Id of the person."),
		count("expected", "Meetings where the records expect the person and say whether the person came."),
		count("present", "Meetings among them where the person was there, late or in time."),
		count("late", "Meetings among those where the person came late."),
		count("apologies", "Expected meetings to which the person sent apologies."),
		count("absent", "Expected meetings where the person was absent without apologies."),
		count("substitute", "Meetings where the person stood in for a member."),
		count("in_attendance", "Meetings where the person was a visitor."),
		count("unrecorded", "Meetings of which the record does not say whether the person came, or says both."),
	}
}

// Indexes of AttendanceYear.
func (AttendanceYear) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "committee_id", "year", "person_id").Unique(), index.Fields("person_id")}
}

// Annotations of AttendanceYear.
func (AttendanceYear) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
