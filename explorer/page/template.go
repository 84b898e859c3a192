package page

import (
	"embed"
	"fmt"
	"html/template"
	"strings"
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
		"words": words, "role": role, "capital": capital, "day": day, "weekday": weekday, "month": month, "moment": moment,
		"number": number, "count": count, "short": short, "doc": doc, "snippet": snippet, "join": strings.Join,
		"yes": yes,
		// Where explorer/dashboard serves them, which knows this package.
		"dashboard": func(uri string) string { return "/dashboard/" + strings.TrimPrefix(uri, "/id/") },
		"inc":       func(n int) int { return n + 1 },
		"pair":      func(name string, items []facet) facets { return facets{name, items} },
	}
}

// facets are the choices of one sort.
type facets struct {
	Name  string
	Items []facet
}
