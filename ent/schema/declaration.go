package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Declaration is an interest that somebody declared at a meeting.
type Declaration struct{ ent.Schema }

// Mixin of Declaration.
func (Declaration) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Declaration.
func (Declaration) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place on the page, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.String("as_written").Comment("The person as the page writes it."),
		label("kind_as_written", "The kind of interest in the page's words. Null where it gives none."),
		field.Enum("kind").NamedValues("DisclosablePecuniary", "DISCLOSABLE_PECUNIARY", "OtherRegistrable", "OTHER_REGISTRABLE",
			"NonRegistrable", "NON_REGISTRABLE", "Pecuniary", "PECUNIARY", "NonPecuniary", "NON_PECUNIARY",
			"Personal", "PERSONAL", "Prejudicial", "PREJUDICIAL", "PersonalAndPrejudicial", "PERSONAL_AND_PREJUDICIAL", "Other", "OTHER").
			Optional().Nillable().Comment("The kind of interest. Null where the page gives none."),
		label("item_as_written", "The item that it is declared on, in the page's words."),
		field.Bool("left_room").Optional().Nillable().Comment("Whether the person left the room. Null where the page does not say."),
		field.Bool("dispensation").Optional().Nillable().Comment("Whether a dispensation was held. Null where the page does not say."),
		looseLink("meeting_id"),
		looseLink("agenda_item_id"),
		looseLink("person_id"),
		unsettled(), candidateKeys(), naming(),
		link("council_id"),
	}
}

// Edges of Declaration.
func (Declaration) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Comment("The meeting. Null where the page names none."),
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().
			Comment("The item that the interest is declared on, where the page settles which."),
		edge.To("person", Person.Type).Field("person_id").Unique().Comment("Who declared it. Null where the name is not settled, or all members did."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Declaration.
func (Declaration) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("meeting_id", "position"), index.Fields("agenda_item_id", "position"), index.Fields("person_id"), index.Fields("council_id", "id"),
		index.Fields("kind"), index.Fields("as_written"), index.Fields("kind_as_written"), index.Fields("item_as_written"),
		index.Fields("left_room"), index.Fields("dispensation"),
		index.Fields("unsettled"),
	}
}

// Annotations of Declaration.
func (Declaration) Annotations() []schema.Annotation {
	return append(read(leaf("A declaration of an interest in an item of business.")), entgql.QueryField().Description("Interests declared at all meetings."))
}
