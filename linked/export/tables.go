package export

import (
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"councilgraph/ent"
	"councilgraph/ent/migrate"
)

// table is what is exported of one kind of node: what the API shows of it.
type table struct {
	// kind is its name in the API, name that of its table.
	kind, name string
	columns    []column
	// within says how its rows are found that belong to a council: by council_id, by id (the council itself), by source_id
	// (through the source).
	within string
}

// column is one value of a row.
type column struct {
	// name is that in the API, stored that of the table's column.
	name, stored string
	kind         valueKind
	null         bool
	// from is the table in which a relation's address is looked up, "" for the row's own values; by is then the column that
	// leads there.
	from, by string
	// to is the table whose ids it holds, "" for none.
	to string
}

type valueKind byte

const (
	textValue valueKind = iota
	intValue
	floatValue
	boolValue
	idValue // of a node: a number that the API writes as a text
)

// kinds are all kinds that are exported, a kind behind those that it leads to as far as that can be. The feed of changes is left
// out: it tells of a database's history, and whoever has a copy reads on in the API from its version.
func kinds() []string {
	return []string{
		"Council", "Committee", "Ward", "Party", "Person", "PersonName", "PersonIdentifier", "Term", "Membership", "Office",
		"Meeting", "Attendance", "Issue", "AgendaItem", "Resolution", "Motion", "VoteEvent", "Vote", "Participation", "Declaration",
		"Document", "Amount", "Reference", "Decision", "Source", "Evidence", "Failure",
	}
}

// extra are columns that the API shows in another way than as a field of the kind.
func extra(kind string) map[string]string {
	if kind == "Evidence" {
		return map[string]string{"subject_id": "subjectId", "subject_type": "subjectType"}
	}
	return nil
}

// tables are the tables of all kinds, from the schema that they are stored by.
func tables() ([]table, error) {
	stored := map[string]*schema.Table{}
	for _, t := range migrate.Tables {
		stored[t.Name] = t
	}
	all := ent.Kinds()
	out := make([]table, 0, len(all))
	for _, name := range kinds() {
		k := all[name]
		if k == nil || stored[k.Table] == nil {
			return nil, fmt.Errorf("there is no kind %s", name)
		}
		out = append(out, tableOf(k, stored[k.Table], all))
	}
	return out, nil
}

func tableOf(k *ent.Kind, stored *schema.Table, all map[string]*ent.Kind) table {
	t := table{kind: k.Name, name: k.Table, within: "council_id"}
	switch k.Name {
	case "Council":
		t.within = "id"
	case "Evidence":
		t.within = "source_id"
	}
	names := map[string]string{}
	for api, stored := range k.Columns {
		names[stored] = api
	}
	for stored, api := range extra(k.Name) {
		names[stored] = api
	}
	relations := map[string]string{} // by column
	for name, r := range k.Relations {
		if !r.Many {
			relations[r.Column] = name
		}
	}
	var links []column
	for _, c := range stored.Columns {
		if name, ok := relations[c.Name]; ok {
			to := all[k.Relations[name].To]
			links = append(links, column{name: name + "Id", stored: c.Name, kind: idValue, null: c.Nullable, to: to.Table})
			if to.Columns["uri"] != "" {
				links = append(links, column{name: name + "Uri", stored: "uri", kind: textValue, null: true, from: to.Table, by: c.Name})
			}
			continue
		}
		name, ok := names[c.Name]
		if !ok {
			continue
		}
		t.columns = append(t.columns, column{name: name, stored: c.Name, kind: kindOf(c, name), null: c.Nullable})
	}
	t.columns = append(t.columns, links...)
	// The address stands beside the id, whatever place it has in the table.
	slices.SortStableFunc(t.columns, func(a, b column) int { return lead(a) - lead(b) })
	return t
}

func lead(c column) int {
	switch {
	case c.from == "" && c.name == "id":
		return 0
	case c.from == "" && c.name == "uri":
		return 1
	}
	return 2
}

func kindOf(c *schema.Column, name string) valueKind {
	switch {
	case name == "id" || name == "subjectId":
		return idValue
	case c.Type == field.TypeBool:
		return boolValue
	case c.Type.Float():
		return floatValue
	case c.Type.Integer():
		return intValue
	}
	return textValue
}
