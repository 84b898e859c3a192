package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Asked is what can be told of a request to whoever watches the server: nothing of who sent it, no variables, no
// text of the query.
type Asked struct {
	// Operation is its name, "" where it has none or was refused before it was understood. Clients choose it.
	Operation string
	// Kind is query or subscription, "" where the request was not understood, or answered before it had to be.
	Kind string
	// Status is the answer's of HTTP.
	Status int
	// Code is that of the first error, "" where there is none.
	Code string
	// Cost is what the query costs in points, 0 where it was refused before it was counted.
	Cost int
	// Way is how a query was answered: compiled to SQL, executed field by field because the compiler does not take
	// it, failed on the first way and left to the second, or kept from before. "" where no query was run, or no compiler is there.
	Way string
	// Unchanged says that the client had the answer already and was told so; Asks that it hoped for that.
	Unchanged, Asks bool
	// Known says that the query was parsed and validated before; New that it had to be.
	Known, New bool
}

// Observer is told when a request begins. The request goes on with the context that it gives, and the function that
// it gives is called when the request has been answered, once.
type Observer func(*http.Request) (context.Context, func(Asked))

type askedKey struct{}

// entered names each request, so that a client's report finds the log's line, and tells the observer of it.
func entered(begin Observer, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if begin != nil {
			within, end := begin(r)
			asked := &Asked{Status: http.StatusOK, Asks: r.Header.Get("If-None-Match") != ""}
			ctx, w = context.WithValue(within, askedKey{}, asked), &watched{w, asked}
			defer func() { // also for an answer that is broken off
				asked.Unchanged = asked.Status == http.StatusNotModified
				end(*asked)
			}()
		}
		ctx, id := withRequestID(ctx)
		w.Header()["X-Request-Id"] = []string{id}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// askedOf is what is known so far of the request. Nobody looks at it where there is no observer.
func askedOf(ctx context.Context) *Asked {
	if a, ok := ctx.Value(askedKey{}).(*Asked); ok {
		return a
	}
	return &Asked{}
}

// failed notes the first error of an answer, for whoever watches.
func failed(w http.ResponseWriter, errs gqlerror.List) {
	if len(errs) == 0 {
		return
	}
	for {
		if seen, ok := w.(*watched); ok {
			seen.asked.Code, _ = errs[0].Extensions["code"].(string)
			return
		}
		outer, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			return // nobody watches
		}
		w = outer.Unwrap()
	}
}

// noting is told of operations that were understood.
type noting struct{}

// ExtensionName names the extension.
func (noting) ExtensionName() string { return "Noting" }

// Validate accepts any schema.
func (noting) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext comes before the guard, so that what that refuses has a name too.
func (noting) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	a := askedOf(ctx)
	a.Operation, a.Kind = op.Operation.Name, string(op.Operation.Operation)
	return nil
}

// watched notes the status of an answer.
type watched struct {
	http.ResponseWriter
	asked *Asked
}

func (s *watched) WriteHeader(status int) {
	s.asked.Status = status
	s.ResponseWriter.WriteHeader(status)
}

// Unwrap lets the server reach the writer behind.
func (s *watched) Unwrap() http.ResponseWriter { return s.ResponseWriter }
