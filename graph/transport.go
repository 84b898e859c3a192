package graph

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"councilgraph/internal/limits"
)

// runner is what runs operations: gqlgen's executor.
type runner interface {
	graphql.GraphExecutor
	// PresentRecoveredError is what a client may see of a panic.
	PresentRecoveredError(ctx context.Context, v any) error
}

// endpoint is GraphQL over HTTP, as the working draft of that name has it.
type endpoint struct {
	exec      runner
	gate      *gate
	limits    *limits.Limits
	timeout   time.Duration
	documents *persisted
	program   string // which program answers, for tags
	version   func(context.Context) (dataVersion, error)
	feed      *feed
	stopping  <-chan struct{}
	log       *slog.Logger
	buffers   answersAtHand
	kept      *kept // nil where none are kept
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer e.recover(w, r)
	h := w.Header()
	h["Vary"], h["Cache-Control"] = varies, notKept // the latter until an answer proves fit to be kept
	q, refused := outside(r)
	if refused != nil {
		refused.write(w, formResponse)
		return
	}
	ctx, meter, refused := e.gate.enter(w, r)
	if refused != nil {
		refused.write(w, q.form)
		return
	}
	defer meter.leave()
	if refused := q.receive(w, r, e.limits.Body); refused != nil {
		refused.write(w, q.form)
		return
	}
	if refused := meter.run(ctx); refused != nil {
		refused.write(w, q.form)
		return
	}
	until := time.Now().Add(e.timeout)
	posted := e.posted(ctx, r, q)
	if e.again(ctx, w, q, posted.body, "") {
		return
	}
	ctx = graphql.StartOperationTrace(ctx)
	limited, cancel := context.WithDeadline(ctx, until)
	defer cancel()
	if refused := q.read(r); refused != nil {
		refused.write(w, q.form)
		return
	}
	e.serve(ctx, limited, w, r, q, posted)
}

// serve understands the request as GraphQL and answers in the form that is wanted. Only a subscription goes on
// for longer than a request may take, in the context that is not limited. What was found out of a POST before it was read is handed on.
func (e *endpoint) serve(ctx, limited context.Context, w http.ResponseWriter, r *http.Request, q *request, posted posted) {
	if err := e.documents.find(limited, q); err != nil {
		e.answer(w, q, &graphql.Response{Errors: gqlerror.List{err}})
		return
	}
	name, tag, version := e.name(limited, r, q, posted, encodingOf(w))
	if tag != "" && known(r.Header.Values("If-None-Match"), tag) {
		keep(w.Header(), tag)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if r.Method != http.MethodHead && e.again(limited, w, q, name, tag) {
		e.documents.keep(limited, q) // a client that was asked for its text sends it once
		e.also(name, posted)
		return
	}
	op, errs := e.exec.CreateOperationContext(limited, &q.RawParams)
	if len(errs) > 0 {
		if r.Method != http.MethodPost && mutates(q.Query, q.OperationName, e.limits.Tokens) {
			refusedMethod("POST", "GET only reads; the graph has no mutations").write(w, q.form)
			return
		}
		e.answer(w, q, e.exec.DispatchError(graphql.WithOperationContext(limited, op), errs))
		return
	}
	e.documents.keep(limited, q)
	subscribes := op.Operation.Operation == ast.Subscription
	if subscribes && q.accept.names(formEvents) {
		q.form = formEvents // clients that ask queries and subscriptions alike name it last
	}
	switch {
	case q.form == formEvents && subscribes:
		e.stream(ctx, w, q, op)
	case subscribes:
		refusedRequest(http.StatusNotAcceptable, "a subscription is answered by a stream of events; send Accept: text/event-stream").write(w, q.form)
	case q.form.flat():
		e.rows(limited, w, r, q, op, tag, version)
	default:
		response := e.run(limited, op)
		if name != "" && len(response.Errors)+len(response.Extensions) == 0 && cacheable(op.Operation) && e.still(limited, version) {
			e.keep(w.Header(), name, tag, op, response)
			e.also(name, posted)
		}
		e.answer(w, q, response)
	}
}

// run runs a query and gives its whole answer, within bounds.
func (e *endpoint) run(ctx context.Context, op *graphql.OperationContext) *graphql.Response {
	responses, ctx := e.exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil { // the time was up, or the client gone, before it began
		response = e.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.Cause(ctx))})
	}
	return bounded(response, e.limits.Errors)
}

