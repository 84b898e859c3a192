// Package plan answers queries by SQL that is made for them.
//
// A query is compiled once into a tree of levels. A level is the rows of one kind of node, read by one statement for
// all the places where they are needed at once: relations to one node are joined, relations to many are read for
// all parents together, each with its own page (on SQLite by one statement that is run for each parent). Values go from
// the row to the answer as JSON, without becoming objects in between. What no column holds comes from the resolvers,
// called as gqlgen's executor calls them.
//
// Only what goes right is answered here. A query that fails is left to gqlgen's executor, so that there is one place
// where errors are worded and nulls spread.
package plan

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent"
	"councilgraph/graph/generated"
	"councilgraph/internal/rows"
)

// Config is what the compiler works with.
type Config struct {
	Schema *ast.Schema
	// Fields calls the resolvers.
	Fields *generated.Fields
	// Store is what resolvers read, Reader the same store for statements made here.
	Store  *ent.Client
	Reader rows.Reader
	// MaxAnswer is how many bytes an answer may have.
	MaxAnswer int
}

// Compiler compiles queries and answers them.
type Compiler struct {
	Config
	kinds    map[string]*ent.Kind
	evidence map[string]*ent.Relation
	ranges   map[int64]*ent.Kind // by the upper half of their ids
	plans    *plans
	insteads chan struct{} // those that are being asked
}

// New is a compiler.
func New(c Config) *Compiler {
	made := &Compiler{Config: c, kinds: ent.Kinds(), evidence: evidenceRelations(), plans: newPlans(), ranges: map[int64]*ent.Kind{}, insteads: make(chan struct{}, insteadsAtOnce)}
	for _, kind := range made.kinds {
		made.ranges[kind.Start>>32] = kind
	}
	return made
}

// errors of queries that are left to others.
var (
	// ErrNotCompiled says that the query asks for what this package does not take.
	ErrNotCompiled = errors.New("not compiled")
	// ErrTooLarge says that the answer would be larger than it may be.
	ErrTooLarge = errors.New("the answer is too large")
	// ErrPanicked says that this package, or a resolver that it called, is at fault.
	ErrPanicked = errors.New("a panic in a compiled query")
)

// Answer is the data of a query, as JSON. The context must be that of gqlgen's executor.
func (c *Compiler) Answer(ctx context.Context, op *graphql.OperationContext) (data []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%w: %v\n%s", ErrPanicked, v, debug.Stack())
		}
	}()
	p, err := c.plans.of(op, func() (*plan, error) { return c.compile(op) })
	if err != nil {
		return nil, err
	}
	r := &run{c: c, op: op, lists: map[*list]*page{}, refs: map[*ref]*table{}, calls: map[*call]map[int64]cell{}}
	r.cells, r.text = make([]cell, 0, p.held.Load()), make([]byte, 0, p.read.Load())
	cells, err := r.objects(ctx, p.root, []any{nil})
	if err != nil {
		return nil, err
	}
	p.held.Store(int64(min(len(r.cells), cellsBeforehand)))
	p.read.Store(int64(min(len(r.text), roomBeforehand)))
	w := writer{run: r, to: make([]byte, 0, max(len(r.text)+len(r.text)/2+256, int(p.answered.Load())))}
	w.object(p.root, r.held(cells[0].at))
	if w.err != nil {
		return nil, w.err
	}
	p.answered.Store(int64(min(len(w.to), roomBeforehand)))
	return w.to, nil
}

// How much room is made at most before it is needed: for an answer and for the texts of one, in bytes, and for cells.
const (
	roomBeforehand  = 64 << 10
	cellsBeforehand = 4 << 10
)

// plan is a compiled query.
type plan struct {
	root *object
	// Of its last answer: how long it was, and how many bytes of texts and cells it took.
	answered, read, held atomic.Int64
}

// compile compiles the query of an operation, as its variables include and skip.
func (c *Compiler) compile(op *graphql.OperationContext) (*plan, error) {
	b := &builder{c: c, op: op}
	root, err := b.object("Query", b.fields(op.Operation.SelectionSet, "Query"))
	if err != nil {
		return nil, err
	}
	return &plan{root: root}, nil
}
