package command

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"councilgraph/explorer/page"
	"councilgraph/graph"
	"councilgraph/linked"
)

// keptPages is how many bytes of finished pages are kept in memory where answers are kept at all.
const keptPages = 16 << 20

// pages is what the pages for people need: they ask the API within the program.
func pages(api *graph.API, data *linked.Server, kept int, base string, log *slog.Logger) page.Config {
	if kept > 0 {
		kept = keptPages
	}
	return page.Config{
		Ask: func(ctx context.Context, q page.Question) ([]byte, error) {
			answer, err := api.Ask(ctx, q.Query, q.Variables)
			return answer, pageProblem(err)
		},
		Version: api.Version,
		Enter: func(r *http.Request) (context.Context, func(), error) {
			ctx, leave, err := api.Enter(r)
			return ctx, leave, pageProblem(err)
		},
		JSONLD: data.JSONLD,
		Base:   base, Kept: kept, Log: log,
	}
}

// pageProblem is an error of the API in words for readers of pages.
func pageProblem(err error) error {
	var refused *graph.Refused
	if !errors.As(err, &refused) {
		return err
	}
	switch refused.Code {
	case graph.CodeRate, graph.CodeConcurrency:
		return &page.Problem{Status: refused.Status, Title: "You asked for many pages at once", Wait: refused.Wait,
			Message: "Wait a moment and load the page again. Programs do better with the GraphQL API or the exports than with pages."}
	case graph.CodeBusy:
		return &page.Problem{Status: refused.Status, Title: "The server has much to do", Message: "Load the page again in a moment.", Wait: refused.Wait}
	case graph.CodeTimeout:
		return &page.Problem{Status: http.StatusGatewayTimeout, Title: "This took too long", Message: "Load the page again in a moment, or ask for less of it."}
	case graph.CodeInternal:
		return err
	}
	if refused.Status == http.StatusBadRequest {
		return &page.Problem{Status: http.StatusBadRequest, Title: "The address cannot be read", Message: refused.Message}
	}
	return err
}
