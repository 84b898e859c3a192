package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// AgendaItem is one item of business.
type AgendaItem struct{ ent.Schema }

// Mixin of AgendaItem.
func (AgendaItem) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of AgendaItem.
func (AgendaItem) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Annotations(entgql.OrderField("POSITION")).
			Comment("Place on its page, from 1."),
		field.String("number").Optional().Nillable().Annotations(entgql.OrderField("NUMBER")).
			Comment("Number as printed, such as 152, 10a or C73/19. Null where the page prints none. Ordered naturally: 9, 10, 10a."),
		sortKey("number_asc"), sortKey("number_desc"),
		label("minute_number", "Minute number, where the page prints one beside the agenda number."),
		label("title", "Title as printed. Null where the page has lost it. At most 1,000 bytes, as it is and decomposed: a longer one is cut, at a word where there is one, and ends in …."),
		text("purpose", "What the item was for: the note under its title."),
		field.Text("minutes").Optional().Nillable().Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("What the minutes say, as text. Cut short where truncated is true."),
		text("decision", "The text under the heading Decision, where the page has one."),
		text("reasons", "The reasons given for the decision."),
		text("alternatives", "The other options that were considered."),
		field.Bool("restricted").Optional().Nillable().Comment("Whether press and public were excluded. Null where the page does not say."),
		label("exemption", "The paragraph of the Act under which it was restricted."),
		field.Bool("truncated").Default(false).
			Comment("Whether every page read so far cuts this item's text, so that resolutions can be missing."),
		label("source_id", "The council's own number for the item (AIId in ModernGov). Null where no page gave it."),
		field.String("date").Optional().Nillable().Annotations(entgql.Type("Date"), entgql.OrderField("DATE")).
			Comment("The day of its meeting. Null where the page does not say."),
		sortKey("date_asc"), sortKey("date_desc"),
		looseLink("meeting_id"),
		looseLink("committee_id"),
		link("council_id"),
		looseLink("parent_id"),
		looseLink("issue_id"),
		field.Enum("issue_by").NamedValues("IssueID", "ISSUE_ID", "BackgroundLink", "BACKGROUND_LINK", "MinuteReference", "MINUTE_REFERENCE",
			"ReportReference", "REPORT_REFERENCE", "SameTitle", "SAME_TITLE").Optional().Nillable().
			Comment("Why it counts among the items of its issue. Null where it is of none."),
		field.Enum("outcome").NamedValues("Withdrawn", "WITHDRAWN", "Deferred", "DEFERRED", "Refused", "REFUSED", "Recommended", "RECOMMENDED",
			"Approved", "APPROVED", "Agreed", "AGREED", "Resolved", "RESOLVED", "Referred", "REFERRED", "Delegated", "DELEGATED",
			"CalledIn", "CALLED_IN", "Noted", "NOTED").Optional().Nillable().
			Comment("What became of the item at this meeting: the kind of its resolutions. Where they are of several kinds, the first of this list counts: " +
				"WITHDRAWN, DEFERRED, REFUSED, RECOMMENDED, APPROVED, AGREED, RESOLVED, REFERRED, DELEGATED, CALLED_IN, NOTED. " +
				"WITHDRAWN, and DEFERRED without a resolution, are read from the text. Null where nothing says."),
		field.String("own_issue_key").Optional().Nillable().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("Key of the issue that a page names for it; not part of the API."),
		field.String("own_issue_by").Optional().Nillable().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("How that page names it; not part of the API."),
		sortKey("title_key"),
		field.String("thread_sort").Default("").Annotations(entgql.OrderField("THREAD"), entgql.Skip(entgql.SkipType, entgql.SkipWhereInput)).
			Comment("Place in time: the day, a call-in behind the decision that it calls in."),
	}
}

// Edges of AgendaItem.
func (AgendaItem) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().
			Comment("The meeting that took it. Null where the page names no meeting."),
		edge.To("committee", Committee.Type).Field("committee_id").Unique().
			Comment("The committee that took it. Null where the page does not name it."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
		edge.To("parent", AgendaItem.Type).Field("parent_id").Unique().Comment("The item that this one is a part of."),
		edge.From("children", AgendaItem.Type).Ref("parent").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("The parts of this item, in order."),
		edge.To("issue", Issue.Type).Field("issue_id").Unique().
			Comment("The matter that it belongs to, over meetings: as the council files it, else as its references and its title tell; issueBy says which. Null where nothing settles it."),
		edge.From("resolutions", Resolution.Type).Ref("agenda_item").Comment("What was resolved under it, in order."),
		edge.From("motions", Motion.Type).Ref("agenda_item").Comment("The motions and amendments that were put, in order."),
		edge.From("vote_events", VoteEvent.Type).Ref("agenda_item").Comment("The votes that were taken, in order."),
		edge.From("declarations", Declaration.Type).Ref("agenda_item").Comment("The interests that were declared on it."),
		edge.From("participations", Participation.Type).Ref("agenda_item").
			Comment("Who had a part in it, and which."),
		edge.From("amounts", Amount.Type).Ref("agenda_item").Comment("The sums of money that it names."),
		edge.From("documents", Document.Type).Ref("agenda_item").Comment("Its reports and appendices."),
		edge.From("references", Reference.Type).Ref("agenda_item").
			Comment("What its text points to: meetings, minutes, reports, paragraphs, laws."),
	}
}

// Indexes of AgendaItem.
func (AgendaItem) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("meeting_id", "position"), index.Fields("committee_id", "id"), index.Fields("committee_id", "date_asc", "id"), index.Fields("committee_id", "date_desc", "id"), index.Fields("council_id", "id"), index.Fields("council_id", "date_asc", "id"), index.Fields("council_id", "date_desc", "id"),
		index.Fields("council_id", "number_asc", "id"), index.Fields("council_id", "number_desc", "id"), index.Fields("issue_id", "date_asc"), index.Fields("issue_id", "thread_sort"),
		index.Fields("thread_sort", "id"), index.Fields("issue_by"), index.Fields("outcome", "id"), index.Fields("outcome", "date_desc", "id"), index.Fields("council_id", "title_key"), index.Fields("parent_id", "position"),
		index.Fields("position", "id"), index.Fields("number"), index.Fields("number_asc", "id"), index.Fields("number_desc", "id"),
		index.Fields("minute_number"), index.Fields("title"), index.Fields("date_asc", "id"), index.Fields("date_desc", "id"),
		index.Fields("restricted"), index.Fields("truncated"), index.Fields("source_id"), index.Fields("exemption"),
	}
}

// Annotations of AgendaItem.
func (AgendaItem) Annotations() []schema.Annotation {
	return append(read(node("An item of business at a meeting: what was before the committee, what was said and what was resolved.", "Items of business of all meetings.")), Searched{Words: true})
}
