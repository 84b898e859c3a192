package graph

import (
	"context"
	"net/http"
	"net/url"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// maxRows is how many rows one request walks through at most.
const maxRows = 10_000

// paging is how a client asks for rows beyond the page of the query itself: parameters of the address, for
// GET and POST alike.
type paging struct {
	all   bool   // all=true: go on to the end
	after string // after=CURSOR: begin there, whatever the query says
}

// readPaging reads the paging of a request.
func readPaging(given url.Values, f form) (paging, *refusal) {
	p := paging{after: given.Get("after")}
	switch given.Get("all") {
	case "", "false":
	case "true":
		p.all = true
	default:
		return p, refusedRequest(http.StatusBadRequest, "the parameter all is true or false")
	}
	if (p.all || p.after != "") && !f.flat() {
		return p, refusedRequest(http.StatusBadRequest, "the parameters all and after are for rows; send Accept: text/csv or application/x-ndjson, or pass after within the query")
	}
	return p, nil
}

// rowWriter writes rows in one form.
type rowWriter interface {
	begin(columns []column) error
	row(columns []column, row []any) error
	// end ends the rows, where they ended well or where they did not; false where the answer must be
	// broken off to say so.
	end(last page, failed *gqlerror.Error) bool
}

// rows answers with a row for each entry of the query's one list, page by page.
func (e *endpoint) rows(ctx context.Context, w http.ResponseWriter, r *http.Request, q *request, op *graphql.OperationContext, tag string, version dataVersion) {
	refuse := func(err *gqlerror.Error) { e.answer(w, q, &graphql.Response{Errors: gqlerror.List{err}}) }
	plan, err := planRows(op)
	if err == nil {
		err = q.checkPaging(plan, op)
	}
	if err != nil {
		refuse(err)
		return
	}
	walk := &walk{endpoint: e, plan: plan, pages: plan.pages(op)}
	first, err := walk.page(ctx, q.paging.after)
	if err != nil {
		refuse(err)
		return
	}
	walks := q.paging.all && first.more && r.Method != http.MethodHead
	// Lines can end in an error that nothing in the headers tells of, so several pages of them are not kept.
	if tag != "" && cacheable(op.Operation) && !(walks && q.form == formNDJSON) && e.still(ctx, version) {
		keep(w.Header(), tag)
	}
	w.Header().Set("Content-Type", q.form.contentType())
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case walks:
		w.Header().Set("Trailer", "Link") // where it ends is known at the end
	case first.more:
		w.Header().Set("Link", nextLink(r.URL, first.end))
	}
	var rows rowWriter = csvRows{w}
	if q.form == formNDJSON {
		rows = ndjsonRows{w}
	}
	if rows.begin(plan.columns) != nil {
		return // the client has gone
	}
	walk.from(ctx, w, r, rows, first, walks)
}

// checkPaging refuses to go on where there is nothing to go on with.
func (q *request) checkPaging(plan *flatPlan, op *graphql.OperationContext) *gqlerror.Error {
	if !q.paging.all && q.paging.after == "" {
		return nil
	}
	if plan.paged == nil {
		return notFlat("the list of the query has no pages; leave out the parameters all and after")
	}
	given := plan.paged.ArgumentMap(op.Variables)
	for _, name := range []string{"last", "before"} {
		if given[name] != nil {
			return notFlat("the query pages backwards with %s; pass first instead, or leave out the parameters all and after", name)
		}
	}
	return nil
}

// nextLink leads to the rows after a cursor: the same request with another after.
func nextLink(at *url.URL, after string) string {
	query := at.Query()
	query.Set("after", after)
	return "<" + at.Path + "?" + query.Encode() + `>; rel="next"`
}
