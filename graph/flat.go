package graph

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

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
func (e *endpoint) rows(ctx context.Context, w http.ResponseWriter, r *http.Request, q *request, op *graphql.OperationContext, tag string) {
	refuse := func(err *gqlerror.Error) { e.answer(w, q, &graphql.Response{Errors: gqlerror.List{err}}) }
	plan, err := planRows(op)
	if err == nil {
		err = q.checkPaging(plan, op)
	}
	if err != nil {
		refuse(err)
		return
	}
	first, err := e.page(ctx, plan, op, q.paging.after)
	if err != nil {
		refuse(err)
		return
	}
	walks := q.paging.all && first.more && r.Method != http.MethodHead
	// Lines can end in an error that nothing in the headers tells of, so several pages of them are not kept.
	if tag != "" && cacheable(op.Operation) && !(walks && q.form == formNDJSON) {
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
	e.walk(ctx, w, r, plan, op, rows, first, walks)
}

// walk writes the pages from the first to the last. It ends at the most rows, and where the client has gone.
func (e *endpoint) walk(ctx context.Context, w http.ResponseWriter, r *http.Request, plan *flatPlan, op *graphql.OperationContext, rows rowWriter, at page, walks bool) {
	conn, began, written := http.NewResponseController(w), time.Now(), 0
	for {
		for _, row := range at.rows {
			if rows.row(plan.columns, row) != nil {
				return
			}
		}
		if written += len(at.rows); !walks || !at.more || written+len(at.rows) > maxRows {
			break
		}
		if conn.Flush() != nil {
			return
		}
		next, err := page{}, outOfTime(written)
		if time.Since(began) < e.timeout*3/4 { // so that the page that was begun also ends
			next, err = e.nextPage(ctx, plan, op, at.end)
		}
		if err != nil {
			if !rows.end(at, err) {
				panic(http.ErrAbortHandler) // the client must not take this for the whole
			}
			return
		}
		at = next
	}
	if walks && at.more {
		w.Header().Set("Link", nextLink(r.URL, at.end))
	}
	rows.end(at, nil)
}

// outOfTime is the error of a walk that was too long.
func outOfTime(written int) *gqlerror.Error {
	return coded(CodeTimeout, fmt.Sprintf("the time is up after %d rows; go on with the parameter after, or ask for less of each entry", written))
}

// nextPage is a further page, which costs what the first one did. A walk that has begun goes on when the
// client's points are used up: the next request waits.
func (e *endpoint) nextPage(ctx context.Context, plan *flatPlan, op *graphql.OperationContext, after string) (page, *gqlerror.Error) {
	if m := meterOf(ctx); m != nil {
		m.spend(m.price.points)
	}
	return e.page(ctx, plan, op, after)
}

// page runs the query for one page. Rows have no place for errors, so a page that has any has no rows.
func (e *endpoint) page(ctx context.Context, plan *flatPlan, op *graphql.OperationContext, after string) (page, *gqlerror.Error) {
	response := e.run(ctx, plan.at(op, after))
	if len(response.Errors) > 0 {
		return page{}, response.Errors[0]
	}
	got, err := plan.read(response.Data)
	if err != nil {
		shown, _ := e.exec.PresentRecoveredError(ctx, err).(*gqlerror.Error) //nolint:errorlint // the presenter gives this type
		return page{}, shown
	}
	return got, nil
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
