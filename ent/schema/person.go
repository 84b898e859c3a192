package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Person is somebody whom a council's records name in a public capacity. Members of the public are
// never persons of the graph.
type Person struct{ ent.Schema }

// Mixin of Person.
func (Person) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Person.
func (Person) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Annotations(entgql.OrderField("NAME")).
			Comment("The fullest name that the records give, without titles and honours. It can be a surname alone."),
		sortKey("name_sort"),
		label("family_name", "Surname, as far as it can be told from the name."),
		label("given_name", "Given names or initials. Null where the records give only a surname."),
		label("honorific", "Title before the name, such as Councillor or Dr, as last written."),
		field.Enum("kind").NamedValues("Councillor", "COUNCILLOR", "Officer", "OFFICER", "Other", "OTHER").
			Optional().Nillable().Comment("In which capacity the records name the person. Null where they do not tell."),
		field.String("slug").Comment("The name as it stands in addresses; unique within the council."),
		label("source_id", "The council's own number for the person (UID in ModernGov). Null where no page gave it."),
		link("council_id"),
	}
}

// Edges of Person.
func (Person) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Required().
			Comment("The council in whose records the person is named."),
		edge.From("participations", Participation.Type).Ref("person").Annotations(entgql.RelayConnection()).
			Comment("Every part that the person had in an item of business."),
		edge.From("attendances", Attendance.Type).Ref("person").Annotations(entgql.RelayConnection()).
			Comment("The meetings that the person attended or sent apologies to."),
		edge.From("names", PersonName.Type).Ref("person").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("The other names under which records name the person."),
		edge.From("identifiers", PersonIdentifier.Type).Ref("person").Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("The numbers by which the council's own system knows the person."),
		edge.From("terms", Term.Type).Ref("person").Comment("The person's terms as a councillor."),
		edge.From("memberships", Membership.Type).Ref("person").Comment("The committees and outside bodies that the person sits on."),
		edge.From("offices", Office.Type).Ref("person").Comment("The offices that the records name with the person."),
		edge.From("votes", Vote.Type).Ref("person").Annotations(entgql.RelayConnection()).Comment("The person's recorded votes."),
		edge.From("declarations", Declaration.Type).Ref("person").Annotations(entgql.RelayConnection()).Comment("The interests that the person declared."),
		edge.From("published_decisions", Decision.Type).Ref("person").Annotations(entgql.RelayConnection()).Comment("The published decisions that the person made alone."),
		edge.From("moved", Resolution.Type).Ref("mover").Annotations(entgql.RelayConnection()).
			Comment("Resolutions that the person moved."),
		edge.From("seconded", Resolution.Type).Ref("seconder").Annotations(entgql.RelayConnection()).
			Comment("Resolutions that the person seconded."),
	}
}

// Indexes of Person.
func (Person) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("council_id", "slug").Unique(), index.Fields("council_id", "id"), index.Fields("council_id", "name_sort", "id"),
		index.Fields("name_sort", "id"), index.Fields("name"), index.Fields("kind"), index.Fields("slug"),
		index.Fields("family_name"), index.Fields("given_name"), index.Fields("honorific"), index.Fields("source_id"),
	}
}

// Annotations of Person.
func (Person) Annotations() []schema.Annotation {
	return append(read(leaf("A person whom a council's records name in a public capacity: a councillor, an officer, a member of a partner body. Never a member of the public.")), entgql.QueryField("people").Description("People named in the records of all councils."))
}
