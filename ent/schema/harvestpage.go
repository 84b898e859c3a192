package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// HarvestPage is a page of a council's site that harvests ask for, with what is known of it, so that only what can have
// changed is asked for again.
type HarvestPage struct{ ent.Schema }

// Fields of HarvestPage.
func (HarvestPage) Fields() []ent.Field {
	return []ent.Field{
		field.Int("council_id").Comment("Id of the council."),
		field.String("page").Comment("The page as it is asked for, behind the address of the council's system."),
		field.String("kind").Comment("What kind of page it is, such as meeting or issue."),
		field.String("state").Comment("What came of it last: taken, empty, gone, failed, or new where nobody has asked yet."),
		field.String("url").Default("").Comment("Canonical address of the version that was taken, empty for none."),
		field.String("about").Default("").Comment("The day that it is about, such as that of the meeting; empty where it is about none."),
		field.String("meeting").Default("").Comment("The source's number of the meeting that it is about, empty for none."),
		field.String("hint").Default("").Comment("What the list in which it stands said of it, so that a change there is seen."),
		field.String("etag").Default("").Comment("The ETag of the version that was taken."),
		field.String("last_modified").Default("").Comment("The Last-Modified of the version that was taken."),
		field.String("first_at").Comment("When it was first known of, in UTC."),
		field.String("asked_at").Comment("When it was asked for last, in UTC; empty where it is to be asked for at once, as where nobody has yet."),
		field.String("changed_at").Default("").Comment("When it was last found to be another than before, in UTC; empty where it never was."),
	}
}

// Indexes of HarvestPage.
func (HarvestPage) Indexes() []ent.Index {
	return []ent.Index{index.Fields("council_id", "page").Unique()}
}

// Annotations of HarvestPage.
func (HarvestPage) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll), entsql.WithComments(false)}
}
