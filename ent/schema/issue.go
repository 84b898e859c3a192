package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Issue is a matter that comes back over meetings.
type Issue struct{ ent.Schema }

// Mixin of Issue.
func (Issue) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Issue.
func (Issue) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").Optional().Nillable().Annotations(entgql.OrderField("TITLE")).
			Comment("Title as the issue's page prints it; where inferred is true, the title of its first item. Null where no page gives it."),
		sortKey("title_asc"), sortKey("title_desc"),
		label("source_id", "The council's own number for the issue (IId in ModernGov). Null where no page gave it."),
		field.Bool("procedural").Optional().Nillable().
			Comment("True for standing business such as apologies or minutes, under which councils file the items of unrelated meetings; false for a topic. Told from its title, else from those of its items. Null where that is not settled."),
		field.Bool("inferred").Default(false).
			Comment("True where no page names the issue, and the graph has put it together from items that refer to each other, to one report or bear one title."),
		link("council_id"),
	}
}

// Edges of Issue.
func (Issue) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
		edge.From("agenda_items", AgendaItem.Type).Ref("issue").Annotations(entgql.RelayConnection()).
			Comment("The items of business about it, over meetings."),
	}
}

// Indexes of Issue.
func (Issue) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("council_id", "id"), index.Fields("council_id", "title_asc", "id"), index.Fields("council_id", "title_desc", "id"), index.Fields("title_asc", "id"), index.Fields("title_desc", "id"),
		index.Fields("title"), index.Fields("source_id"), index.Fields("procedural"), index.Fields("inferred"),
	}
}

// Annotations of Issue.
func (Issue) Annotations() []schema.Annotation {
	return read(node("An issue: a matter that comes before committees more than once.", "Issues of all councils."))
}
