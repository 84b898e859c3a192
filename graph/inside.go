package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Refused is why a question that the program asked itself has no answer.
type Refused struct {
	// Status is what it would be over HTTP, Code one of Codes.
	Status        int
	Code, Message string
	// Wait is how long to wait before asking again; 0 where that does not help.
	Wait time.Duration
}

// Error is the message, with the code.
func (r *Refused) Error() string { return r.Message + " (" + r.Code + ")" }

// insideKey leads to the request that questions of the program are asked for.
type insideKey struct{}

// Enter lets in a request that the program answers by asking the API itself, as a page for people does. Its questions pass the
// limits of all clients, and cost points of their own: a reader's pages take nothing from what the reader may ask of the API. There are
// as many points as for a client with a key, since pages ask for as much as could be there, and mostly less is. leave ends the
// request. An error is a *Refused.
func (a *API) Enter(r *http.Request) (ctx context.Context, leave func(), err error) {
	named, _ := withRequestID(r.Context())
	g := a.endpoint.gate
	ctx, m, refused := (&meter{
		gate: g, client: "pages " + network(g.who.address(r)), factor: g.limits.KeyFactor, header: http.Header{}, owed: 1,
	}).admit(named)
	if refused == nil {
		if refused = m.run(ctx); refused != nil {
			m.leave()
		}
	}
	if refused != nil {
		return nil, nil, refused.inside()
	}
	return context.WithValue(ctx, insideKey{}, r), m.leave, nil
}

// inside is the refusal as the program is told it.
func (f *refusal) inside() *Refused {
	code, _ := f.err.Extensions["code"].(string)
	seconds, _ := strconv.Atoi(f.header.Get("Retry-After"))
	return &Refused{Status: f.status, Code: code, Message: f.err.Message, Wait: time.Duration(seconds) * time.Second}
}

// Version names the data as it is now.
func (a *API) Version(ctx context.Context) (string, error) {
	v, err := a.endpoint.version(ctx)
	return v.String(), err
}

// Ask answers a query of the program as it would be answered over HTTP: compiled, within the limits and the time of a request, from
// memory where it was answered before. The data is JSON, whole, and not to be changed. An error is a *Refused.
func (a *API) Ask(ctx context.Context, query string, variables map[string]any) (data []byte, err error) {
	e := a.endpoint
	asked := &Asked{Status: http.StatusOK}
	if a.observe != nil {
		r, _ := ctx.Value(insideKey{}).(*http.Request)
		if r == nil {
			r = &http.Request{Header: http.Header{}}
		}
		var end func(Asked)
		ctx, end = a.observe(r.WithContext(ctx))
		defer func() { end(*asked) }()
	}
	ctx, cancel := context.WithTimeout(context.WithValue(ctx, askedKey{}, asked), e.timeout)
	defer cancel()
	q := &request{form: formResponse, RawParams: graphql.RawParams{Query: query, Headers: http.Header{}}}
	if q.Variables, err = asSent(variables); err != nil {
		return nil, err
	}
	version, err := e.version(ctx)
	if err != nil {
		return nil, fmt.Errorf("the version of the data: %w", err)
	}
	name := q.name(e.program, version)
	if e.kept != nil {
		if found := e.kept.find(name); found != nil {
			asked.Operation, asked.Kind, asked.Way = found.operation, "query", wayKept
			return found.body[len(`{"data":`) : len(found.body)-1], nil
		}
	}
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := e.exec.CreateOperationContext(ctx, &q.RawParams)
	if len(errs) > 0 {
		return nil, a.refused(asked, e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
	}
	response := e.run(ctx, op)
	if len(response.Errors) > 0 {
		return nil, a.refused(asked, response)
	}
	if e.kept != nil && cacheable(op.Operation) && e.still(ctx, version) {
		e.hold(name, op, response)
	}
	return response.Data, nil
}

// refused is the first error of an answer.
func (a *API) refused(asked *Asked, r *graphql.Response) error {
	first := r.Errors[0]
	asked.Status = status(formResponse, &graphql.Response{Errors: gqlerror.List{first}})
	asked.Code, _ = first.Extensions["code"].(string)
	return &Refused{Status: asked.Status, Code: asked.Code, Message: first.Message}
}

// asSent is values as a client would have sent them: read from JSON.
func asSent(variables map[string]any) (map[string]any, error) {
	if len(variables) == 0 {
		return nil, nil
	}
	text, err := json.Marshal(variables)
	if err != nil {
		return nil, fmt.Errorf("write the variables: %w", err)
	}
	var sent map[string]any
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&sent); err != nil {
		return nil, fmt.Errorf("read the variables: %w", err)
	}
	return sent, nil
}
