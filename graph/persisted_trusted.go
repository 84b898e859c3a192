package graph

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"councilgraph/graph/generated"
)

// Documents are queries that the server was started with, to be asked by name.
type Documents struct {
	// Only refuses every other query.
	Only  bool
	texts map[string]string // by the name that they were given, and by the SHA-256 of their text
}

// Len is how many names there are for documents.
func (d Documents) Len() int { return len(d.texts) }

func (d Documents) has(text string) bool {
	_, ok := d.texts[sha256Hex(text)]
	return ok
}

// ReadDocuments reads documents from a JSON file with an object of names and documents, as relay-compiler
// and graphql-codegen write it, or from a folder of such files and of .graphql files. Each must fit the
// schema; the error names the file and the document.
func ReadDocuments(path string) (Documents, error) {
	d := Documents{texts: map[string]string{}}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		kind := strings.ToLower(filepath.Ext(file))
		if kind != ".graphql" && kind != ".json" && file != path {
			return nil
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		found := map[string]string{sha256Hex(string(text)): string(text)}
		if kind != ".graphql" {
			found = map[string]string{}
			if err := json.Unmarshal(text, &found); err != nil {
				return fmt.Errorf("%s: write one JSON object of names and documents, such as {\"councils\": \"{ councils { totalCount } }\"}: %w", file, err)
			}
		}
		for name, document := range found {
			if err := d.add(schema, name, document); err != nil {
				return fmt.Errorf("%s: document %q: %w", file, name, err)
			}
		}
		return nil
	})
	if err != nil {
		return Documents{}, fmt.Errorf("read documents: %w", err)
	}
	if len(d.texts) == 0 {
		return Documents{}, fmt.Errorf("read documents: %s holds none; put .graphql files there, or a .json file of names and documents", path)
	}
	return d, nil
}

func (d Documents) add(schema *ast.Schema, name, text string) error {
	if len(text) > maxKeptDocument {
		return fmt.Errorf("it has %d bytes; at most %d are taken: split it", len(text), maxKeptDocument)
	}
	doc, err := parser.ParseQuery(&ast.Source{Input: text})
	if err != nil {
		return err
	}
	if errs := validator.ValidateWithRules(schema, doc, rules.NewDefaultRules()); len(errs) > 0 {
		return errs[0]
	}
	if was, ok := d.texts[name]; ok && was != text {
		return fmt.Errorf("there is another document of this name")
	}
	d.texts[name], d.texts[sha256Hex(text)] = text, text
	return nil
}
