package aggregate

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"councilgraph/internal/relay"
)

// place is what a group's cursor holds: the grouping that it belongs to and the values of the group that
// the orders go by.
type place struct {
	List   string `json:"l"`
	Values []any  `json:"v"`
}

// named is the name of the grouping in its cursors. It covers what the list holds and how it is grouped, so that a cursor of
// another one is refused.
func (g *grouping) named(ctx context.Context, a Args) (string, error) {
	asked := g.whole.Asked
	if asked == nil {
		asked = g.whole.Query
	}
	query, err := asked(ctx)
	if err != nil {
		return "", err
	}
	text, values := query.Query()
	ties := g.terms[len(g.terms)-1].desc
	arguments, err := json.Marshal([]any{text, values, a.By, a.Having, a.OrderBy, a.Fill, ties})
	if err != nil {
		return "", fmt.Errorf("read arguments: %w", err)
	}
	sum := sha256.Sum256(arguments)
	return hex.EncodeToString(sum[:6]), nil
}

// open finds the place to go on after.
func (g *grouping) open(ctx context.Context, a Args) error {
	g.list = sync.OnceValues(func() (string, error) { return g.named(ctx, a) })
	if a.After == nil {
		return nil
	}
	list, err := g.list()
	if err != nil {
		return err
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
	if p.List != list || len(p.Values) != len(g.terms) {
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

func (g *grouping) cursor(row []any) (string, error) {
	list, err := g.list()
	if err != nil {
		return "", err
	}
	b, err := json.Marshal(place{list, g.place(row)})
	if err != nil {
		return "", fmt.Errorf("write cursor: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}
