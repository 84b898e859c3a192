package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Amount is a sum of money that a text names.
type Amount struct{ ent.Schema }

// Mixin of Amount.
func (Amount) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Amount.
func (Amount) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Comment("Place among the item's amounts, from 1.").Annotations(entgql.Skip(entgql.SkipWhereInput)),
		field.String("as_written").Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("As the page writes it, such as £8-10m."),
		field.Float("low").Optional().Nillable().Comment("The sum in pounds, or the lower end of a range. Null where it cannot be told."),
		field.Float("high").Optional().Nillable().Comment("The upper end of a range in pounds; the same as low for a single figure."),
		field.String("currency").Default("GBP").Comment("ISO 4217 code of the currency."),
		label("per", "What the sum is paid for each of: week, month, year, household. Null for a plain sum."),
		link("agenda_item_id"),
		looseLink("resolution_id"),
		link("council_id"),
	}
}

// Edges of Amount.
func (Amount) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("agenda_item", AgendaItem.Type).Field("agenda_item_id").Unique().Required().Comment("The item whose text names it."),
		edge.To("resolution", Resolution.Type).Field("resolution_id").Unique().
			Comment("The resolution that names it. Null where it stands elsewhere in the item."),
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council."),
	}
}

// Indexes of Amount.
func (Amount) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("agenda_item_id", "position"), index.Fields("resolution_id", "position"), index.Fields("council_id", "id"),
		index.Fields("low"), index.Fields("high"), index.Fields("currency"), index.Fields("per"),
	}
}

// Annotations of Amount.
func (Amount) Annotations() []schema.Annotation {
	a := leaf("A sum of money that an item or a resolution names. What it was for is in the quoted text.")
	return append(read(a), entgql.QueryField().Description("Sums of money that items of all meetings name."))
}
