package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Vote is how one person voted.
type Vote struct{ ent.Schema }

// Mixin of Vote.
func (Vote) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Vote.
func (Vote) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place in the list of names, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.Enum("option").NamedValues("For", "FOR", "Against", "AGAINST", "Abstain", "ABSTAIN", "Absent", "ABSENT", "NoVote", "NO_VOTE").
			Comment("How the person voted."),
		field.String("as_written").Comment("The person as the page writes it."),
		link("vote_event_id"),
		looseLink("person_id"),
		unsettled(), candidateKeys(), naming(),
		link("council_id"),
	}
}

// Edges of Vote.
func (Vote) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("vote_event", VoteEvent.Type).Field("vote_event_id").Unique().Required().Comment("The vote event."),
		edge.To("person", Person.Type).Field("person_id").Unique().Comment("Who voted. Null where the name could mean more than one person."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Vote.
func (Vote) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("vote_event_id", "position"), index.Fields("person_id", "option"), index.Fields("council_id", "id"),
		index.Fields("option"), index.Fields("as_written"),
		index.Fields("unsettled"),
	}
}

// Annotations of Vote.
func (Vote) Annotations() []schema.Annotation {
	return append(read(leaf("A vote: how one person voted at a vote event.")), entgql.QueryField().Description("Recorded votes of all people."))
}
