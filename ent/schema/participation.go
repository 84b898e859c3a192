package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Participation is a person's part in an item of business.
type Participation struct{ ent.Schema }

// Mixin of Participation.
func (Participation) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Participation.
func (Participation) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place on the page, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.Enum("how").NamedValues("Mover", "MOVER", "Seconder", "SECONDER", "Speaker", "SPEAKER", "Presenter", "PRESENTER",
			"Chair", "CHAIR", "Mentioned", "MENTIONED", "Present", "PRESENT", "Apologies", "APOLOGIES", "Substitute", "SUBSTITUTE",
			"Absent", "ABSENT", "DeclaredInterest", "DECLARED_INTEREST", "VotedFor", "VOTED_FOR",
			"VotedAgainst", "VOTED_AGAINST", "Abstained", "ABSTAINED").
			Comment("Which part the person had."),
		field.String("as_written").Comment("The person as the page writes it, such as Cllr Cawley-Harrison or the Leader."),
		label("title", "Title before the name, such as Councillor."),
		label("role", "Office or post that the page gives with the name, such as Head of Finance."),
		field.Enum("kind").NamedValues("Councillor", "COUNCILLOR", "Officer", "OFFICER", "Other", "OTHER").
			Comment("In which capacity."),
		looseLink("person_id"),
		unsettled(), candidateKeys(), naming(),
		link("agenda_item_id"),
		link("council_id"),
	}
}

// Edges of Participation.
func (Participation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().
			Comment("Who it was. Null where the page gives only a role, or a name that could mean more than one person."),
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Required().Comment("The item of business."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Participation.
func (Participation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("person_id", "how"), index.Fields("agenda_item_id", "position"), index.Fields("council_id", "id"),
		index.Fields("how"), index.Fields("as_written"), index.Fields("title"), index.Fields("role"), index.Fields("kind"),
		index.Fields("unsettled"),
	}
}

// Annotations of Participation.
func (Participation) Annotations() []schema.Annotation {
	a := leaf("A person's part in an item of business: moved, seconded, spoke, presented, voted, declared an interest, was mentioned.")
	return append(read(a), entgql.QueryField().Description("Parts that people had in items of business."))
}
