package vocabulary

import (
	"embed"
	"html/template"
	"io"
	"strings"

	"councilgraph/linked/mapping"
)

//go:embed page.html shapes.ttl
var files embed.FS

// Page writes the vocabulary for people: what stands within a page, from its second headings down.
func Page(w io.Writer, base string) error {
	schemes, err := Schemes()
	if err != nil {
		return err
	}
	t, err := template.New("page.html").Funcs(template.FuncMap{"name": mapping.ConceptName, "label": label, "words": words, "join": strings.Join}).ParseFS(files, "page.html")
	if err != nil {
		return err
	}
	return t.Execute(w, struct {
		Namespace           string
		Classes, Properties []Term
		Schemes             []Scheme
	}{mapping.Vocabulary(base), Classes(), Properties(), schemes})
}

// Shapes are the shapes (SHACL) that all documents of a server keep to, as Turtle.
func Shapes(base string) ([]byte, error) {
	text, err := files.ReadFile("shapes.ttl")
	return []byte(strings.ReplaceAll(string(text), "https://councils.example/def/council#", mapping.Vocabulary(base))), err
}
