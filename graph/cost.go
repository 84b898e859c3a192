package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

// What a query costs, in points. A node costs one and its scalars nothing; what a list selects counts as often
// as the list can have entries. The rest is what a database has to work for.
const (
	usualList      = 10   // entries that a plain list counts as, where no first is passed: it is small by nature
	pointsCount    = 5    // totalCount
	valuesPerPoint = 10   // values of a filter that cost a point
	pointsWalk     = 20   // a condition that no index serves
	pointsFile     = 2    // the file of a document, which is looked up by its address
	pointsFilePage = 4    // the text of one of its pages
	namesPerPoint  = 1000 // bytes of the names of scalars, for each node, that cost a point
	nameBytesMore  = 20   // of each name, beside its letters: what else a scalar takes
	perDescription = 50   // objects and values of the schema that cost a point

	// search: it ranks thousands of texts to show a few. On the sample it takes longer than a query of lists that
	// costs 5,000 points; three of them are the most that a query may have.
	pointsSearch = 500
)

// price is what a query asks for.
type price struct {
	points       int // what it costs
	nodes        int // entries that it can give, lists within lists multiplied
	searches     int // how often it searches
	descriptions int // objects and values of the schema that it can give
}

// priceKey is where an operation keeps its price.
const priceKey = "price"

// pricing reckons the price of one operation.
type pricing struct {
	limits    *limits.Limits
	schema    *ast.Schema
	variables map[string]any
	sizes     introspected
	in        listed // the list that is looked at, and what a sample of its groups costs
	sample    int
}

// operation is the price of the whole. Prevalidation has bounded the number of selections, so that each can be
// looked at.
func (p *pricing) operation(op *ast.OperationDefinition) (price, *gqlerror.Error) {
	total, err := p.selections([]ast.SelectionSet{op.SelectionSet})
	total.points = max(1, total.points+total.descriptions/perDescription)
	return total, err
}

// selections is the price of what is selected of one node.
func (p *pricing) selections(sets []ast.SelectionSet) (price, *gqlerror.Error) {
	var total price
	names := 0
	for _, m := range p.merge(sets) {
		one, err := p.field(m)
		if err != nil {
			return price{}, err
		}
		total.add(one, 1)
		if len(m.below) == 0 {
			names += len(m.field.Alias) + nameBytesMore
		}
	}
	total.points += names / namesPerPoint
	return total, nil
}

func (p *pricing) field(m *merged) (price, *gqlerror.Error) {
	f := m.field
	if f.Name == "__schema" || f.Name == "__type" {
		return price{points: 1, descriptions: p.introspection(m)}, nil
	}
	var given map[string]any
	var own price
	if len(f.Arguments) > 0 {
		given = f.ArgumentMap(p.variables)
		values, err := arguments(f, given, p.limits)
		if err != nil {
			return price{}, err
		}
		own.points = values / valuesPerPoint
	}
	switch f.Name {
	case "totalCount":
		own.points += pointsCount
	case "aggregate":
		if !strings.HasSuffix(f.ObjectDefinition.Name, "Group") { // that of a group comes with the groups
			points, _ := p.in.figures(p, m)
			own.points += points
		}
	case "search":
		own.points += pointsSearch
		own.searches++
	case "sample":
		own.points += p.sample
	case "attendanceRate", "agreement":
		own.points += pointsPerson
	case "lastFetchedAt":
		own.points += pointsFetched
	case "file":
		own.points += pointsFile
	}
	if !p.composite(f) {
		return own, nil
	}
	size, list := p.entries(f, given)
	if list && f.Definition.Type.Elem == nil {
		return p.within(m, given, own, size)
	}
	one, err := p.selections(m.below)
	one.points++
	if list {
		one.nodes++
	}
	if f.Name == "pages" {
		one.points += pointsFilePage
	}
	own.add(one, size)
	return own, err
}

// within is the price of a page, and of the figures of its list.
func (p *pricing) within(m *merged, given map[string]any, own price, page int) (price, *gqlerror.Error) {
	in, sample := p.in, p.sample
	defer func() { p.in, p.sample = in, sample }()
	switch f := m.field; f.Name {
	case "groupBy":
		points := 0
		points, p.sample = p.in.figures(p, m)
		own.points += points
	case "decisions":
		own.points += decisions(given, page)
		p.in = listed{}
	default:
		p.in = listOf(f, given)
	}
	return p.connection(m, own, page)
}

// connection is the price of a page: what edges and nodes select counts for each entry, the rest once.
func (p *pricing) connection(m *merged, own price, page int) (price, *gqlerror.Error) {
	own.points++
	listed := false
	for _, child := range p.merge(m.below) {
		name := child.field.Name
		if name != "edges" && name != "nodes" {
			one, err := p.field(child)
			if err != nil {
				return price{}, err
			}
			own.add(one, 1)
			continue
		}
		one, err := p.selections(child.below)
		if err != nil {
			return price{}, err
		}
		if name == "nodes" {
			one.points++
		} else {
			one.points = max(1, one.points)
		}
		if !listed {
			one.nodes++ // edges and nodes show the same entries
		}
		listed = true
		own.add(one, page)
	}
	return own, nil
}

// composite says whether a field gives objects.
func (p *pricing) composite(f *ast.Field) bool {
	if f.Definition == nil {
		return false
	}
	def := p.schema.Types[f.Definition.Type.Name()]
	return def != nil && def.IsCompositeType()
}

// add adds another price, times over. Sums stop at tooMany.
func (a *price) add(b price, times int) {
	a.points = saturated(a.points, b.points, times)
	a.nodes = saturated(a.nodes, b.nodes, times)
	a.searches = saturated(a.searches, b.searches, times)
	a.descriptions = saturated(a.descriptions, b.descriptions, times)
}

func saturated(a, b, times int) int {
	if times > 0 && b > (tooMany-a)/times {
		return tooMany
	}
	return a + b*times
}
