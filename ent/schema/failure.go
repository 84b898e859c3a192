package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Failure is a page that could not be taken in.
type Failure struct{ ent.Schema }

// Mixin of Failure.
func (Failure) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Failure.
func (Failure) Fields() []ent.Field {
	return []ent.Field{
		label("url", "Address of the page, canonical. Null where it is not known. Of one that has more than 1,000 bytes the beginning, and 16 digits that stand for the whole."),
		label("file", "Name of the file that held it, without its folder; a longer one than 1,000 bytes as for url. Null where it has an address."),
		field.String("reason").Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment("Why it could not be taken in, and how to mend it."),
		label("sha256", "SHA-256 of the bytes as they were received, in hexadecimal. Null where there were none to read."),
		field.String("failed_at").Annotations(entgql.Type("DateTime")).Comment("When it failed with this reason first, in UTC."),
		field.String("resolved_at").Optional().Nillable().Annotations(entgql.Type("DateTime")).
			Comment("When the same page was taken in after all, in UTC. Null while it is missing."),
		date("date", "The day that the page is about, such as that of its meeting. Null where it is about none, or that is not known."),
		looseLink("council_id"), looseLink("committee_id"),
	}
}

// Edges of Failure.
func (Failure) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Comment("The council whose page it is. Null where nothing says whose."),
		edge.To("committee", Committee.Type).Field("committee_id").Unique().
			Comment("The committee whose page it is, by its address or that of its meeting. Null where it is no committee's, or that is not known."),
	}
}

// Indexes of Failure.
func (Failure) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("council_id", "id"), index.Fields("council_id", "resolved_at"),
		index.Fields("committee_id", "id"), index.Fields("date"), index.Fields("url"), index.Fields("file"), index.Fields("sha256"),
		index.Fields("failed_at"), index.Fields("resolved_at"),
	}
}

// Annotations of Failure.
func (Failure) Annotations() []schema.Annotation {
	return node("A failure: a page that could not be taken in, with the reason. It stays on record, marked as resolved, when the same page is taken in later.", "Pages that could not be taken in.")
}
