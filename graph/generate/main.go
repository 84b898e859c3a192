// Command generate writes the API's generated code: what gqlgen writes, and beside it graph/generated/call.go, by
// which the compiler of graph/plan reads arguments and calls resolvers as gqlgen's own executor does.
package main

import (
	_ "embed" // for the template
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
)

//go:embed call.gotpl
var call string

func main() {
	settings, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		log.Fatalf("read gqlgen.yml: %v", err)
	}
	log.SetOutput(io.Discard) // gqlgen tells of every resolver
	err = api.Generate(settings, api.AddPlugin(calls{}))
	log.SetOutput(os.Stderr)
	if err != nil {
		log.Fatalf("generate the API: %v", err)
	}
}

// calls is a plugin of gqlgen.
type calls struct{}

// Name of the plugin.
func (calls) Name() string { return "calls" }

// GenerateCode writes call.go.
func (calls) GenerateCode(data *codegen.Data) error {
	return templates.Render(templates.Options{
		PackageName:     data.Config.Exec.Package,
		Filename:        filepath.Join(filepath.Dir(data.Config.Exec.Filename), "call.go"),
		Template:        call,
		Data:            data,
		GeneratedHeader: true,
		Packages:        data.Config.Packages,
	})
}
