package explorer

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// The examples ask only for what the API has.
func TestExamplesFitTheSchema(t *testing.T) {
	names, err := filepath.Glob("../graph/schema/*.graphql")
	if err != nil || len(names) == 0 {
		t.Fatalf("no schema in ../graph/schema: %v", err)
	}
	var sources []*ast.Source
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	schema, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	examples, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, example := range examples {
		if _, errs := gqlparser.LoadQueryWithRules(schema, example.Query, rules.NewDefaultRules()); len(errs) > 0 {
			t.Errorf("%s: %v", example.Name, errs)
		}
	}
}
