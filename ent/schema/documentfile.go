package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// DocumentFile is the file of a document as it was asked for: what came of it, and its text in DocumentPage. Documents lead to it by
// their council and address, since pages list one file in several places. The bytes themselves are not kept: nobody could take
// out of them what is private.
type DocumentFile struct{ ent.Schema }

// Fields of DocumentFile.
func (DocumentFile) Fields() []ent.Field {
	return []ent.Field{
		field.Int("council_id").Comment("Id of the council."),
		field.String("url").Comment("Address of the file, as documents have it."),
		field.String("status").Comment("What came of it, as the API's DocumentFileStatus."),
		field.String("reason").Optional().Nillable().Comment("Why there is no text, or not all of it."),
		field.String("fetched_at").Optional().Nillable().Comment("When the version was fetched that is told of here, in UTC."),
		field.String("sha256").Optional().Nillable().Comment("SHA-256 of the bytes as they were received, in hexadecimal."),
		field.Int("size").Optional().Nillable().Comment("How many bytes it has."),
		field.String("media_type").Optional().Nillable().Comment("What kind of file it is, told by its content."),
		field.Int("page_count").Optional().Nillable().Comment("How many pages it has."),
		field.Bool("redacted").Default(false).Comment("Whether something private was taken out of the text before it was stored."),
		field.String("etag").Default("").Comment("The ETag of the version."),
		field.String("last_modified").Default("").Comment("The Last-Modified of the version."),
		field.String("asked_at").Comment("When it was asked for last, in UTC."),
		field.String("changed_at").Default("").Comment("When it was last found to be another than before, in UTC; empty where it never was."),
	}
}

// Indexes of DocumentFile.
func (DocumentFile) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "url").Unique()}
}

// Annotations of DocumentFile.
func (DocumentFile) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
