package graph

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
)

// status is the one table of how an answer's status follows from what it holds.
//
// An answer with data, even with data: null and errors, is 200 in every form. Without data the request
// was at fault: clients that take application/graphql-response+json (and rows) get a status that says so,
// and those of application/json a 200, because that is what they were built for; refusals that have
// nothing to do with GraphQL keep their status there too. 400 is what the audits of graphql-http expect
// of requests that do not validate; the draft of GraphQL over HTTP has moved to 422, and to 294 for data
// with errors, which would each be a line here.
func status(f form, r *graphql.Response) int {
	if r.Data != nil || len(r.Errors) == 0 {
		return http.StatusOK
	}
	code, _ := r.Errors[0].Extensions["code"].(string)
	switch code {
	case CodeRequest:
		return http.StatusBadRequest
	case CodeInternal:
		return http.StatusInternalServerError
	}
	if f == formJSON {
		return http.StatusOK
	}
	switch code {
	case CodeTimeout:
		return http.StatusGatewayTimeout
	case CodeUntrusted:
		return http.StatusForbidden
	case errcode.ParseFailed, errcode.ValidationFailed, CodeInput:
		return http.StatusBadRequest
	}
	return http.StatusBadRequest
}
