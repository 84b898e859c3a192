package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
)

// Content is what a source held, kept apart so that lists of sources do not drag it along.
type Content struct{ ent.Schema }

// Fields of Content.
func (Content) Fields() []ent.Field {
	return []ent.Field{
		field.String("sha256").Unique().NotEmpty().Comment("SHA-256 of the bytes as received."),
		field.Bytes("bytes").Comment("The bytes after redaction, compressed with gzip."),
		field.Text("text").Comment("The rendering that was read, in which evidence counts its places."),
	}
}

// Annotations of Content.
func (Content) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
