package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
)

// Harvest is what is known of harvesting a council's site.
type Harvest struct{ ent.Schema }

// Fields of Harvest.
func (Harvest) Fields() []ent.Field {
	return []ent.Field{
		field.Int("council_id").Unique().Comment("Id of the council."),
		field.String("base").Comment("Address under which the council's system stands, without a slash at its end."),
		field.Bool("service").Default(false).Comment("Whether its web service answers."),
		field.String("started_at").Comment("When the last harvest began, in UTC."),
		field.String("finished_at").Default("").Comment("When it ended, in UTC; empty where it was cut short."),
	}
}

// Annotations of Harvest.
func (Harvest) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
