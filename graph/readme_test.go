package graph_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/graph"
)

// What the documents print is what the server answers.
func TestDocuments(t *testing.T) {
	a := newAPI(t)
	for _, d := range []struct {
		file  string
		least int // examples that it has
	}{{"../README.md", 5}, {"../docs/errors.md", 12}} {
		t.Run(d.file, func(t *testing.T) {
			text, err := os.ReadFile(d.file)
			if err != nil {
				t.Fatal(err)
			}
			all := examples(t, string(text))
			if len(all) < d.least {
				t.Errorf("%d examples, want %d or more", len(all), d.least)
			}
			for _, e := range all {
				t.Run(e.about, func(t *testing.T) {
					if diff := cmp.Diff(e.want, answer(t, a.post(t, e.query, nil))); diff != "" {
						t.Errorf("%s\nprinted (-) and answered (+):\n%s", e.query, diff)
					}
				})
			}
		})
	}
}

// Every code of an error is explained, and no other is named as one.
func TestErrors_documented(t *testing.T) {
	text, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	want := graph.Codes()
	var got []string
	for line := range strings.Lines(string(text)) {
		if code, ok := strings.CutPrefix(line, "### "); ok {
			got = append(got, strings.TrimSpace(code))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("codes of the server (-) and headings of the page (+):\n%s", d)
	}
}

// example is a query in a document and the answer that is printed below it.
type example struct {
	about, query string
	want         map[string]any
}

// examples are the blocks of GraphQL, each with the block of JSON that must come next.
func examples(t *testing.T, text string) []example {
	t.Helper()
	var out []example
	for before, rest, found := strings.Cut(text, "```graphql\n"); found; before, rest, found = strings.Cut(rest, "```graphql\n") {
		lines := strings.Split(strings.TrimSpace(before), "\n")
		e := example{about: lines[len(lines)-1]}
		query, after, closed := strings.Cut(rest, "```\n")
		printed, isJSON := strings.CutPrefix(after, "```json\n")
		printed, _, ended := strings.Cut(printed, "```")
		if !closed || !isJSON || !ended {
			t.Fatalf("%s: a block of graphql must be followed by its answer as a block of json", e.about)
		}
		if err := json.Unmarshal([]byte(printed), &e.want); err != nil {
			t.Fatalf("%s: %v", e.about, err)
		}
		e.query = query
		out = append(out, e)
		rest = after
	}
	return out
}

// answer is a reply as documents print it: data, or else each error's message and extensions.
func answer(t *testing.T, r reply) map[string]any {
	t.Helper()
	if len(r.Errors) == 0 {
		return map[string]any{"data": r.Data}
	}
	b, err := json.Marshal(r.Errors)
	if err != nil {
		t.Fatal(err)
	}
	var errs []any
	if err := json.Unmarshal(b, &errs); err != nil {
		t.Fatal(err)
	}
	return map[string]any{"errors": errs}
}