// name names the answer, and the tag that one to GET has in the encoding, by a version of the data. They are "" where nothing goes
// by them: a POST where no answers are kept, rows, or a store that does not answer.
func (e *endpoint) name(ctx context.Context, r *http.Request, q *request, posted posted, encoding string) (name, tag string, _ dataVersion) {
	if r.Method == http.MethodPost {
		if posted.body == "" {
			return "", "", dataVersion{}
		}
		return q.name(e.program, posted.version), "", posted.version
	}
	v, err := e.version(ctx)
	if err != nil {
		return "", "", v // the query itself will say what is wrong
	}
	name = q.name(e.program, v)
	return name, tagOf(name, encoding), v
}

// still says whether the data is that of the version. An answer is read by several statements: where the data changed between
// them it is of no version, and is given once and not kept under the name of one.
func (e *endpoint) still(ctx context.Context, version dataVersion) bool {
	now, err := e.version(ctx)
	return err == nil && now == version
}

// posted is what is known of a POST before anything of it is read: the version of the data, and a name for the answer that goes
// by the bytes of the body. It is empty where no answer is kept: of rows, or where the store does not answer.
type posted struct {
	version dataVersion
	body    string
}

func (e *endpoint) posted(ctx context.Context, r *http.Request, q *request) posted {
	if r.Method != http.MethodPost || e.kept == nil || q.form.flat() {
		return posted{}
	}
	v, err := e.version(ctx)
	if err != nil {
		return posted{}
	}
	return posted{v, q.nameOfBody(e.program, v)}
}

// also finds the answer of the name by the body of the POST too.
func (e *endpoint) also(name string, posted posted) {
	if posted.body != "" {
		e.kept.also(name, posted.body)
	}
}

// again gives an answer that was given before, if one is kept under the name.
func (e *endpoint) again(ctx context.Context, w http.ResponseWriter, q *request, name, tag string) bool {
	if e.kept == nil || name == "" || q.form.flat() {
		return false
	}
	found := e.kept.find(name)
	if found == nil {
		return false
	}
	asked := askedOf(ctx)
	asked.Operation, asked.Kind, asked.Way = found.operation, string(ast.Query), wayKept
	if tag != "" {
		keep(w.Header(), tag)
	}
	e.kept.write(w, q.form, found)
	return true
}

// keep lets caches keep the answer of a GET under its tag, and keeps it here.
func (e *endpoint) keep(h http.Header, name, tag string, op *graphql.OperationContext, response *graphql.Response) {
	if tag != "" {
		keep(h, tag)
	}
	if e.kept != nil {
		e.hold(name, op, response)
	}
}

// hold keeps an answer in memory.
func (e *endpoint) hold(name string, op *graphql.OperationContext, response *graphql.Response) {
	body := make([]byte, 0, len(response.Data)+len(`{"data":}`))
	body = append(append(append(body, `{"data":`...), response.Data...), '}')
	e.kept.keep(name, strings.Clone(op.Operation.Name), body) // the name is a part of the query's text, which is not to be held by it
}

// answer writes a response that is whole: one that is not known to be within bounds yet, too.
func (e *endpoint) answer(w http.ResponseWriter, q *request, response *graphql.Response) {
	response = bounded(response, e.limits.Errors)
	if q.form == formEvents {
		failed(w, response.Errors)
		newEvents(w).whole(response)
		return
	}
	b := e.buffers.get()
	writeAnswerBy(b, w, status(q.form, response), q.form, response)
	e.buffers.put(b)
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
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Del("ETag")
	writeAnswer(w, http.StatusInternalServerError, formResponse, &graphql.Response{Errors: gqlerror.List{shown}})
}

// mutates says whether the operation that a refused document names is a mutation. The schema has none, so
// that no such document is ever valid.
func mutates(query, operation string, maxTokens int) bool {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return false
	}
	op := doc.Operations.ForName(operation)
	return op != nil && op.Operation == ast.Mutation
}
