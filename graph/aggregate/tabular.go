package aggregate

import "councilgraph/internal/figures"

// Rows is the statement that gives the groups, with one row more than the page has; see plan.Tabular.
func (p *Groups) Rows() (text string, args []any, most int, err error) {
	statement := p.worded(p.grouping.statement, p.source)
	text, args = statement.Query()
	return text, args, p.grouping.first, statement.Err()
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
