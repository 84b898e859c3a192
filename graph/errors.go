package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/model"
	"councilgraph/internal/relay"
	"councilgraph/internal/searchquery"
)

// The codes of errors, a closed list: see docs/errors.md and Codes.
const (
	CodeInput     = "BAD_USER_INPUT"
	CodeDepth     = "DEPTH_LIMIT_EXCEEDED"
	CodeFilter    = "FILTER_LIMIT_EXCEEDED"
	CodeCost      = "COST_LIMIT_EXCEEDED"
	CodeRequest   = "BAD_REQUEST"
	CodeBody      = "BODY_TOO_LARGE"
	CodeAddress   = "ADDRESS_TOO_LONG"
	CodeAnswer    = "RESPONSE_TOO_LARGE"
	CodeDocument  = "PERSISTED_QUERY_NOT_FOUND"
	CodeUntrusted = "DOCUMENT_NOT_TRUSTED"
	CodeStreams   = "TOO_MANY_STREAMS"
	CodeRows      = "NOT_FLAT"
	CodeTimeout   = "TIMEOUT"
	CodeInternal  = "INTERNAL"
	CodeSearch    = "INVALID_SEARCH"

	CodeLength      = "DOCUMENT_TOO_LARGE"
	CodeTokens      = "TOKEN_LIMIT_EXCEEDED"
	CodeSelections  = "SELECTION_LIMIT_EXCEEDED"
	CodeRepeats     = "REPEAT_LIMIT_EXCEEDED"
	CodeAliases     = "ALIAS_LIMIT_EXCEEDED"
	CodeDirectives  = "DIRECTIVE_LIMIT_EXCEEDED"
	CodeRootFields  = "ROOT_FIELD_LIMIT_EXCEEDED"
	CodeVariables   = "VARIABLE_LIMIT_EXCEEDED"
	CodeList        = "LIST_LIMIT_EXCEEDED"
	CodeNodes       = "NODE_LIMIT_EXCEEDED"
	CodePageSize    = string(relay.PageSizeExceeded)
	CodeRate        = "RATE_LIMITED"
	CodeConcurrency = "CONCURRENCY_LIMIT_EXCEEDED"
	CodeBusy        = "OVERLOADED"
	CodeKey         = "UNKNOWN_KEY"
)

// Codes are all codes that an error can have: ours, those of paging, and gqlgen's.
func Codes() []string {
	return []string{
		CodeInput,
		CodeDepth,
		CodeFilter,
		CodeCost,
		CodeRequest,
		CodeBody,
		CodeAddress,
		CodeAnswer,
		CodeDocument,
		CodeUntrusted,
		CodeStreams,
		CodeRows,
		CodeTimeout,
		CodeInternal,
		CodeSearch,
		CodeLength, CodeTokens, CodeSelections, CodeRepeats, CodeAliases, CodeDirectives, CodeRootFields,
		CodeVariables, CodeList, CodeNodes, CodeRate, CodeConcurrency, CodeBusy, CodeKey,
		string(relay.InvalidCursor), string(relay.InvalidPagination), string(relay.PageSizeExceeded), string(relay.InvalidOrder),
		string(relay.DimensionLimitExceeded), string(relay.NotGrouped),
		errcode.ParseFailed, errcode.ValidationFailed,
	}
}

// present is the one place where an error becomes what a client sees. What is not the client's doing
// is logged under a request id and shown as that id alone: no SQL, no path, no stack trace.
func present(log *slog.Logger, requestID func(context.Context) string) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		if shown.Extensions == nil {
			shown.Extensions = map[string]any{}
		}
		var paging *relay.Error
		var input *model.InputError
		var search *searchquery.Error
		switch {
		case errors.As(err, &paging):
			shown.Extensions["code"] = string(paging.Code)
			if paging.Limit > 0 {
				shown.Extensions["limit"], shown.Extensions["actual"] = paging.Limit, paging.Actual
			}
			shown.Message = paging.Message
		case errors.As(err, &search):
			shown.Extensions["code"] = CodeSearch
			shown.Message = search.Message
		case errors.As(err, &input):
			shown.Extensions["code"], shown.Extensions["argument"] = CodeInput, input.Argument
			shown.Message = input.Message
		case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), stopped(err):
			shown.Extensions["code"] = CodeTimeout
			shown.Message = "the query took too long and was stopped; ask for fewer entries or fewer levels"
		case shown.Extensions["code"] != nil || errors.As(err, new(*gqlerror.Error)) && errors.Unwrap(shown) == nil:
			if shown.Extensions["code"] == nil {
				shown.Extensions["code"] = CodeInput
			}
		default:
			id := requestID(ctx)
			log.ErrorContext(ctx, "query failed", "request", id, "path", shown.Path.String(), "error", err)
			shown.Message = "something went wrong on this server; quote the request id when you report it"
			shown.Extensions["code"], shown.Extensions["requestId"] = CodeInternal, id
		}
		return shown
	}
}
