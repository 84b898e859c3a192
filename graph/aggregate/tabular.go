package aggregate

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/figures"
	"councilgraph/internal/rows"
)

// Rows is the statement that gives the groups, with one row more than the page has. Its rows go on with what is beside them where they are
// figures as they stand: other groups are found by statements that take longer than reading the nodes afterwards does, and so does
// SQLite's, which would sort them once more. See plan.Tabular.
func (p *Groups) Rows(beside *rows.Beside) (text string, args []any, most, from int, err error) {
	g, by := p.grouping, p.grouping.statement
	if beside != nil && p.source.groups == nil && g.whole.Dialect == dialect.Postgres {
		from = len(g.by) + len(g.measures)
		by = func(source) *sql.Builder { return g.page(beside) }
	}
	statement := p.worded(by, p.source)
	text, args = statement.Query()
	return text, args, g.first, from, statement.Err()
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
