//go:build ignore

// The generator of the graph: from ent/schema to the store's code and to graph/schema/ent.graphql.
// Run by `go generate ./...`, together with describe.go.
package main

import (
	"log"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"
)

func main() {
	own := gen.MustParse(gen.NewTemplate("councilgraph").Funcs(entgql.TemplateFuncs).ParseDir("ent/template"))
	graphql, err := entgql.NewExtension(
		entgql.WithWhereInputs(true),
		entgql.WithTemplates(own, entgql.EnumTemplate),
		entgql.WithRelaySpec(true),
		entgql.WithConfigPath("gqlgen.yml"),
		entgql.WithSchemaGenerator(),
		entgql.WithSchemaPath("graph/schema/ent.graphql"),
		entgql.WithSchemaHook(shape, describe),
	)
	if err != nil {
		log.Fatalf("set up the GraphQL extension: %v", err)
	}
	err = entc.Generate("./ent/schema", &gen.Config{
		Features: []gen.Feature{gen.FeatureGlobalID, gen.FeatureModifier, gen.FeatureExecQuery, gen.FeatureVersionedMigration},
	}, entc.Extensions(graphql))
	if err != nil {
		log.Fatalf("generate the graph: %v", err)
	}
}
