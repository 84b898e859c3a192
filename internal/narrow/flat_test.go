package narrow_test

import (
	"encoding/json"
	"testing"

	"councilgraph/internal/narrow"
)

// filter is a filter as they are generated.
type filter struct {
	Not  *filter   `json:",omitempty"`
	Or   []*filter `json:",omitempty"`
	And  []*filter `json:",omitempty"`
	ID   *int      `json:",omitempty"`
	IDIn []int     `json:",omitzero"`
	Text *string   `json:",omitempty"`

	TextMatches *string `json:",omitempty"`
}

func TestFlat(t *testing.T) {
	for from, want := range map[string]string{
		`{"ID":1,"And":[{"Text":"a"}]}`:                                               `{"ID":1,"Text":"a"}`,
		`{"And":[{"ID":1},{"And":[{"Text":"a"}]}]}`:                                   `{"ID":1,"Text":"a"}`,
		`{"And":[{"Not":{"ID":2}},{"Or":[{"ID":1},{"Text":"a"}]}]}`:                   `{"Not":{"ID":2},"Or":[{"ID":1},{"Text":"a"}]}`,
		`{"ID":1,"And":[{"ID":2},{"Text":"a"}]}`:                                      `{"ID":1,"And":[{"ID":2}],"Text":"a"}`,
		`{"ID":1,"And":[{"ID":2,"Text":"a"}]}`:                                        `{"ID":1,"And":[{"ID":2}],"Text":"a"}`,
		`{"And":[{"ID":1,"And":[{"ID":2,"IDIn":[3]},{"Text":"a"}]}]}`:                 `{"And":[{"ID":2}],"ID":1,"IDIn":[3],"Text":"a"}`,
		`{"And":[{"Or":[{"ID":1}]},{"Or":[{"ID":2}]}]}`:                               `{"Or":[{"ID":1}],"And":[{"Or":[{"ID":2}]}]}`,
		`{"ID":1,"And":[{"TextMatches":"w","Text":"a"}]}`:                             `{"ID":1,"Text":"a","TextMatches":"w"}`,
		`{"ID":1,"And":[{"ID":2,"TextMatches":"w","Text":"a","And":[{"IDIn":[3]}]}]}`: `{"ID":1,"IDIn":[3],"And":[{"ID":2,"TextMatches":"w","Text":"a"}]}`,
		`{"ID":1,"And":[{"ID":2}]}`:                                                   "",
		`{"ID":1,"And":[{},null]}`:                                                    "",
		`{"ID":1,"And":[{"IDIn":[]}]}`:                                                "",
		`{"ID":1}`:                                                                    "",
		`{"ID":1,"And":[{},{"Text":"a"},{"And":[{}]}]}`:                               `{"ID":1,"And":[{},{}],"Text":"a"}`,
	} {
		f := &filter{}
		if err := json.Unmarshal([]byte(from), f); err != nil {
			t.Fatal(err)
		}
		before := written(t, f)
		got := narrow.Flat(f)
		if after := written(t, f); after != before {
			t.Errorf("%s was changed to %s", before, after)
		}
		if want == "" {
			if got != f {
				t.Errorf("%s became %s", from, written(t, got))
			}
			continue
		}
		expected := &filter{}
		if err := json.Unmarshal([]byte(want), expected); err != nil {
			t.Fatal(err)
		}
		if written(t, got) != written(t, expected) {
			t.Errorf("%s became %s", from, written(t, got))
		}
	}
}

func written(t *testing.T, f *filter) string {
	t.Helper()
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
