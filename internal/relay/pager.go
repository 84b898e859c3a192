package relay

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"entgo.io/ent/dialect/sql"
)

// The limits of a page.
const (
	DefaultPage = 20  // rows of a connection where neither first nor last is given
	MaxPage     = 100 // rows of a connection at most
	MaxList     = 200 // entries of a plain list at most
	MaxNodes    = 100 // nodes that are looked up by their ids at once
)

// Term is one ordering of a list: the name that the client gave, and the column that serves it.
// The column is never null, so that no row falls between two pages.
type Term struct {
	Name   string
	Column string
	Desc   bool
}

// Args are the paging arguments of a connection.
type Args struct {
	After  *string
	First  *int
	Before *string
	Last   *int
}

// Pager turns the arguments of one connection into what a query needs.
type Pager struct {
	terms  []Term // ends with the id, so that the order is total
	limit  int
	back   bool
	named  func() (string, error) // the list, as cursors know it
	after  []any
	before []any
}

// NewPager checks the arguments. The where is part of what a cursor belongs to; it is told by its JSON.
func NewPager(kind string, terms []Term, where any, a Args) (*Pager, error) {
	p := &Pager{}
	var err error
	if p.limit, p.back, err = pageSize(a); err != nil {
		return nil, err
	}
	idDesc := len(terms) > 0 && terms[0].Desc // one direction for a single order lets one index serve it
	seen := map[string]bool{}
	var names strings.Builder
	for _, t := range terms {
		if seen[t.Name] {
			return nil, &Error{Code: InvalidOrder, Message: fmt.Sprintf("orderBy names %s twice; name each order once", t.Name)}
		}
		seen[t.Name] = true
		fmt.Fprintf(&names, "%s %t,", t.Name, t.Desc)
	}
	p.terms = append(append([]Term{}, terms...), Term{Name: "ID", Column: "id", Desc: idDesc})
	p.named = sync.OnceValues(func() (string, error) { // costs something, and most lists need none
		filter, err := json.Marshal(where)
		if err != nil {
			return "", fmt.Errorf("read filter: %w", err)
		}
		sum := sha256.Sum256([]byte(kind + "|" + names.String() + "|" + string(filter)))
		return hex.EncodeToString(sum[:6]), nil
	})
	if p.after, err = p.open(a.After, "after"); err != nil {
		return nil, err
	}
	p.before, err = p.open(a.Before, "before")
	return p, err
}

// open reads a cursor that was given.
func (p *Pager) open(cursor *string, argument string) ([]any, error) {
	if cursor == nil {
		return nil, nil
	}
	list, err := p.named()
	if err != nil {
		return nil, err
	}
	return openCursor(*cursor, argument, list, len(p.terms))
}

// Terms are the orderings, the last of them that by the id.
func (p *Pager) Terms() []Term { return p.terms }

// Limit is how many rows the page has at most.
func (p *Pager) Limit() int { return p.limit }

// Back says that the page is the list's last rows.
func (p *Pager) Back() bool { return p.back }

// After says that the page stands behind a cursor.
func (p *Pager) After() bool { return p.after != nil }

// Before says that the page stands before a cursor.
func (p *Pager) Before() bool { return p.before != nil }

// Cursor is that of a row with these values of the terms.
func (p *Pager) Cursor(values []any) (string, error) {
	list, err := p.named()
	if err != nil {
		return "", err
	}
	return newCursor(list, values)
}

func pageSize(a Args) (n int, back bool, err error) {
	arg, n := "first", DefaultPage
	switch {
	case a.First != nil && a.Last != nil:
		return 0, false, &Error{Code: InvalidPagination, Message: "first and last exclude each other; pass one of them"}
	case a.Last != nil:
		arg, n, back = "last", *a.Last, true
	case a.First != nil:
		n = *a.First
	}
	if err := Within(arg, n, MaxPage); err != nil {
		return 0, false, err
	}
	return n, back, nil
}

// Within refuses a size below 0 or above the most.
func Within(argument string, n, most int) error {
	switch {
	case n < 0:
		return &Error{Code: InvalidPagination, Message: fmt.Sprintf("%s is %d; it counts entries and cannot be below 0", argument, n)}
	case n > most:
		return &Error{Code: PageSizeExceeded, Limit: most, Actual: n, Message: fmt.Sprintf("%s is %d; at most %d are given at once: ask for less", argument, n, most)}
	}
	return nil
}

// TieBy makes rows that tie stand in the order of this column instead of that of their ids. It must be
// unique within the list, and never null.
func (p *Pager) TieBy(column string) { p.terms[len(p.terms)-1].Column = column }

// Batchable says whether the page is the same for every parent: no cursor narrows it.
func (p *Pager) Batchable() bool { return p.after == nil && p.before == nil }

// Name tells pages of one relation apart that differ in size, direction, order or filter.
func (p *Pager) Name() string {
	list, _ := p.named() // the filter was read from JSON
	return fmt.Sprintf("%s %d %t", list, p.limit, p.back)
}

// Seek narrows a query to the rows between the cursors.
func (p *Pager) Seek(s *sql.Selector) {
	if p.after != nil {
		s.Where(p.beyond(s, p.after, false))
	}
	if p.before != nil {
		s.Where(p.beyond(s, p.before, true))
	}
}

// beyond is the rows that come after the values in the list's order, or before them.
func (p *Pager) beyond(s *sql.Selector, values []any, before bool) *sql.Predicate {
	var either []*sql.Predicate
	for i, t := range p.terms {
		var all []*sql.Predicate
		for j := range i {
			all = append(all, sql.EQ(s.C(p.terms[j].Column), values[j]))
		}
		if t.Desc != before {
			all = append(all, sql.LT(s.C(t.Column), values[i]))
		} else {
			all = append(all, sql.GT(s.C(t.Column), values[i]))
		}
		either = append(either, sql.And(all...))
	}
	if len(p.terms) == 1 {
		return either[0]
	}
	// The first column alone bounds the rows as well: an index is entered there, where alternatives would have it
	// read from its beginning.
	first := sql.GTE(s.C(p.terms[0].Column), values[0])
	if p.terms[0].Desc != before {
		first = sql.LTE(s.C(p.terms[0].Column), values[0])
	}
	return sql.And(first, sql.Or(either...))
}

// Order orders a query and cuts it one row beyond the page, which tells whether there is more.
func (p *Pager) Order(s *sql.Selector) {
	for _, o := range p.orderings() {
		if o.desc {
			s.OrderBy(sql.Desc(s.C(o.column)))
		} else {
			s.OrderBy(sql.Asc(s.C(o.column)))
		}
	}
	s.Limit(p.limit + 1)
}

// PerParent cuts a query to one page for each parent, whose column is fk.
func (p *Pager) PerParent(fk string) func(*sql.Selector) {
	return perParent(fk, p.limit+1, p.orderings())
}

// orderings are the terms as the query runs them: backwards for a page that is asked for by last.
func (p *Pager) orderings() []ordering {
	out := make([]ordering, len(p.terms))
	for i, t := range p.terms {
		out[i] = ordering{t.Column, t.Desc != p.back}
	}
	return out
}
