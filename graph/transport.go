package graph

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// runner is what runs operations: gqlgen's executor.
type runner interface {
	graphql.GraphExecutor
	// PresentRecoveredError is what a client may see of a panic.
	PresentRecoveredError(ctx context.Context, v any) error
}

// endpoint is GraphQL over HTTP, as the working draft of that name has it.
type endpoint struct {
	exec    runner
	timeout time.Duration
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer e.recover(w, r)
	q, refused := outside(r)
	if refused != nil {
		refused.write(w, formResponse)
		return
	}
	if refused := q.read(w, r); refused != nil {
		refused.write(w, q.form)
		return
	}
	ctx, cancel := context.WithTimeout(graphql.StartOperationTrace(r.Context()), e.timeout)
	defer cancel()
	e.serve(ctx, w, r, q)
}

// serve understands the request as GraphQL, runs it and answers.
func (e *endpoint) serve(ctx context.Context, w http.ResponseWriter, r *http.Request, q *request) {
	op, errs := e.exec.CreateOperationContext(ctx, &q.RawParams)
	if len(errs) > 0 {
		if r.Method != http.MethodPost && mutates(q.Query, q.OperationName) {
			refusedMethod("POST", "GET only reads; the graph has no mutations").write(w, q.form)
			return
		}
		e.answer(w, q, e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
		return
	}
	responses, ctx := e.exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil { // the time was up, or the client gone, before it began
		response = e.exec.DispatchError(graphql.WithOperationContext(ctx, op), gqlerror.List{gqlerror.Wrap(context.Cause(ctx))})
	}
	e.answer(w, q, response)
}

// answer writes a response that is whole.
func (e *endpoint) answer(w http.ResponseWriter, q *request, response *graphql.Response) {
	response = bounded(response)
	writeAnswer(w, status(q.form, response), q.form, response)
}

// recover ends a request that made the program panic, outside of the resolvers, which have their own net.
func (e *endpoint) recover(w http.ResponseWriter, r *http.Request) {
	v := recover()
	if v == nil {
		return
	}
	if v == http.ErrAbortHandler { //nolint:errorlint // the value itself is what net/http looks for
		panic(v)
	}
	shown, ok := e.exec.PresentRecoveredError(r.Context(), v).(*gqlerror.Error) //nolint:errorlint // the presenter gives this type
	if !ok {
		shown = gqlerror.Errorf("something went wrong on this server")
	}
	writeAnswer(w, http.StatusInternalServerError, formResponse, &graphql.Response{Errors: gqlerror.List{shown}})
}

// mutates says whether the operation that a refused document names is a mutation. The schema has none, so
// that no such document is ever valid.
func mutates(query, operation string) bool {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return false
	}
	op := doc.Operations.ForName(operation)
	return op != nil && op.Operation == ast.Mutation
}
