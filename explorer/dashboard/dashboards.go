package dashboard

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
	"time"

	"councilgraph/explorer/page"
	"councilgraph/explorer/table"
)

//go:embed templates/*.gohtml
var templateFiles embed.FS

//go:embed static/picture.js
var pictureScript []byte

// Dashboards makes and serves the dashboards of a site.
type Dashboards struct {
	site      *page.Site
	now       func() time.Time
	queries   map[string]string
	templates *template.Template
	script    string // address
}

// New is the dashboards of a site; now is the time. An error can only come from a fault in the files that the program was built with.
func New(site *page.Site, now func() time.Time) (*Dashboards, error) {
	queries, err := readQueries()
	if err != nil {
		return nil, err
	}
	templates, err := template.New("").Funcs(template.FuncMap{
		"day": day, "count": count, "number": number, "plain": plain, "doc": doc, "join": joined, "pounds": pounds, "short": short, "figure": figure, "parts": filesOf,
	}).ParseFS(templateFiles, "templates/*.gohtml")
	if err != nil {
		return nil, fmt.Errorf("dashboard templates: %w", err)
	}
	script, err := site.AddAsset("picture.js", pictureScript)
	if err != nil {
		return nil, err
	}
	return &Dashboards{site: site, now: now, queries: queries, templates: templates, script: script}, nil
}

// Handler serves the dashboards and their files. Mount it at Path.
func (d *Dashboards) Handler() http.Handler {
	pages, files := d.site.Page(d.page), d.site.File(d.file)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:], ".") {
			files.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	})
}

// board asks for all that a request shows. Where a thing has another address by now, moved is its uri.
func (d *Dashboards) board(r *http.Request) (b *board, moved string, err error) {
	w, err := read(r)
	if err != nil {
		return nil, "", err
	}
	today := d.now().UTC().Format(time.DateOnly)
	s, earliest, latest, err := d.subjectOf(r.Context(), w, today)
	if err != nil {
		return nil, "", err
	}
	if s.URI != w.uri {
		return nil, s.URI, nil
	}
	p, err := periodOf(w.from, w.to, latest, today)
	if err != nil {
		return nil, "", err
	}
	b = &board{wanted: w, Subject: *s, Period: p, FirstDay: earliest, LastDay: latest}
	return b, "", d.fill(r.Context(), b)
}

func (d *Dashboards) page(r *http.Request) (*page.View, error) {
	b, moved, err := d.board(r)
	if err != nil {
		return nil, err
	}
	if moved != "" {
		to := Address(moved)
		if r.URL.RawQuery != "" {
			to += "?" + r.URL.RawQuery
		}
		return &page.View{Status: http.StatusMovedPermanently, Redirect: to, Frame: page.Frame{Title: "The dashboard has moved"}}, nil
	}
	title := "Members and decisions: " + b.Subject.Name
	if b.person {
		title = b.Subject.Name + ": attendance, votes and decisions"
	}
	return &page.View{
		Frame: page.Frame{
			Kind: "Dashboard", Title: title, Lead: b.lead(), Name: title + ", " + b.Subject.Council.Name,
			Path:     Address(b.uri),
			Crumbs:   []page.Link{{Text: b.Subject.Council.Name, Href: b.Subject.Council.Href()}, {Text: b.Subject.Name, Href: doc(b.uri)}, {Text: "Dashboard"}},
			Question: &b.question, Scripts: []string{d.script},
			Wide: true, Embedded: b.embedded,
		},
		Content: func(to io.Writer) error { return d.templates.ExecuteTemplate(to, "dashboard", b) },
	}, nil
}

// file is a part of a dashboard as CSV or SVG.
func (d *Dashboards) file(r *http.Request) (*page.File, error) {
	b, moved, err := d.board(r)
	if err != nil {
		return nil, err
	}
	if moved != "" {
		return nil, nowhere("What it is of has moved to " + Address(moved) + ".")
	}
	name := strings.ReplaceAll(strings.TrimPrefix(b.uri, "/id/"), "/", "-") + "-" + b.part + "-" + b.Period.From + "-" + b.Period.To + "." + b.format
	if b.format == "svg" {
		return &page.File{Type: "image/svg+xml", Name: name, Content: []byte(b.picture(false))}, nil
	}
	sheet := b.sheet()
	return &page.File{Type: table.MediaType, Name: name, Content: table.CSV(sheet.head, sheet.rows)}, nil
}
