//go:build tools

// Package main pins the code generators, so that go.mod names the versions that the committed output was made with.
package main

import (
	_ "entgo.io/contrib/entgql"
	_ "entgo.io/ent/entc"
	_ "entgo.io/ent/entc/gen"
	_ "github.com/99designs/gqlgen"
)
