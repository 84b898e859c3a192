package aggregate

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/contrib/entgql"

	"councilgraph/graph/model"
	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
)

// The limits of a grouping.
const (
	maxDimensions = 3
	maxGroups     = 100     // on one page
	maxPeriods    = 1200    // that fill adds up to: a hundred years of months
	maxFilled     = 100_000 // groups with the empty ones
)

// Args are the arguments of groupBy.
type Args struct {
	By      []Dimension
	Having  *Having
	OrderBy []*Order
	First   int
	After   *string
	Fill    bool
}

// grouping is a checked groupBy.
type grouping struct {
	*Set
	by       []figures.Dimension
	measures []measure // that are computed for each group
	having   []comparison
	terms    []term
	first    int
	after    []any                  // values of the terms, nil for the first page
	list     func() (string, error) // its name in cursors
	period   int                    // place in by of the period to fill, -1 for none
}

// term is one order of the groups. The last terms are the keys, in the direction of the last order, so that the order is total.
type term struct {
	measure measure // "" for a key
	key     int     // place in by
	sorted  bool    // by the order of the nodes that the key leads to, not by their ids
	desc    bool
}

func mistake(argument, format string, args ...any) error {
	return &model.InputError{Argument: argument, Message: argument + ": " + fmt.Sprintf(format, args...)}
}

// grouping checks the arguments; want are the measures that the query asks for.
func (s *Set) grouping(ctx context.Context, a Args, want []measure) (*grouping, error) {
	g := &grouping{Set: s, first: a.First, period: -1, having: a.Having.comparisons()}
	if err := relay.Within("first", a.First, maxGroups); err != nil {
		return nil, err
	}
	if err := g.dimensions(a); err != nil {
		return nil, err
	}
	if err := g.order(a.OrderBy); err != nil {
		return nil, err
	}
	add := func(m measure) {
		if !slices.Contains(g.measures, m) {
			g.measures = append(g.measures, m)
		}
	}
	add(count)
	for _, m := range want {
		add(m)
	}
	for _, c := range g.having {
		add(c.of)
	}
	for _, t := range g.terms {
		if t.measure != "" {
			add(t.measure)
		}
	}
	return g, g.open(ctx, a)
}

func (g *grouping) dimensions(a Args) error {
	switch n := len(a.By); {
	case n == 0:
		return mistake("by", "names no dimension; name one to %d", maxDimensions)
	case n > maxDimensions:
		return &relay.Error{Code: relay.DimensionLimitExceeded, Limit: maxDimensions, Actual: n, Message: fmt.Sprintf("by names %d dimensions; at most %d go together", n, maxDimensions)}
	}
	for i, name := range a.By {
		d, ok := g.kind.Dimension(string(name))
		switch {
		case !ok:
			return mistake("by", "%s is no dimension of %s", name, g.kind.Plural)
		case slices.Index(a.By, name) < i:
			return mistake("by", "names %s twice; name each dimension once", name)
		case d.Period != figures.None && g.period >= 0:
			return mistake("by", "names two periods, %s and %s; the shorter one tells the longer", g.by[g.period].Name, name)
		case d.Period != figures.None:
			g.period = i
		}
		g.by = append(g.by, d)
	}
	if a.Fill && g.period < 0 {
		return mistake("fill", "adds empty periods, and by names none; add MONTH, QUARTER or YEAR to by, or leave fill out")
	}
	if !a.Fill {
		g.period = -1
	}
	return nil
}

// order turns the orders into terms. Where none is given the largest group comes first.
func (g *grouping) order(orders []*Order) error {
	if len(orders) == 0 {
		orders = []*Order{{Field: "COUNT", Direction: entgql.OrderDirectionDesc}}
	}
	seen := map[OrderField]bool{}
	for _, o := range orders {
		if seen[o.Field] {
			return &relay.Error{Code: relay.InvalidOrder, Message: fmt.Sprintf("orderBy names %s twice; name each order once", o.Field)}
		}
		seen[o.Field] = true
		t := term{desc: o.Direction == entgql.OrderDirectionDesc}
		if o.Field == "COUNT" {
			t.measure = count
		} else if at := slices.IndexFunc(g.by, func(d figures.Dimension) bool { return d.Name == string(o.Field) }); at >= 0 {
			t.key, t.sorted = at, g.by[at].Node()
		} else if _, ok := g.kind.Dimension(string(o.Field)); ok {
			return &relay.Error{Code: relay.InvalidOrder, Message: fmt.Sprintf("orderBy names %s, which by does not; add it to by or order by something else", o.Field)}
		} else {
			of, how, _ := strings.Cut(strings.ToLower(string(o.Field)), "_")
			t.measure = measure(of + "." + how)
		}
		g.terms = append(g.terms, t)
	}
	desc := g.terms[len(g.terms)-1].desc
	for i := range g.by {
		if !slices.ContainsFunc(g.terms, func(t term) bool { return t.measure == "" && t.key == i && !t.sorted }) {
			g.terms = append(g.terms, term{key: i, desc: desc})
		}
	}
	return nil
}
