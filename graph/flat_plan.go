package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// flatPlan says how a query's answer becomes rows: one for each entry of its one list.
type flatPlan struct {
	list    []string // names that lead from the data to the list
	columns []column
	paged   *ast.Field // the connection that the list is a page of, nil for a plain list
	page    []string   // names that lead to the connection
}

// column is one column of the rows.
type column struct {
	name  string   // names of the answer, joined with a dot
	path  []string // the same
	outer bool     // it stands around the list, and is the same in each row
}

// planRows looks for the one list of a query, and for what a row holds. It refuses what is no table.
func planRows(op *graphql.OperationContext) (*flatPlan, *gqlerror.Error) {
	p := &planner{op: op, plan: &flatPlan{}}
	if err := p.around(op.Operation.SelectionSet, nil, nil); err != nil {
		return nil, err
	}
	if p.plan.list == nil {
		return nil, notFlat("the query has no list that could be given as rows; ask for one, such as { councils { nodes { name } } }, or take application/json")
	}
	seen := map[string]bool{}
	for _, c := range p.plan.columns {
		if seen[c.name] {
			return nil, notFlat("two columns would be called %s; give one of the fields an alias", c.name)
		}
		seen[c.name] = true
	}
	return p.plan, nil
}

func notFlat(format string, args ...any) *gqlerror.Error {
	return coded(CodeRows, fmt.Sprintf(format, args...))
}

type planner struct {
	op   *graphql.OperationContext
	plan *flatPlan
}

// around looks at what stands around the list. connection is the field whose selection this is, where that
// is a page of a list.
func (p *planner) around(set ast.SelectionSet, path []string, connection *ast.Field) *gqlerror.Error {
	for _, f := range graphql.CollectFields(p.op, set, nil) {
		at := below(path, f.Alias)
		switch {
		case f.Definition.Type.Elem != nil:
			if p.plan.list != nil {
				return notFlat("the query has two lists, %s and %s; rows come from one: ask for the other in a query of its own", strings.Join(p.plan.list, "."), strings.Join(at, "."))
			}
			if len(f.SelectionSet) == 0 {
				return notFlat("%s is a list of plain values; rows come from a list of nodes", strings.Join(at, "."))
			}
			p.plan.list = at
			if connection != nil {
				p.plan.paged, p.plan.page = connection, path
			}
			if err := p.within(f.Selections, nil); err != nil {
				return err
			}
		case connection != nil && (f.Name == "pageInfo" || f.Name == "totalCount"):
			// They tell of the list, and have their place at its end.
		case len(f.SelectionSet) == 0:
			p.column(column{strings.Join(at, "."), at, true})
		default:
			var page *ast.Field
			if isConnection(f.Field) {
				page = f.Field
			}
			if err := p.around(f.Selections, at, page); err != nil {
				return err
			}
		}
	}
	return nil
}

// within looks at what a row holds.
func (p *planner) within(set ast.SelectionSet, path []string) *gqlerror.Error {
	for _, f := range graphql.CollectFields(p.op, set, nil) {
		at := below(path, f.Alias)
		name := strings.Join(at, ".")
		switch {
		case f.Definition.Type.Elem != nil && len(f.SelectionSet) > 0:
			return notFlat("%s is a list within each row, which a row cannot hold; leave it out, or make it the query's one list, from the other end", name)
		case len(f.SelectionSet) == 0:
			p.column(column{name, at, false})
		default:
			if err := p.within(f.Selections, at); err != nil {
				return err
			}
		}
	}
	return nil
}

// column adds a column, once for all types that have the field.
func (p *planner) column(c column) {
	same := func(o column) bool { return o.name == c.name && o.outer == c.outer }
	if !slices.ContainsFunc(p.plan.columns, same) {
		p.plan.columns = append(p.plan.columns, c)
	}
}

// below is the path and one name more.
func below(path []string, name string) []string { return append(slices.Clip(path), name) }

// isConnection says whether a field gives a page of a list.
func isConnection(f *ast.Field) bool {
	return f.Definition.Arguments.ForName("after") != nil && strings.HasSuffix(f.Definition.Type.Name(), "Connection")
}
