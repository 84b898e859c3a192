package aggregate

import (
	"slices"

	"councilgraph/internal/figures"
)

// Rows is the statement that gives the groups, with one row more than the page has; see plan.Tabular.
func (p *Groups) Rows() (text string, args []any, most int) {
	text, args = p.worded(p.grouping.statement, p.source).Query()
	return text, args, p.grouping.first
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
		at = slices.Index(g.measures, measure(path[1]))
		return len(g.by) + at, "", at >= 0 && path[1] == string(count)
	}
	return 0, "", false
}

// Unsure says that a page without rows may be one of groups of which no figures are kept; see plan.Tabular.
func (p *Groups) Unsure() bool { return p.source.unsure }
