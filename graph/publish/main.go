// Publish writes what clients read of the schema, made of the parts in graph/schema: graph/schema.graphql, the one
// file that programs fetch, and docs/schema.md, the same for people. Run by `go generate ./...`, in the folder graph.
package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"councilgraph/graph/generated"
)

func main() {
	var b bytes.Buffer
	b.WriteString("# The published schema. Generated from graph/schema; do not edit.\n\n")
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	withoutOurs(schema)
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(schema)
	for file, text := range map[string][]byte{"schema.graphql": b.Bytes(), "../docs/schema.md": []byte(page(schema))} {
		if err := os.WriteFile(file, text, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "publish the schema:", err)
			os.Exit(1)
		}
	}
}

// withoutOurs takes out what only the generator of the code needs: its directives, whose names begin with go.
func withoutOurs(schema *ast.Schema) {
	ours := func(d *ast.Directive) bool { return strings.HasPrefix(d.Name, "go") }
	for name := range schema.Directives {
		if strings.HasPrefix(name, "go") {
			delete(schema.Directives, name)
		}
	}
	for _, def := range schema.Types {
		def.Directives = slices.DeleteFunc(def.Directives, ours)
		for _, f := range def.Fields {
			f.Directives = slices.DeleteFunc(f.Directives, ours)
		}
	}
}
