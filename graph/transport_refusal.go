package graph

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// refusal is an answer to what is no GraphQL request, or to one that comes at the wrong moment: it is
// given before GraphQL begins, with a status whatever the client accepts.
type refusal struct {
	status int
	header http.Header
	err    *gqlerror.Error
}

// refusedRequest is a request that was not made as it should be.
func refusedRequest(status int, message string) *refusal {
	return &refusal{status: status, err: &gqlerror.Error{Message: message, Extensions: map[string]any{"code": CodeRequest}}}
}

// refusedMethod is one with a method that is not answered; allowed are those that are.
func refusedMethod(allowed, message string) *refusal {
	r := refusedRequest(http.StatusMethodNotAllowed, message)
	r.header = http.Header{"Allow": {allowed}}
	return r
}

// refusedLimit is one that is over a limit.
func refusedLimit(status int, code string, limit, actual int, format string, args ...any) *refusal {
	return &refusal{status: status, err: refuse(code, limit, actual, format, args...)}
}

// write answers with the refusal.
func (f *refusal) write(w http.ResponseWriter, as form) {
	for name, values := range f.header {
		w.Header()[name] = values
	}
	writeAnswer(w, f.status, as, &graphql.Response{Errors: gqlerror.List{f.err}})
}
