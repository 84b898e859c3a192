package narrow_test

import (
	"reflect"
	"testing"

	"councilgraph/internal/narrow"
)

// filter is a filter as they are generated.
type filter struct {
	Not  *filter
	Or   []*filter
	And  []*filter
	ID   *int
	IDIn []int
	Text *string
}

func TestFlat(t *testing.T) {
	one, two, text := 1, 2, "budget"
	for name, c := range map[string]struct{ from, to filter }{
		"other fields":        {filter{ID: &one, And: []*filter{{Text: &text}}}, filter{ID: &one, Text: &text, And: nil}},
		"one within another":  {filter{And: []*filter{{ID: &one}, {And: []*filter{{Text: &text}}}}}, filter{ID: &one, Text: &text}},
		"not and or":          {filter{And: []*filter{{Not: &filter{ID: &two}}, {Or: []*filter{{ID: &one}, {Text: &text}}}}}, filter{Not: &filter{ID: &two}, Or: []*filter{{ID: &one}, {Text: &text}}}},
		"the same field":      {filter{ID: &one, And: []*filter{{ID: &two}}}, filter{ID: &one, And: []*filter{{ID: &two}}}},
		"one of several":      {filter{ID: &one, And: []*filter{{ID: &two}, {Text: &text}}}, filter{ID: &one, Text: &text, And: []*filter{{ID: &two}}}},
		"asks for nothing":    {filter{ID: &one, And: []*filter{{}, nil}}, filter{ID: &one, And: []*filter{{}, nil}}},
		"a list of nothing":   {filter{ID: &one, And: []*filter{{IDIn: []int{}}}}, filter{ID: &one, And: []*filter{{IDIn: []int{}}}}},
		"some left below and": {filter{And: []*filter{{ID: &one, And: []*filter{{ID: &two}}}}}, filter{And: []*filter{{ID: &one, And: []*filter{{ID: &two}}}}}},
	} {
		before := c.from
		got := narrow.Flat(&c.from)
		if !reflect.DeepEqual(*got, c.to) {
			t.Errorf("%s: %+v", name, *got)
		}
		if !reflect.DeepEqual(before, c.from) {
			t.Errorf("%s: the filter was changed", name)
		}
	}
}
