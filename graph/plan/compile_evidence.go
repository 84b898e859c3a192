package plan

import (
	"github.com/99designs/gqlgen/graphql"

	"councilgraph/ent"
	"councilgraph/ent/evidence"
	"councilgraph/ent/source"
)

// evidenceRelations are the fields of nodes that are read from sources. Evidence belongs to its node by an id that is
// unique over all kinds, so that ent knows of no relation.
func evidenceRelations() map[string]*ent.Relation {
	statements := &ent.Relation{To: "Evidence", Many: true, Column: evidence.FieldSubjectID, Position: evidence.FieldRank}
	return map[string]*ent.Relation{"evidence": statements, "allEvidence": statements, "sources": statements, "webUrl": statements}
}

// attested compiles a field about the sources of a node.
func (b *builder) attested(l *level, n *node, f graphql.CollectedField) (*list, error) {
	made := &list{relation: b.c.evidence[f.Name], level: newLevel(b.c.kinds["Evidence"]), name: n.kind.Name + "." + f.Name, key: n.id}
	b.arguments(made, n.kind.Name, f)
	l.lists = append(l.lists, made)
	table := 0
	switch f.Name {
	case "evidence":
		made.shape = first
	case "sources", "webUrl":
		made.shape = distinct
		table, _ = made.level.join(b.c.kinds["Source"], 0, evidence.FieldSourceID)
	}
	if f.Name == "webUrl" {
		made.shape, made.text = firstText, made.level.text(table, source.FieldURL, asText)
		return made, nil
	}
	var err error
	made.node, err = b.node(made.level, table, f.Selections)
	return made, err
}
