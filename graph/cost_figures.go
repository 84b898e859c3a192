package graph

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/internal/figures"
)

// What figures cost, so that the most that 20,000 points can buy takes about as long whatever is bought. Figures that are
// not kept read the whole list: all that a council or the country has, or what hangs on one person, committee or meeting.
const (
	pointsFigures      = 10   // aggregate, and groupBy beside its groups
	pointsQuick        = 80   // figures that an index holds: one statement
	pointsWide         = 3000 // figures over a list of the root or of a council
	pointsNarrow       = 200  // figures over a list of anything else
	pointsWideGroups   = 7000
	pointsNarrowGroups = 400

	// Empty periods: beside time alone, beside one more dimension that is kept, beside others.
	pointsFilled, pointsFilledKept, pointsFilledAll = 100, 2000, 8000
	// A sample looks for the nodes of one group in the list.
	pointsSampleNarrow, pointsSampleKept, pointsSampleWide = 30, 200, 500

	// What people were part of.
	pointsDecisions = 30  // decisions
	pointsDecision  = 3   // each of them, beside the resolution
	pointsParts     = 50  // where only some parts count: all that the person has are looked through
	pointsSifted    = 200 // where a resolution must fulfil something: so is each of them
	pointsPerson    = 60  // attendanceRate, agreement: a person's attendances or votes are read and compared
	pointsFetched   = 20  // lastFetchedAt of what is covered: one statement
)

// listed is a list whose figures are asked for.
type listed struct {
	kind  figures.Kind
	wide  bool // all that a council or the country has
	whole bool // without a filter
}

// listOf is what is known of a connection before it is read.
func listOf(f *ast.Field, given map[string]any) listed {
	l := listed{whole: given["where"] == nil}
	if f.Definition != nil {
		l.kind, _ = figures.ByName(strings.TrimSuffix(f.Definition.Type.Name(), "Connection"))
	}
	if of := f.ObjectDefinition; of != nil {
		l.wide = of.Name == "Query" || of.Name == "Council"
	}
	return l
}

// figures is what aggregate or groupBy cost beside the nodes that they show, and what each of their samples costs.
func (l listed) figures(p *pricing, m *merged) (points, sample int) {
	given := m.field.ArgumentMap(p.variables)
	by := l.dimensions(given["by"])
	kept := l.kept(by)
	switch {
	case m.field.Name == "aggregate":
		return pointsFigures + l.aggregate(p, m.below), 0
	case kept && l.counts(p, m.below, given):
		points, sample = pointsFigures, pointsSampleKept
	case l.wide:
		points, sample = pointsFigures+pointsWideGroups, pointsSampleWide
	default:
		points, sample = pointsFigures+pointsNarrowGroups, pointsSampleNarrow
	}
	if filled, _ := given["fill"].(bool); filled {
		switch {
		case len(by) == 1:
			points += pointsFilled
		case kept && len(by) == 2:
			points += pointsFilledKept
		default:
			points += pointsFilledAll
		}
	}
	return points, sample
}

// dimensions are those that a list is grouped by.
func (l listed) dimensions(by any) []figures.Dimension {
	var out []figures.Dimension
	for _, n := range values(by) {
		name, _ := n.(string)
		if d, ok := l.kind.Dimension(name); ok {
			out = append(out, d)
		}
	}
	return out
}

// values are those of a list, or the one that stands for a list of one: among variables the library makes it a list of its
// own type.
func values(given any) []any {
	switch given := given.(type) {
	case []any:
		return given
	case []string:
		return []any{given[0]}
	case []map[string]any:
		return []any{given[0]}
	default:
		return []any{given}
	}
}

// kept says whether counts by these dimensions are kept: see internal/figures.
func (l listed) kept(by []figures.Dimension) bool {
	if !l.wide || !l.whole {
		return false
	}
	committee, period := false, false
	for _, d := range by {
		switch {
		case d.Name == "COMMITTEE":
			committee = true
		case d.Period != figures.None:
			period = true
		case d.Name != "COUNCIL" && d.Name != l.kind.Value:
			return false
		}
	}
	return !committee || !period
}

// aggregate is what figures over the whole list cost.
func (l listed) aggregate(p *pricing, sets []ast.SelectionSet) int {
	points := 0
	for _, child := range p.merge(sets) {
		switch f := child.field; {
		case f.Name == "count" || f.Name == "__typename":
		case f.Name == "date" && len(l.kind.Home) == 0 && l.wide,
			f.Name == "countDistinct" && l.kept(l.dimensions(f.ArgumentMap(p.variables)["of"])):
			points += pointsQuick
		case l.wide:
			return pointsWide
		default:
			return pointsNarrow
		}
	}
	return points
}

// counts says whether groups are asked for nothing but their number.
func (l listed) counts(p *pricing, sets []ast.SelectionSet, given map[string]any) bool {
	if having, ok := given["having"].(map[string]any); ok {
		for name := range having {
			if name != "count" {
				return false
			}
		}
	}
	for _, o := range values(given["orderBy"]) {
		order, _ := o.(map[string]any)
		if field, _ := order["field"].(string); strings.HasSuffix(field, "_MIN") || strings.HasSuffix(field, "_MAX") || strings.HasSuffix(field, "_AVG") || strings.HasSuffix(field, "_SUM") {
			return false
		}
	}
	only := func(child *merged) bool {
		return !slices.ContainsFunc(p.merge(child.below), func(m *merged) bool { return m.field.Name != "count" && m.field.Name != "__typename" })
	}
	for _, child := range p.merge(sets) {
		nodes := child.below
		switch child.field.Name {
		case "edges":
			nodes = nil
			for _, below := range p.merge(child.below) {
				nodes = append(nodes, below.below...)
			}
		case "nodes":
		default:
			continue
		}
		for _, m := range p.merge(nodes) {
			if m.field.Name == "aggregate" && !only(m) {
				return false
			}
		}
	}
	return true
}

// decisions is what a page of a person's decisions costs beside the resolutions.
func decisions(given map[string]any, page int) int {
	points := pointsDecisions + pointsDecision*page
	if given["how"] != nil {
		points += pointsParts
	}
	if given["where"] != nil {
		points += pointsSifted
	}
	return points
}
