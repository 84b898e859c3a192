// Councilgraph is the open graph of what councils decide: it reads the pages that councils publish and
// serves them as one GraphQL API.
package main

import (
	"context"
	"os"

	"councilgraph/internal/command"
)

//go:generate go run -mod=mod ent/entc.go ent/shape.go ent/describe.go ent/words.go
//go:generate go run ./internal/figures/sdl
//go:generate go run ./graph/generate

func main() {
	os.Exit(command.Run(context.Background(), os.Args[1:], command.Streams{Out: os.Stdout, Err: os.Stderr}))
}
