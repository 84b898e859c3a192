package page

import (
	"embed"
	"fmt"
	"html/template"
)

//go:embed templates/*.gohtml
var templateFiles embed.FS

// parse reads all templates. It can only fail by a fault in the files that the program was built with.
func parse(s *shelf) (*template.Template, error) {
	all, err := template.New("").Funcs(functions(s)).ParseFS(templateFiles, "templates/*.gohtml")
	if err != nil {
		return nil, fmt.Errorf("page templates: %w", err)
	}
	return all, nil
}

// functions are what templates can call.
func functions(s *shelf) template.FuncMap {
	return template.FuncMap{
		"style": func() string { return s.style },
		"icon":  func() string { return s.icon },
	}
}
