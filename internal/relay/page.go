package relay

import "slices"

// Page is the rows of one page in list order, with a cursor for each.
type Page[T any] struct {
	Rows    []*T
	Cursors []string
	Info    PageInfo
}

// Build makes the page of the rows that a query gave: values are a row's values of the ordering
// columns, without its id.
func Build[T any](p *Pager, rows []*T, id func(*T) int, value func(*T, string) any) (Page[T], error) {
	more := len(rows) > p.limit
	if more {
		rows = rows[:p.limit]
	}
	page := Page[T]{Rows: slices.Clone(rows), Cursors: make([]string, len(rows))}
	if p.back {
		slices.Reverse(page.Rows)
		page.Info.HasPreviousPage, page.Info.HasNextPage = more, p.before != nil
	} else {
		page.Info.HasNextPage, page.Info.HasPreviousPage = more, p.after != nil
	}
	for i, row := range page.Rows {
		values := make([]any, 0, len(p.terms))
		for _, t := range p.terms[:len(p.terms)-1] {
			values = append(values, value(row, t.Column))
		}
		c, err := p.Cursor(append(values, id(row)))
		if err != nil {
			return Page[T]{}, err
		}
		page.Cursors[i] = c
	}
	if n := len(rows); n > 0 {
		page.Info.StartCursor, page.Info.EndCursor = &page.Cursors[0], &page.Cursors[n-1]
	}
	return page, nil
}
