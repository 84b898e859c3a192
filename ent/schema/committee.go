package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Committee is a body of a council that meets: full council, cabinet, a scrutiny panel.
type Committee struct{ ent.Schema }

// Mixin of Committee.
func (Committee) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Committee.
func (Committee) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Annotations(entgql.OrderField("NAME")).Comment("Name as the council's pages give it."),
		sortKey("name_sort"),
		field.String("slug").Comment("The name as it stands in addresses; unique within the council."),
		label("source_id", "The council's own number for the committee (CId in ModernGov). Null where no page gave it."),
		field.Enum("kind").NamedValues(
			"FullCouncil", "FULL_COUNCIL", "Cabinet", "CABINET", "Scrutiny", "SCRUTINY",
			"Regulatory", "REGULATORY", "Audit", "AUDIT", "Standards", "STANDARDS", "Area", "AREA",
			"JointCommittee", "JOINT_COMMITTEE", "Advisory", "ADVISORY", "HealthAndWellbeing", "HEALTH_AND_WELLBEING",
			"Other", "OTHER").
			Comment("What kind of body it is, told from its name."),
		link("council_id"),
		looseLink("parent_id"),
		date("start_date", "The day on which it was set up. Null where no source says."),
		date("end_date", "The day on which it ended. Null where no source says."),
	}
}

// Edges of Committee.
func (Committee) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Required().
			Comment("The council whose committee it is."),
		edge.To("parent", Committee.Type).Field("parent_id").Unique().
			Comment("The committee that it reports to. Null where no source says."),
		edge.From("children", Committee.Type).Ref("parent").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("The sub-committees that report to it."),
		edge.From("meetings", Meeting.Type).Ref("committee").Annotations(entgql.RelayConnection()).
			Comment("Its meetings."),
		edge.From("agenda_items", AgendaItem.Type).Ref("committee").Annotations(entgql.RelayConnection()).
			Comment("The items of business at its meetings."),
		edge.From("memberships", Membership.Type).Ref("committee").Annotations(entgql.RelayConnection()).
			Comment("Who sits on it."),
		edge.From("decisions", Decision.Type).Ref("committee").Annotations(entgql.RelayConnection()).
			Comment("The decision records that it published."),
		edge.From("resolutions", Resolution.Type).Ref("committee").Annotations(entgql.RelayConnection()).
			Comment("What it resolved."),
	}
}

// Indexes of Committee.
func (Committee) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("council_id", "slug").Unique(), index.Fields("council_id", "name_sort"),
		index.Fields("name_sort"), index.Fields("kind"), index.Fields("name"), index.Fields("slug"),
		index.Fields("source_id"), index.Fields("parent_id"), index.Fields("start_date"), index.Fields("end_date"),
	}
}

// Annotations of Committee.
func (Committee) Annotations() []schema.Annotation {
	return read(node("A committee: a body of a council that meets and decides, the full council and the cabinet included.", "Committees of all councils."))
}
