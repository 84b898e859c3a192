package plan

import (
	recent "container/list"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// The bounds of what is kept: the fields and fragments that are selected in all queries together, and the forms of
// one query, which differ in what their variables include. A query takes as much as querySelections beside what it selects, and
// its text, which its parsed form leads to, as much as a selection for each textPerSelection bytes.
const (
	keptSelections   = 50_000
	keptForms        = 16
	querySelections  = 8
	textPerSelection = 256
)

// plans keeps compiled queries. Queries are told by their parsed form, which is itself kept by the executor as long
// as it is asked.
type plans struct {
	mu    sync.Mutex
	known map[*ast.OperationDefinition]*recent.Element
	order *recent.List // of *forms, the last asked first
	size  int          // of all of them
}

// forms are the plans of one query, by what its variables include and skip.
type forms struct {
	of        *ast.OperationDefinition
	variables []string // that include or skip
	size      int      // how much is selected, fragments counted once, and what it takes beside
	mu        sync.Mutex
	plans     map[string]*plan
}

func newPlans() *plans {
	return &plans{known: map[*ast.OperationDefinition]*recent.Element{}, order: recent.New()}
}

// of is the plan of the operation, compiled where it is not known.
func (p *plans) of(op *graphql.OperationContext, compile func() (*plan, error)) (*plan, error) {
	f := p.forms(op.Operation)
	form := make([]byte, len(f.variables))
	for i, name := range f.variables {
		if on, _ := op.Variables[name].(bool); on {
			form[i] = 1
		}
	}
	f.mu.Lock()
	known := f.plans[string(form)]
	f.mu.Unlock()
	if known != nil {
		return known, nil
	}
	made, err := compile()
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.plans) < keptForms {
		f.plans[string(form)] = made
	}
	return made, nil
}

// forms are those of the operation, which is now the last that was asked.
func (p *plans) forms(op *ast.OperationDefinition) *forms {
	p.mu.Lock()
	defer p.mu.Unlock()
	if known := p.known[op]; known != nil {
		p.order.MoveToFront(known)
		return known.Value.(*forms)
	}
	f := &forms{of: op, plans: map[string]*plan{}}
	f.variables, f.size = switches(op)
	f.size += querySelections
	if op.Position != nil && op.Position.Src != nil {
		f.size += len(op.Position.Src.Input) / textPerSelection
	}
	p.known[op] = p.order.PushFront(f)
	p.size += f.size
	for p.size > keptSelections && p.order.Len() > 1 {
		last := p.order.Remove(p.order.Back()).(*forms)
		delete(p.known, last.of)
		p.size -= last.size
	}
	return f
}

// switches are the variables by which the operation includes and skips, each once, and how much it selects.
func switches(op *ast.OperationDefinition) (names []string, size int) {
	seen, spread := map[string]bool{}, map[*ast.FragmentDefinition]bool{}
	look := func(directives ast.DirectiveList) {
		for _, d := range directives {
			for _, a := range d.Arguments {
				if (d.Name == "include" || d.Name == "skip") && a.Value.Kind == ast.Variable && !seen[a.Value.Raw] {
					seen[a.Value.Raw] = true
					names = append(names, a.Value.Raw)
				}
			}
		}
	}
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		size += len(set)
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				look(s.Directives)
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				look(s.Directives)
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				look(s.Directives)
				if !spread[s.Definition] {
					spread[s.Definition] = true
					walk(s.Definition.SelectionSet)
				}
			}
		}
	}
	walk(op.SelectionSet)
	return names, size
}
