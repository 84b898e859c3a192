// Package relay pages through lists as the Relay connection specification asks: cursors that stay
// right while rows come and go, one place for the limits of a page, and batched loading of relations.
//
// The generated half lives in ent; this is the half that is the same for every kind of node.
package relay

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// place is what a cursor holds: the list that it belongs to and the values of the row that it is at.
type place struct {
	List   string `json:"l"`
	Values []any  `json:"v"`
}

// newCursor is an opaque text that names a place.
func newCursor(list string, values []any) (string, error) {
	b, err := json.Marshal(place{list, values})
	if err != nil {
		return "", fmt.Errorf("write cursor: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}

// openCursor reads the place, and refuses one of another list or of another ordering of this one. Where a
// cursor stands is only looked at when a list is asked to go on from it: only then is it known which list.
func openCursor(cursor, argument, list string, length int) ([]any, error) {
	refuse := func(why string) error {
		return &Error{Code: InvalidCursor, Message: fmt.Sprintf("%s: %s; pass an endCursor or startCursor of the same list with the same where and orderBy", argument, why)}
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, refuse("this is no cursor of this server")
	}
	var p place
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(&p); err != nil {
		return nil, refuse("this is no cursor of this server")
	}
	if p.List != list || len(p.Values) != length {
		return nil, refuse("this cursor belongs to another list, filter or order")
	}
	for i, v := range p.Values {
		switch v := v.(type) {
		case string:
		case json.Number:
			if p.Values[i], err = v.Int64(); err != nil {
				return nil, refuse("this is no cursor of this server")
			}
		default:
			return nil, refuse("this is no cursor of this server")
		}
	}
	return p.Values, nil
}

// PageInfo says where a page stands in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}
