package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
)

// node is what every kind of node of the API is annotated with: its description, and a list at the
// root of the API.
func node(about, list string) []schema.Annotation {
	return []schema.Annotation{
		schema.Comment(about), entsql.WithComments(false),
		entgql.RelayConnection(), entgql.QueryField().Description(list), entgql.MultiOrder(),
	}
}

// leaf is a kind of node that is reached from others and has no list at the root.
func leaf(about string) []schema.Annotation {
	return []schema.Annotation{
		schema.Comment(about), entsql.WithComments(false), entgql.RelayConnection(), entgql.MultiOrder(),
	}
}

// Evident marks a kind of node whose facts are read from sources, each with its evidence.
type Evident struct {
	Read bool // always true; the generator takes an empty annotation for none
}

// Name of the annotation.
func (Evident) Name() string { return "Evident" }

// read marks the annotations of a kind of node as read from sources.
func read(a []schema.Annotation) []schema.Annotation { return append(a, Evident{Read: true}) }

// Searched marks a kind of node whose lists can be filtered by the words of its text.
type Searched struct {
	Words bool // always true; the generator takes an empty annotation for none
}

// Name of the annotation.
func (Searched) Name() string { return "Searched" }
