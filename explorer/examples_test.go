package explorer

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestExamples(t *testing.T) {
	examples, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	if len(examples) < 6 {
		t.Errorf("%d examples, fewer than six", len(examples))
	}
	operations, titles, groups := map[string]string{}, map[string]string{}, map[string]int{}
	for _, example := range examples {
		if other := operations[example.OperationName]; other != "" {
			t.Errorf("%s and %s have one operation name, so their tabs have one title", example.Name, other)
		}
		if other := titles[example.Title]; other != "" {
			t.Errorf("%s and %s have one title", example.Name, other)
		}
		operations[example.OperationName], titles[example.Title] = example.Name, example.Name
		if !strings.HasSuffix(example.About, ".") {
			t.Errorf("%s: line 2 is no sentence: %q", example.Name, example.About)
		}
		groups[example.Group]++
	}
	for group, members := range groups {
		if members < 2 {
			t.Errorf("the group %q has one example: put it into another, or give it a second", group)
		}
	}
}

func TestReadExamplesInOrder(t *testing.T) {
	got, err := readExamples(fstest.MapFS{
		"examples/02-b.graphql": {Data: []byte("# B\n# Second.\n# Group: Two\nquery B($n: Int, $m: Int! = 2) { b }\n")},
		"examples/01-a.graphql": {Data: []byte("# A\n# First.\n# Group: One\nquery A { a }")},
		"examples/notes.txt":    {Data: []byte("not an example")},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []Example{
		{Name: "01-a", Title: "A", About: "First.", Group: "One", OperationName: "A", Query: "# A\n# First.\n# Group: One\nquery A { a }"},
		{Name: "02-b", Title: "B", About: "Second.", Group: "Two", OperationName: "B", Query: "# B\n# Second.\n# Group: Two\nquery B($n: Int, $m: Int! = 2) { b }\n"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBadExamplesSayWhatToMend(t *testing.T) {
	for text, want := range map[string]string{
		"":                                                   "line 1",
		"query A { a }":                                      "line 1",
		"# Title\nquery A { a }":                             "line 2",
		"# Title\n# \nquery A { a }":                         "line 2",
		"# T\n# S.\nquery A { a }":                           "line 3",
		"# T\n# S.\n# Decisions\nquery A { a }":              "line 3",
		"# T\n# S.\n# Group: G\n{ a }":                       "with a name",
		"# T\n# S.\n# Group: G\nquery A { ":                  "examples/x.graphql",
		"# T\n# S.\n# Group: G\nfragment F on Q{a}":          "exactly one operation",
		"# T\n# S.\n# Group: G\nquery A { a } query B { b }": "exactly one operation",
		"# T\n# S.\n# Group: G\nquery A($x: Int!) { a }":     "give $x a default value",
	} {
		_, err := readExamples(fstest.MapFS{"examples/x.graphql": {Data: []byte(text)}})
		if err == nil {
			t.Errorf("%q was taken for an example", text)
			continue
		}
		if !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "examples/x.graphql") {
			t.Errorf("%q: the error does not say %q and the file: %v", text, want, err)
		}
	}
}
