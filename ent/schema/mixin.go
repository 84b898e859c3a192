// Package schema is the shape of the graph: one file for each kind of node.
//
// Every comment here is also the description that a user of the API reads.
package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
)

// Keyed gives a node its natural key. The key is computed from what is known of the thing, is never
// null and is unique, so that a second import finds the row instead of doubling it.
type Keyed struct{ mixin.Schema }

// Fields of Keyed.
func (Keyed) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").Unique().NotEmpty().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("What the thing is known by in the store; not part of the API."),
	}
}

// Addressed gives a node its lasting address.
type Addressed struct{ mixin.Schema }

// Fields of Addressed.
func (Addressed) Fields() []ent.Field {
	return []ent.Field{
		field.String("uri").Unique().NotEmpty().Annotations(entgql.Type("URI")).
			Comment("Lasting address of this thing on any server of this graph, such as /id/bromley/executive/2017-01-11/152. It stays the same when the graph is rebuilt, which an id does not."),
	}
}

// sortKey is a folded text that a list is ordered by: never null, compared byte by byte.
func sortKey(name string) ent.Field {
	return field.String(name).Default("").Annotations(entgql.Skip(entgql.SkipAll)).
		Comment("Key that lists are ordered by; not part of the API.")
}

// date is a calendar day as text, 2017-01-11, null where the source does not state it.
func date(name, comment string) ent.Field {
	return field.String(name).Optional().Nillable().Annotations(entgql.Type("Date")).Comment(comment)
}

// text is a text that a page may leave out.
func text(name, comment string) ent.Field {
	return field.Text(name).Optional().Nillable().Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment(comment)
}

// label is a short text that a page may leave out and that a query can match as a whole.
func label(name, comment string) ent.Field {
	return field.String(name).Optional().Nillable().Comment(comment)
}

// note is a short text that a page may leave out and that nobody filters by.
func note(name, comment string) ent.Field {
	return field.String(name).Optional().Nillable().Annotations(entgql.Skip(entgql.SkipWhereInput)).Comment(comment)
}

// link is the column of a to-one relation: it filters by id, and the relation itself shows the node.
func link(name string) ent.Field {
	return field.Int(name).Annotations(entgql.Type("ID"), entgql.Skip(entgql.SkipType))
}

// looseLink is a link that a page may leave out.
func looseLink(name string) ent.Field {
	return field.Int(name).Optional().Nillable().Annotations(entgql.Type("ID"), entgql.Skip(entgql.SkipType))
}

// unsettled says why a naming leads to no person.
func unsettled() ent.Field {
	return field.Enum("unsettled").NamedValues("Candidates", "CANDIDATES", "RoleOnly", "ROLE_ONLY", "Unknown", "UNKNOWN").
		Optional().Nillable().Comment("Why it is not settled who the person is. Null where it is settled.")
}

// candidateKeys are the keys of the people who could be meant, parted by blanks.
func candidateKeys() ent.Field {
	return field.Text("candidate_keys").Optional().Nillable().Annotations(entgql.Skip(entgql.SkipAll)).
		Comment("Keys of the people who could be meant, parted by blanks; not part of the API.")
}

// naming is the naming on a page that settles, or fails to settle, who the person is.
func naming() ent.Field {
	return field.String("naming").Optional().Nillable().Annotations(entgql.Skip(entgql.SkipAll)).
		Comment("The naming from which the person follows; not part of the API.")
}
