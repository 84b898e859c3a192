package relay

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
)

// Place is where an entry stands in a ranked list: the higher score first, then the higher id. No two have
// the same id.
type Place struct{ Score, ID int64 }

// Ranked pages through a list whose order is computed and not stored.
type Ranked struct {
	limit int
	list  string
	after *Place
}

// NewRanked checks the arguments. What the list is made of (query, filter) is told by its JSON: a cursor
// belongs to it.
func NewRanked(kind string, of any, first *int, after *string) (*Ranked, error) {
	r := &Ranked{}
	var err error
	if r.limit, _, err = pageSize(Args{First: first}); err != nil {
		return nil, err
	}
	text, err := json.Marshal(of)
	if err != nil {
		return nil, fmt.Errorf("read filter: %w", err)
	}
	sum := sha256.Sum256([]byte(kind + "|" + string(text)))
	r.list = hex.EncodeToString(sum[:6])
	if after == nil {
		return r, nil
	}
	values, err := openCursor(*after, "after", r.list, 2)
	if err != nil {
		return nil, err
	}
	score, scored := values[0].(int64)
	id, known := values[1].(int64)
	if !scored || !known {
		return nil, &Error{Code: InvalidCursor, Message: "after: this is no cursor of this server; pass an endCursor of the same search"}
	}
	r.after = &Place{score, id}
	return r, nil
}

// Page is the page of the places, which may come in any order, with a cursor for each.
func (r *Ranked) Page(all []Place) (page []Place, cursors []string, info PageInfo, err error) {
	order := func(a, b Place) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.ID, a.ID)) }
	page = slices.SortedFunc(slices.Values(all), order)
	if r.after != nil {
		page = slices.DeleteFunc(page, func(p Place) bool { return order(p, *r.after) <= 0 })
		info.HasPreviousPage = true
	}
	if len(page) > r.limit {
		page, info.HasNextPage = page[:r.limit], true
	}
	cursors = make([]string, len(page))
	for i, p := range page {
		if cursors[i], err = newCursor(r.list, []any{p.Score, p.ID}); err != nil {
			return nil, nil, info, err
		}
	}
	if n := len(page); n > 0 {
		info.StartCursor, info.EndCursor = &cursors[0], &cursors[n-1]
	}
	return page, cursors, info, nil
}
