package plan

import (
	"slices"
	"sync"

	"councilgraph/ent"
)

// maxJoins is how many relations one statement joins. Those beyond it are read by a statement of their own, so that
// planning stays cheap.
const maxJoins = 10

// level is the rows of one kind of node, as they are needed in one place of a query.
type level struct {
	kind   *ent.Kind
	tables []joined // the first is the kind's own
	keys   []column // ids, and columns that name others
	texts  []column // values of the answer
	// What is read when the rows are there: for the nodes whose ids are in a column of keys.
	lists []*list
	refs  []*ref
	calls []*call
	// The statements that read rows by their ids, worded when they are first needed.
	worded        sync.Once
	byOne, bySome string
}

// joined is one table of a level's statements.
type joined struct {
	kind   *ent.Kind
	from   int    // the table that leads to it
	column string // and the column there that names its rows
}

// column is one column of a level's rows.
type column struct {
	table int
	name  string
	as    encoding // of texts
}

func newLevel(kind *ent.Kind) *level {
	l := &level{kind: kind, tables: []joined{{kind: kind}}}
	l.key(0, "id")
	return l
}

// key is where the rows hold the column, a number.
func (l *level) key(table int, name string) int {
	return place(&l.keys, column{table: table, name: name})
}

// text is where the rows hold the column, as it stands in the answer.
func (l *level) text(table int, name string, as encoding) int {
	return place(&l.texts, column{table, name, as})
}

func place(in *[]column, c column) int {
	if i := slices.Index(*in, c); i >= 0 {
		return i
	}
	*in = append(*in, c)
	return len(*in) - 1
}

// join is the table of those that the column of a table names; ok is false where there are too many tables.
func (l *level) join(kind *ent.Kind, from int, name string) (table int, ok bool) {
	wanted := joined{kind, from, name}
	if i := slices.Index(l.tables, wanted); i > 0 {
		return i, true
	}
	if len(l.tables) > maxJoins {
		return 0, false
	}
	l.tables = append(l.tables, wanted)
	return len(l.tables) - 1, true
}

// ref is a relation to one node that is read by a statement of its own.
type ref struct {
	key   int // the column of keys that names the node
	level *level
	node  *node
}

// call is a field that a resolver gives.
type call struct {
	key   int // the column of keys with the ids of the nodes that are asked
	kind  *ent.Kind
	field *goField
}
