package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Coverage is what the graph holds of one committee in one month. Its rows follow from meetings, items and
// namings and are kept in step with them; the months between the first and the last that hold anything
// have rows as well, with noughts.
type Coverage struct{ ent.Schema }

// Fields of Coverage.
func (Coverage) Fields() []ent.Field {
	count := func(name, comment string) ent.Field { return field.Int(name).Default(0).Comment(comment) }
	return []ent.Field{
		field.Int("council_id").Comment("Id of the council."),
		field.Int("committee_id").Default(0).Comment("Id of the committee, 0 for what no page assigns to one."),
		field.String("month").Default("").Comment("The month as 2017-01, empty where the day is not known."),
		count("meetings", "Meetings that are known, cancelled ones too."),
		count("cancelled", "Meetings among them that were cancelled or put off."),
		count("with_agenda", "Meetings whose agenda has been seen."),
		count("with_minutes", "Meetings whose minutes have been seen."),
		count("with_decisions", "Meetings whose decisions have been seen."),
		count("items", "Items of business."),
		count("cut_items", "Items among them whose text every page cuts short."),
		count("unresolved", "Names that lead to no person."),
		count("failed", "Pages that could not be taken in."),
	}
}

// Indexes of Coverage.
func (Coverage) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "committee_id", "month").Unique()}
}

// Annotations of Coverage.
func (Coverage) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
