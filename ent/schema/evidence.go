package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Evidence is what one source says of one node: where it stands, and, for the store, what it states.
//
// The rows of the graph are computed from these statements. That is why the order in which pages are
// read does not matter, and why a page that is withdrawn takes with it just what it alone said.
type Evidence struct{ ent.Schema }

// Mixin of Evidence.
func (Evidence) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Evidence.
func (Evidence) Fields() []ent.Field {
	return []ent.Field{
		field.Int("subject_id").Annotations(entgql.Skip(entgql.SkipAll)).Comment("Id of the node; ids are unique over all kinds."),
		field.String("subject_type").Annotations(entgql.Skip(entgql.SkipAll)).Comment("Kind of the node."),
		field.String("subject_key").Annotations(entgql.Skip(entgql.SkipAll)).Comment("Key of the node."),
		field.String("rank").Annotations(entgql.Skip(entgql.SkipAll)).Comment("Order of trust: full text before cut text, later before earlier."),
		field.Int("start").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("Where the quote begins in the source's text, counted in Unicode code points from 0."),
		field.Int("end").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("Where the quote ends: the first code point after it."),
		field.Text("quote").Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("The words of the source: text[start:end]."),
		field.String("rule").Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("The reading rule that found it, such as meeting-line."),
		field.Text("says").Annotations(entgql.Skip(entgql.SkipAll)).Comment("What the source states of the node, as JSON."),
		link("source_id"),
	}
}

// Edges of Evidence.
func (Evidence) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("source", Source.Type).Field("source_id").Unique().Required().Comment("The page that says so."),
	}
}

// Indexes of Evidence.
func (Evidence) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("subject_id", "rank"), index.Fields("subject_type", "subject_key"), index.Fields("source_id"),
	}
}

// Annotations of Evidence.
func (Evidence) Annotations() []schema.Annotation {
	return leaf("Evidence: the place in a source where a fact stands, word for word.")
}
