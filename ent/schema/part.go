package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Part joins a person to a resolution that the person had a part in. Its rows follow from attendances,
// participations, votes, declarations and decision records, and are kept in step with them, so that
// going from a member to decisions is one walk along an index. There are many: a row for everybody
// present at every resolution. That is why it holds nothing that the resolution's own row can tell.
type Part struct{ ent.Schema }

// Fields of Part.
func (Part) Fields() []ent.Field {
	return []ent.Field{
		field.Int("resolution_id").Comment("Id of the resolution."),
		field.Int("person_id").Default(0).Comment("Id of the person, 0 where the name is not settled."),
		field.String("as_written").Default("").Comment("The name as the page writes it, where it is not settled to a person; else empty."),
		field.Int("how").Comment("Which parts: the bits of package how."),
		sortKey("date_asc"), sortKey("date_desc"),
	}
}

// Indexes of Part. The second is read from one end to the other for a person's decisions, newest first,
// and holds all that a page of them and their count need.
func (Part) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("resolution_id", "person_id", "as_written").Unique(),
		index.Fields("person_id", "date_desc", "resolution_id", "how"),
	}
}

// Annotations of Part.
func (Part) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
