package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Source is one version of a page that was read.
type Source struct{ ent.Schema }

// Mixin of Source.
func (Source) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Addressed{}} }

// Fields of Source.
func (Source) Fields() []ent.Field {
	return []ent.Field{
		label("url", "Address of the page, canonical. Null where it is not known."),
		field.String("fetched_at").Optional().Nillable().Annotations(entgql.Type("DateTime"), entgql.OrderField("FETCHED_AT")).
			Comment("When it was fetched, in UTC. Null where it is not known."),
		sortKey("fetched_at_asc"), sortKey("fetched_at_desc"),
		field.String("sha256").Comment("SHA-256 of the bytes as they were received, in hexadecimal."),
		field.String("media_type").Comment("Media type of the bytes."),
		field.String("format").Comment("Which reader understood it, such as moderngovtext."),
		field.String("page_type").Comment("What kind of page it is, such as issue, item or list."),
		field.Int("reader_version").Comment("Version of the reading rules that read it last."),
		label("licence", "Licence under which it may be used again. Null where the council states none."),
		field.Bool("redacted").Default(false).Comment("Whether private addresses, telephone numbers or e-mail addresses were removed before it was stored."),
		field.Bool("truncated").Default(false).Comment("Whether the page cuts a text short."),
		field.Int("unsettled").Default(0).Comment("How many readings of it were left open because two rules contradict each other."),
		field.Bool("superseded").Default(false).Comment("Whether it speaks no longer: a newer version of the same page has been read since, or the page has been withdrawn."),
		field.String("withdrawn_at").Optional().Nillable().Annotations(entgql.Type("DateTime"), entgql.Skip(entgql.SkipWhereInput)).
			Comment("When the council's site was found not to have the page any longer, in UTC. Null while it has it, and where nobody has asked."),
		link("council_id"),
	}
}

// Edges of Source.
func (Source) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("council", Council.Type).Field("council_id").Unique().Required().Comment("The council whose page it is."),
		edge.From("statements", Evidence.Type).Ref("source").Annotations(entgql.RelayConnection(), entgql.Skip(entgql.SkipWhereInput)).
			Comment("What was read from it: the place of every fact, in the order in which they were taken in."),
	}
}

// Indexes of Source.
func (Source) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("council_id", "id"), index.Fields("council_id", "fetched_at_asc", "id"), index.Fields("council_id", "fetched_at_desc", "id"), index.Fields("url"), index.Fields("sha256"),
		index.Fields("fetched_at_asc", "id"), index.Fields("fetched_at_desc", "id"),
		index.Fields("media_type"), index.Fields("format"), index.Fields("page_type"), index.Fields("reader_version"), index.Fields("licence"),
		index.Fields("redacted"), index.Fields("truncated"), index.Fields("superseded"), index.Fields("unsettled"),
	}
}

// Annotations of Source.
func (Source) Annotations() []schema.Annotation {
	return node("A source: one version of a page that a council published, as it was read.", "Pages that were read.")
}
