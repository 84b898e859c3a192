package example

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"

	"councilgraph/explorer"
	"councilgraph/explorer/page"
	"councilgraph/explorer/table"
)

// Path is where the examples are listed; below it each has its own page.
const Path = "/examples"

//go:embed templates/*.gohtml
var templateFiles embed.FS

const (
	fewRows  = 3   // of a table in the list of examples
	mostRows = 200 // of a table on an example's own page
)

// Pages makes and serves the pages of examples.
type Pages struct {
	site      *page.Site
	examples  []explorer.Example
	templates *template.Template
}

// New is the pages of examples of a site. An error can only come from a fault in the files that the program was built with.
func New(site *page.Site) (*Pages, error) {
	examples, err := explorer.Examples()
	if err != nil {
		return nil, err
	}
	templates, err := template.New("").Funcs(template.FuncMap{"href": href}).ParseFS(templateFiles, "templates/*.gohtml")
	if err != nil {
		return nil, fmt.Errorf("templates of examples: %w", err)
	}
	return &Pages{site, examples, templates}, nil
}

// Handler serves the list, each example's page and the tables as CSV. Mount it at Path and Path + "/".
func (p *Pages) Handler() http.Handler {
	list, one, file := p.site.Page(p.list), p.site.Page(p.one), p.site.File(p.csv)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.Trim(r.URL.Path, "/") == strings.Trim(Path, "/"):
			list.ServeHTTP(w, r)
		case strings.HasSuffix(r.URL.Path, ".csv"):
			file.ServeHTTP(w, r)
		default:
			one.ServeHTTP(w, r)
		}
	})
}

// shown is an example with its results.
type shown struct {
	explorer.Example
	Tables []tabled
	// Alone says that it is the only one of its page.
	Alone bool
}

// Href is its page, Link the explorer with its query.
func (s shown) Href() string { return Path + "/" + s.Name }

// Link leads to the explorer with its query filled in.
func (s shown) Link() string { return page.Question{Query: s.Query}.Link() }

// tabled is a table as a page shows it.
type tabled struct {
	Name  string // its path, "" where an answer has no list
	Head  []string
	Rows  [][]string
	Total int
	CSV   string // address
}

// group is examples under one heading.
type group struct {
	Title    string
	Examples []shown
}

func (p *Pages) list(r *http.Request) (*page.View, error) {
	var groups []group
	for _, e := range p.examples {
		s, err := p.show(r.Context(), e, fewRows)
		if err != nil {
			return nil, err
		}
		i := 0
		for i < len(groups) && groups[i].Title != e.Group {
			i++
		}
		if i == len(groups) {
			groups = append(groups, group{Title: e.Group})
		}
		groups[i].Examples = append(groups[i].Examples, *s)
	}
	return p.view(page.Frame{
		Title: "Examples", Lead: "What can be asked of the records, with the answers as they are now. Each query can be changed in the explorer.",
		Path: Path, Crumbs: []page.Link{{Text: "Examples"}}, Wide: true,
	}, "list", groups), nil
}

func (p *Pages) one(r *http.Request) (*page.View, error) {
	e, err := p.find(strings.TrimPrefix(r.URL.Path, Path+"/"))
	if err != nil {
		return nil, err
	}
	s, err := p.show(r.Context(), e, mostRows)
	if err != nil {
		return nil, err
	}
	s.Alone = true
	return p.view(page.Frame{
		Kind: "Example", Title: e.Title, Lead: e.About, Path: s.Href(), Question: &page.Question{Query: e.Query}, Wide: true,
		Crumbs: []page.Link{{Text: "Examples", Href: Path}, {Text: e.Title}},
	}, "one", s), nil
}

// csv is one table of an example: the address names the example and the path of its list.
func (p *Pages) csv(r *http.Request) (*page.File, error) {
	name, list, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(r.URL.Path, Path+"/"), ".csv"), "/")
	e, err := p.find(name)
	if err != nil {
		return nil, err
	}
	tables, err := p.tables(r.Context(), e)
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		if t.Path == list || t.Path == "" && list == "values" {
			return &page.File{Type: table.MediaType, Name: "councilgraph-" + name + "-" + list + ".csv", Content: table.CSV(t.Columns, t.Rows)}, nil
		}
	}
	return nil, nowhere("The example's answer has no such list now. Its lists are on its page.")
}

func (p *Pages) find(name string) (explorer.Example, error) {
	for _, e := range p.examples {
		if e.Name == name {
			return e, nil
		}
	}
	return explorer.Example{}, nowhere("There is no example of that name. All are listed at " + Path + ".")
}

func nowhere(message string) error {
	return &page.Problem{Status: http.StatusNotFound, Title: "There is no such example", Message: message}
}

// tables asks an example's query.
func (p *Pages) tables(ctx context.Context, e explorer.Example) ([]table.Table, error) {
	var data raw
	if err := p.site.Ask(ctx, page.Question{Query: e.Query}, &data); err != nil {
		return nil, err
	}
	return table.Tables(data)
}

// raw is an answer as it came.
type raw []byte

// UnmarshalJSON keeps it.
func (r *raw) UnmarshalJSON(data []byte) error {
	*r = append((*r)[:0], data...)
	return nil
}

// show asks an example's query and puts at most so many rows of each table onto the page.
func (p *Pages) show(ctx context.Context, e explorer.Example, most int) (*shown, error) {
	tables, err := p.tables(ctx, e)
	if err != nil {
		return nil, err
	}
	s := &shown{Example: e}
	for _, t := range tables {
		telling := t.Telling()
		d := tabled{Name: t.Path, Total: len(t.Rows), CSV: Path + "/" + e.Name + "/values.csv"}
		if t.Path != "" {
			d.CSV = Path + "/" + e.Name + "/" + t.Path + ".csv"
		}
		for _, i := range telling {
			d.Head = append(d.Head, t.Short(t.Columns[i]))
		}
		for _, row := range t.Rows[:min(len(t.Rows), most)] {
			cells := make([]string, len(telling))
			for j, i := range telling {
				cells[j] = row[i]
			}
			d.Rows = append(d.Rows, cells)
		}
		s.Tables = append(s.Tables, d)
	}
	return s, nil
}

func (p *Pages) view(f page.Frame, name string, data any) *page.View {
	return &page.View{Frame: f, Content: func(to io.Writer) error { return p.templates.ExecuteTemplate(to, name, data) }}
}

// href is where a value leads: a uri to the page for people, a web address to itself; "" for any other text.
func href(value string) string {
	switch {
	case strings.ContainsAny(value, " \t\n\"<>"):
		return ""
	case strings.HasPrefix(value, "/id/"):
		return "/doc/" + strings.TrimPrefix(value, "/id/")
	case strings.HasPrefix(value, "https://"), strings.HasPrefix(value, "http://"):
		return value
	default:
		return ""
	}
}
