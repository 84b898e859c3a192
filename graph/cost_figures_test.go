package graph_test

import "testing"

// Figures cost what they take: little where they are kept, more where a list is read, most where groups are made of it.
// A choice among the variables is reckoned each time.
func TestPrice_figures(t *testing.T) {
	a := newAPI(t)
	const chosen = `query ($by: [ResolutionDimension!]!) { resolutions { groupBy(by: $by, first: 1) { totalCount } } rateLimit { cost } }`
	const one = `query ($by: ResolutionDimension!) { resolutions { groupBy(by: [$by], first: 1) { totalCount } } rateLimit { cost } }`
	const ordered = `query ($by: [ResolutionGroupOrder!]) { resolutions { groupBy(by: [KIND], first: 1, orderBy: $by) { totalCount } } rateLimit { cost } }`
	for _, c := range []struct {
		query string
		by    any
		want  float64
	}{
		{`{ resolutions { aggregate { count } } rateLimit { cost } }`, nil, 13},
		{`{ resolutions { aggregate { date { min max } } } rateLimit { cost } }`, nil, 94},
		{`{ resolutions { aggregate { countDistinct(of: KIND) } } rateLimit { cost } }`, nil, 93},
		{`{ resolutions { aggregate { countDistinct(of: MOVER) } } rateLimit { cost } }`, nil, 3013},
		{`{ resolutions(where: {position: 1}) { aggregate { countDistinct(of: KIND) } } rateLimit { cost } }`, nil, 3013},
		{`{ council(slug: "bromley") { meetings { aggregate { date { max } } } } rateLimit { cost } }`, nil, 95},
		{`{ people(first: 2) { nodes { participations { aggregate { date { max } } } } } rateLimit { cost } }`, nil, 430},
		{chosen, []any{"KIND"}, 18}, {chosen, []any{"MOVER"}, 7018}, {chosen, "MOVER", 7018},
		{ordered, []any{map[string]any{"field": "COUNT"}}, 18}, {ordered, map[string]any{"field": "DATE_MAX"}, 7018},
		{one, "KIND", 18}, {one, "MOVER", 7018}, {one, "KIND", 18},
		{`{ resolutions { groupBy(by: [COUNCIL, MONTH], fill: true) { totalCount } } rateLimit { cost } }`, nil, 2018},
		{`{ resolutions { groupBy(by: [MONTH], first: 2) { nodes { aggregate { count } sample(first: 3) { id } } } } rateLimit { cost } }`, nil, 423},
		{`{ resolutions { groupBy(by: [MONTH], first: 2) { nodes { aggregate { count date { max } } } } } rateLimit { cost } }`, nil, 7019},
		{`{ resolutions { groupBy(by: [MONTH], first: 2, orderBy: [{field: DATE_MAX}]) { totalCount } } rateLimit { cost } }`, nil, 7018},
		{`{ people(first: 1) { nodes { decisions(first: 2, how: [MOVER], where: {position: 1}) { totalCount } } } rateLimit { cost } }`, nil, 295},
		{`{ people(first: 1) { nodes { attendanceRate { rate } } } rateLimit { cost } }`, nil, 64},
	} {
		variables := map[string]any{}
		if c.by != nil {
			variables["by"] = c.by
		}
		if got := at(a.ask(t, c.query, variables), "rateLimit", "cost"); got != c.want {
			t.Errorf("%s with %v costs %v, want %v", c.query, c.by, got, c.want)
		}
	}
}
