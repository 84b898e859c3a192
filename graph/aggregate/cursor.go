package aggregate

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"councilgraph/internal/relay"
)

// place is what a group's cursor holds: the grouping that it belongs to and the values of the group that
// the orders go by.
type place struct {
	List   string `json:"l"`
	Values []any  `json:"v"`
}

// open names the grouping, and finds the place to go on after. The name covers what the list holds and how it
// is grouped, so that a cursor of another one is refused.
func (g *grouping) open(ctx context.Context, a Args) error {
	query, err := g.whole.Query(ctx)
	if err != nil {
		return err
	}
	text, values := query.Query()
	arguments, err := json.Marshal([]any{text, values, a.By, a.Having, a.OrderBy, a.Fill})
	if err != nil {
		return fmt.Errorf("read arguments: %w", err)
	}
	sum := sha256.Sum256(arguments)
	g.list = hex.EncodeToString(sum[:6])
	if a.After == nil {
		return nil
	}
	refuse := func(why string) error {
		return &relay.Error{Code: relay.InvalidCursor, Message: "after: " + why + "; pass an endCursor of the same grouping of the same list"}
	}
	b, err := base64.RawURLEncoding.DecodeString(*a.After)
	if err != nil {
		return refuse("this is no cursor of this server")
	}
	var p place
	in := json.NewDecoder(bytes.NewReader(b))
	in.UseNumber()
	if err := in.Decode(&p); err != nil {
		return refuse("this is no cursor of this server")
	}
	if p.List != g.list || len(p.Values) != len(g.terms) {
		return refuse("this cursor belongs to another list, filter, grouping or order")
	}
	for i, v := range p.Values {
		if p.Values[i], err = g.placed(g.terms[i], v); err != nil {
			return refuse("this is no cursor of this server")
		}
	}
	g.after = p.Values
	return nil
}

// placed is a value of a cursor in the type in which the term compares it.
func (g *grouping) placed(t term, v any) (any, error) {
	switch v := v.(type) {
	case nil, bool:
		return v, nil
	case string:
		return v, nil
	case json.Number:
		if of, _ := t.measure.split(); t.measure != "" && !t.measure.counts() && of != "date" {
			return v.Float64()
		}
		return v.Int64()
	}
	return nil, fmt.Errorf("a cursor holds no %T", v)
}

func (g *grouping) cursor(values []any) (string, error) {
	b, err := json.Marshal(place{g.list, values})
	if err != nil {
		return "", fmt.Errorf("write cursor: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}
