package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Figure is a count of nodes that is kept in step with them, so that nobody has to count them again. What
// is counted by what is said in internal/figures.
type Figure struct{ ent.Schema }

// Fields of Figure.
func (Figure) Fields() []ent.Field {
	return []ent.Field{
		field.String("node_type").NotEmpty().Comment("Kind of the nodes."),
		field.String("cut").Default("").Comment("By what it is counted: letters for council, committee, value, period."),
		field.Int("council_id").Default(0).Comment("Id of the council, 0 for all."),
		field.Int("committee_id").Default(0).Comment("Id of the committee, 0 for all, or for nodes without one."),
		field.String("value").Default("").Comment("The kind's own word, such as NOTED; empty for all, or for nodes without one."),
		field.String("period").Default("").Comment("Year and month of the first day of the period; empty for all, or for nodes without a date."),
		field.Int("nodes").Default(0).Comment("How many nodes."),
	}
}

// Indexes of Figure.
func (Figure) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("node_type", "cut", "council_id", "committee_id", "value", "period").Unique(),
		// The largest first, with all that a group shows: a page is read off the index, and only ties are sorted.
		index.Fields("node_type", "cut", "nodes", "council_id", "committee_id", "value", "period"),
	}
}

// Annotations of Figure.
func (Figure) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
