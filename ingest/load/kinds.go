package load

import (
	"fmt"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"councilgraph/ent/migrate"
)

// kind is one kind of node that sources state, as the store keeps it. All of it is taken from the
// generated tables, so that there is no second list of columns.
type kind struct {
	name      string // as the API calls it: AgendaItem
	table     string
	columns   []column // without the id
	addressed bool     // has a uri
}

// column is one column of a kind.
type column struct {
	name     string
	kind     field.Type
	nullable bool
	refers   string // kind of the node that it leads to, "" for a plain value
}

// order is the kinds in the order in which their rows must be written: what a row leads to comes first.
var order = []struct{ name, table string }{
	{"Committee", "committees"}, {"Person", "persons"}, {"Ward", "wards"}, {"Party", "parties"}, {"Term", "terms"},
	{"Membership", "memberships"}, {"Office", "offices"}, {"Issue", "issues"}, {"Decision", "decisions"}, {"Meeting", "meetings"},
	{"AgendaItem", "agenda_items"}, {"Resolution", "resolutions"}, {"Attendance", "attendances"}, {"Declaration", "declarations"},
	{"Motion", "motions"}, {"VoteEvent", "vote_events"}, {"Vote", "votes"},
	{"Participation", "participations"}, {"Amount", "amounts"}, {"Document", "documents"}, {"Reference", "references"},
}

// kinds reads the generated tables: those that sources state, and the sources' own.
func kinds() (stated []*kind, source *kind, err error) {
	names := map[string]string{"councils": "Council"}
	for _, o := range order {
		names[o.table] = o.name
	}
	tables := map[string]*schema.Table{}
	for _, t := range migrate.Tables {
		tables[t.Name] = t
	}
	stated = make([]*kind, len(order))
	for i, o := range order {
		t := tables[o.table]
		if t == nil {
			return nil, nil, fmt.Errorf("no table %s in the schema", o.table)
		}
		stated[i] = newKind(o.name, t, names)
	}
	return stated, newKind("Source", tables["sources"], names), nil
}

func newKind(name string, t *schema.Table, names map[string]string) *kind {
	refers := map[string]string{}
	for _, fk := range t.ForeignKeys {
		refers[fk.Columns[0].Name] = names[fk.RefTable.Name]
	}
	k := &kind{name: name, table: t.Name}
	for _, c := range t.Columns {
		if c.Name == "id" || followed[t.Name][c.Name] {
			continue
		}
		k.addressed = k.addressed || c.Name == "uri"
		k.columns = append(k.columns, column{c.Name, c.Type, c.Nullable, refers[c.Name]})
	}
	return k
}
