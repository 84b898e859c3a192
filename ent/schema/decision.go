package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Decision is a published decision record.
type Decision struct{ ent.Schema }

// Mixin of Decision.
func (Decision) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Decision.
func (Decision) Fields() []ent.Field {
	return []ent.Field{
		label("title", "Title as printed. Null where the page has lost it. At most 1,000 bytes, as it is and decomposed: a longer one is cut, at a word where there is one, and ends in …."),
		label("maker", "Who decided, in the page's words: a committee, a member of the cabinet, an officer."),
		label("status", "Status as printed, such as Recommendations Approved."),
		field.Bool("key_decision").Optional().Nillable().Comment("Whether it is a key decision. Null where the page does not say."),
		field.Bool("call_in").Optional().Nillable().Comment("Whether it can be called in. Null where the page does not say."),
		field.Bool("urgent").Optional().Nillable().Comment("Whether it was urgent. Null where the page does not say."),
		field.String("made_on").Optional().Nillable().Annotations(entgql.Type("Date"), entgql.OrderField("MADE_ON")).
			Comment("The day on which it was made. Null where the page does not say."),
		sortKey("made_on_asc"), sortKey("made_on_desc"),
		date("published_on", "The day on which it was published."),
		date("effective_on", "The day from which it takes effect."),
		text("purpose", "What it was for."),
		text("text", "What was decided, word for word."),
		text("reasons", "The reasons given."),
		text("alternatives", "The other options that were considered."),
		label("source_id", "The council's own number for the decision. Null where no page gave it."),
		looseLink("committee_id"),
		looseLink("person_id"),
		link("council_id"),
	}
}

// Edges of Decision.
func (Decision) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("committee", Committee.Type).Field("committee_id").Unique().Comment("The committee that decided, where one did."),
		edge.To("person", Person.Type).Field("person_id").Unique().Comment("The person who decided, where the page names one."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Decision.
func (Decision) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("council_id", "id"), index.Fields("council_id", "made_on_asc", "id"), index.Fields("council_id", "made_on_desc", "id"), index.Fields("committee_id", "id"), index.Fields("committee_id", "made_on_asc", "id"), index.Fields("committee_id", "made_on_desc", "id"), index.Fields("person_id", "made_on_desc", "id"),
		index.Fields("made_on_asc", "id"), index.Fields("made_on_desc", "id"), index.Fields("published_on"), index.Fields("effective_on"),
		index.Fields("title"), index.Fields("maker"), index.Fields("status"), index.Fields("key_decision"), index.Fields("call_in"),
		index.Fields("urgent"), index.Fields("source_id"),
	}
}

// Annotations of Decision.
func (Decision) Annotations() []schema.Annotation {
	return read(node("A decision record that a council published: of a committee, a member of the cabinet or an officer.", "Published decisions of all councils."))
}
