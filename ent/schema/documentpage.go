package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// DocumentPage is the text of one page of a document's file, kept apart so that documents do not drag it along. A page without text has
// no row.
type DocumentPage struct{ ent.Schema }

// Fields of DocumentPage.
func (DocumentPage) Fields() []ent.Field {
	return []ent.Field{
		field.Int("file_id").Comment("Id of the DocumentFile."),
		field.Int("number").Comment("Which page of the file it is, from 1."),
		field.Text("text").Comment("The text of the page, without what is private."),
	}
}

// Indexes of DocumentPage.
func (DocumentPage) Indexes() []ent.Index {
	return []ent.Index{index.Fields("file_id", "number").Unique()}
}

// Annotations of DocumentPage.
func (DocumentPage) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
