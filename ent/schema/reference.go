package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Reference is a place in a text that points elsewhere.
type Reference struct{ ent.Schema }

// Mixin of Reference.
func (Reference) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Reference.
func (Reference) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place among the item's references, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.String("as_written").Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("As the page writes it."),
		field.Enum("kind").NamedValues("Meeting", "MEETING", "Item", "ITEM", "Minute", "MINUTE", "Report", "REPORT",
			"Paragraph", "PARAGRAPH", "Section", "SECTION", "Appendix", "APPENDIX", "Page", "PAGE", "Legislation", "LEGISLATION",
			"Application", "APPLICATION", "Resolution", "RESOLUTION", "Policy", "POLICY", "Rule", "RULE", "Other", "OTHER").
			Comment("What kind of thing it points to."),
		date("date", "The day of the meeting or report that it points to. Null where it gives no full date."),
		label("number", "The number that it points to, such as of a minute or a paragraph."),
		link("agenda_item_id"),
		looseLink("resolution_id"),
		looseLink("target_meeting_id"),
		looseLink("target_item_id"),
		looseLink("target_document_id"),
		field.Enum("resolved_by").NamedValues("MeetingNamed", "MEETING_NAMED", "OwnCommittee", "OWN_COMMITTEE", "OwnAgenda", "OWN_AGENDA",
			"MinuteNumber", "MINUTE_NUMBER", "ReportReference", "REPORT_REFERENCE").Optional().Nillable().
			Comment("The rule by which it is settled what it points to. Null where that is open: nothing known fits, or two things do."),
		link("council_id"),
	}
}

// Edges of Reference.
func (Reference) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Required().Comment("The item whose text it stands in."),
		edge.To("resolution", Resolution.Type).Field("resolution_id").Unique().Comment("The resolution whose text it stands in, if any."),
		edge.To("target_meeting", Meeting.Type).Field("target_meeting_id").Unique().
			Comment("The meeting that it points to, where that is settled."),
		edge.To("target_item", AgendaItem.Type).Field("target_item_id").Unique().
			Comment("The item that it points to, where that is settled: by its number, or as the one item of that meeting that is of the same issue."),
		edge.To("target_document", Document.Type).Field("target_document_id").Unique().
			Comment("The report that it points to, where one item alone bears its reference."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Reference.
func (Reference) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("agenda_item_id", "position"), index.Fields("resolution_id", "position"), index.Fields("council_id", "id"),
		index.Fields("target_meeting_id"), index.Fields("target_item_id"),
		index.Fields("target_document_id"), index.Fields("resolved_by"), index.Fields("council_id", "date"), index.Fields("council_id", "number"),
		index.Fields("kind"), index.Fields("date"), index.Fields("number"),
	}
}

// Annotations of Reference.
func (Reference) Annotations() []schema.Annotation {
	return read(leaf("A reference: a place in a text that points to another meeting, minute, report, paragraph or law."))
}
