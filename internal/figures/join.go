package figures

import (
	"strings"

	"entgo.io/ent/dialect/sql"
)

// Joins joins to a query the rows that columns stand in, each path once.
type Joins struct {
	query  *sql.Selector
	joined map[string]*sql.SelectTable
}

// NewJoins joins to this query, whose rows are a kind's nodes.
func NewJoins(query *sql.Selector) *Joins { return &Joins{query, map[string]*sql.SelectTable{}} }

// Column is the column as the query calls it.
func (j *Joins) Column(c Column) string {
	if len(c.Path) == 0 {
		return j.query.C(c.Name)
	}
	return j.table(c.Path).C(c.Name)
}

func (j *Joins) table(path []Step) *sql.SelectTable {
	var names []string
	for _, s := range path {
		names = append(names, s.Column)
	}
	name := strings.Join(names, "_")
	if t := j.joined[name]; t != nil {
		return t
	}
	last := path[len(path)-1]
	t := sql.Dialect(j.query.Dialect()).Table(last.Table).As("of_" + name)
	from := j.Column(Column{path[:len(path)-1], last.Column})
	j.query.LeftJoin(t).On(from, t.C("id"))
	j.joined[name] = t
	return t
}
