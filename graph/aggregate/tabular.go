package aggregate

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
	"councilgraph/internal/rows"
)

// Rows is the statement that gives the groups, with one row more than the page has; see plan.Tabular.
func (p *Groups) Rows(beside *rows.Beside) (text string, args []any, most int, err error) {
	by := p.grouping.statement
	if beside != nil {
		by = func(source) *sql.Builder { return p.grouping.page(beside) }
	}
	statement := p.worded(by, p.source)
	text, args = statement.Query()
	return text, args, p.grouping.first, statement.Err()
}

// Beside is where rows hold what is beside them. All groups would have to be found to join others, where they are not the figures as
// they stand, and SQLite joins no faster than it looks up; see plan.Tabular.
func (p *Groups) Beside() (at int, ok bool) {
	return len(p.grouping.by) + 1, p.source.groups == nil && p.grouping.whole.Dialect == dialect.Postgres
}

// Column is where the rows have what stands in a group's key, or how many it has; see plan.Tabular.
func (p *Groups) Column(path []string) (at int, after string, ok bool) {
	g := p.grouping
	if len(path) != 2 {
		return 0, "", false
	}
	switch path[0] {
	case "key":
		for i, d := range g.by {
			if d.Field != path[1] || d.Type == "Boolean" { // the databases store those in ways of their own
				continue
			}
			if d.Period != figures.None {
				after = firstDay
			}
			return i, after, true
		}
	case "aggregate":
		return len(g.by), "", path[1] == string(count) // the first measure of all groupings
	}
	return 0, "", false
}

// Kept says that the groups are figures that are kept, if any are; see plan.Tabular.
func (p *Groups) Kept() bool { return p.source.unsure }
