package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Document is a paper that a page lists or a report that it names by its reference.
type Document struct{ ent.Schema }

// Mixin of Document.
func (Document) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Document.
func (Document) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place in the list, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		label("title", "Title as printed. Null where only the reference is known. At most 1,000 bytes, as it is and decomposed: a longer one is cut, at a word where there is one, and ends in …."),
		label("url", "Address of the file. Null where the page's text does not give it, or it has more than 1,000 bytes."),
		label("media_type", "Media type of the file, such as application/pdf."),
		label("size", "Size as printed, such as 168 KB."),
		label("report_reference", "The council's own reference of the report, such as CS17089."),
		looseLink("agenda_item_id"),
		looseLink("meeting_id"),
		link("council_id"),
	}
}

// Edges of Document.
func (Document) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Comment("The item that it belongs to."),
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Comment("The meeting that it belongs to as a whole."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Document.
func (Document) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("agenda_item_id", "position"), index.Fields("meeting_id", "position"), index.Fields("council_id", "id"),
		index.Fields("title"), index.Fields("url"), index.Fields("media_type"), index.Fields("size"), index.Fields("report_reference"),
	}
}

// Annotations of Document.
func (Document) Annotations() []schema.Annotation {
	return read(leaf("A document: a report, an appendix or another paper of an item or a meeting."))
}
