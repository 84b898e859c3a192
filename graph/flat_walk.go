package graph

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// walk is the way through the pages of one query.
type walk struct {
	*endpoint
	plan  *flatPlan
	pages *pages
}

// from writes the pages from one on: only that one, or all to the last. It ends at the most rows, and where the
// client has gone.
func (k *walk) from(ctx context.Context, w http.ResponseWriter, r *http.Request, rows rowWriter, at page, all bool) {
	conn, began, written := http.NewResponseController(w), time.Now(), 0
	for {
		for _, row := range at.rows {
			if rows.row(k.plan.columns, row) != nil {
				return
			}
		}
		if written += len(at.rows); !all || !at.more || written+len(at.rows) > maxRows {
			break
		}
		if conn.Flush() != nil {
			return
		}
		next, err := page{}, outOfTime(written)
		if time.Since(began) < k.timeout*3/4 { // so that the page that was begun also ends
			next, err = k.further(ctx, at.end)
		}
		if err != nil {
			if !rows.end(at, err) {
				panic(http.ErrAbortHandler) // the client must not take this for the whole
			}
			return
		}
		at = next
	}
	if all && at.more {
		w.Header().Set("Link", nextLink(r.URL, at.end))
	}
	rows.end(at, nil)
}

// outOfTime is the error of a walk that was too long.
func outOfTime(written int) *gqlerror.Error {
	return coded(CodeTimeout, fmt.Sprintf("the time is up after %d rows; go on with the parameter after, or ask for less of each entry", written))
}

// further is a further page, which costs what the first one did. A walk that has begun goes on when the client's
// points are used up: the next request waits.
func (k *walk) further(ctx context.Context, after string) (page, *gqlerror.Error) {
	if m := meterOf(ctx); m != nil {
		m.spend(m.price.points)
	}
	return k.page(ctx, after)
}

// page runs the query for one page. Rows have no place for errors, so a page that has any has no rows.
func (k *walk) page(ctx context.Context, after string) (page, *gqlerror.Error) {
	response := k.run(ctx, k.pages.at(after))
	if len(response.Errors) > 0 {
		return page{}, response.Errors[0]
	}
	got, err := k.plan.read(response.Data)
	if err != nil {
		shown, _ := k.exec.PresentRecoveredError(ctx, err).(*gqlerror.Error) //nolint:errorlint // the presenter gives this type
		return page{}, shown
	}
	return got, nil
}
