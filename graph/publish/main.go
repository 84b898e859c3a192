// Publish writes graph/schema.graphql: the one file of the schema that clients fetch, made of the parts
// in graph/schema. Run by `go generate ./...`, in the folder graph.
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/vektah/gqlparser/v2/formatter"

	"councilgraph/graph/generated"
)

func main() {
	var b bytes.Buffer
	b.WriteString("# The published schema. Generated from graph/schema; do not edit.\n\n")
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(generated.NewExecutableSchema(generated.Config{}).Schema())
	if err := os.WriteFile("schema.graphql", b.Bytes(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "publish the schema:", err)
		os.Exit(1)
	}
}
